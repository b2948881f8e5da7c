"""bioRxiv and medRxiv: their preprints, every version, and what each became.

Source: the page of the bioRxiv and medRxiv API (`/details/{server}/{doi}/na/json`).
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.plain_text import plain_abstract, plain_title
from pipeline.fetch.services.types import is_marked_retracted
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

PACE: Final = Pace(2, at_once=2)
NAME: Final = "bioRxiv"
_OK: Final = 200
_SERVERS: Final = (Service.BIORXIV, Service.MEDRXIV)


class Biorxiv:
    """`/details/{biorxiv|medrxiv}/{doi}/na/json`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What the server of a preprint says of its newest version, or None. Raises WebError."""
        for server in _SERVERS:
            url = f"{self._asking.services.biorxiv}/details/{server.value}/{quote(doi, safe='/')}/na/json"
            request = Request(Service.BIORXIV.value, url, PACE, max_age=self._asking.max_age)
            versions = await self._web.get(request, versions_of)
            if versions:
                newest = max(versions, key=lambda row: int(fields.text(row, "version") or "0", 10)
                             if (fields.text(row, "version") or "0").isdigit() else 0)  # fmt: skip
                return read_version(newest, server, datetime.now().astimezone(), url)
        return None


def versions_of(reply: Reply) -> list[dict[str, Any]]:
    """The rows of a reply: one a version. Raises WebError."""
    if reply.status == 404:
        return []
    value = fields.json_object(reply, NAME)
    if reply.status != _OK or not isinstance(fields.at(value, "messages"), list):
        raise bad_reply(NAME, f"{reply.status} ({reply.beginning!r})")
    return list(fields.items(value, "collection"))


def read_version(row: dict[str, Any], server: Service, moment: datetime, url: str) -> Account:
    """One version of a preprint."""
    title = plain_title(fields.text(row, "title"))
    licence = licence_by_code(fields.text(row, "license"))
    withdrawn = (fields.text(row, "type") or "").lower() in ("withdrawn", "removal") or is_marked_retracted(title)
    return Account(
        service=server,
        retrieved_at=moment,
        url=url,
        doi=fields.doi(row, "doi"),
        title=title,
        authors=tuple(_authors(fields.text(row, "authors"))),
        journal={Service.BIORXIV: "bioRxiv", Service.MEDRXIV: "medRxiv"}[server],
        published=fields.date(row, "date"),
        article_type=ArticleType.RESEARCH,
        article_type_as_given=fields.text(row, "type"),
        abstract=plain_abstract(fields.text(row, "abstract")),
        is_preprint=True,
        is_open=True,
        licences=(VersionLicence(licence=licence, version=TextVersion.SUBMITTED),) if licence else (),
        notices=(Notice(kind=NoticeKind.WITHDRAWAL, said_by=(server.value,)),) if withdrawn else (),
        published_version=fields.doi(row, "published"),
        links=tuple(_links(row)),
    )


def _authors(names: str | None) -> Iterator[Author]:
    """People out of a list such as `Muster, B.; Example, A. C.`."""
    for name in (names or "").split(";"):
        family, _, given = name.strip().partition(", ")
        if family:
            yield Author(family=family, given=given)


def _links(row: dict[str, Any]) -> Iterator[TextLink]:
    url = fields.text(row, "jatsxml")
    if url and url.startswith(("https://", "http://")):
        licence = licence_by_code(fields.text(row, "license"))
        yield TextLink(
            url=url, media_type=MediaType.JATS, host=Host.REPOSITORY, version=TextVersion.SUBMITTED, licence=licence
        )
