"""Unpaywall: where an article can be read openly. Source: Unpaywall's REST API, v2."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.locations import pdf_link, version_licence
from pipeline.fetch.services.names import author_of_raw
from pipeline.fetch.services.plain_text import plain_line, plain_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import WebError, bad_reply
from pipeline.models.ids import Doi
from pipeline.models.pace import Pace
from pipeline.models.paper import Author
from pipeline.models.record import Account, Host, Service, TextLink, VersionLicence
from pipeline.models.web_reply import Reply

PACE: Final = Pace(10)
"""100,000 calls a day are allowed."""
_NAME: Final = "Unpaywall"
_OK: Final = 200
_NOT_FOUND: Final = 404
_UNPROCESSABLE: Final = 422
_PREPRINT: Final = {"posted-content": True, "journal-article": False}


class Unpaywall:
    """`/v2/{doi}`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What Unpaywall says of an article, or None. Raises WebError."""
        url = f"{self._asking.services.unpaywall}/{quote(doi, safe='/')}"
        params = {"email": self._asking.contact}
        request = Request(Service.UNPAYWALL.value, url, PACE, params=params, max_age=self._asking.max_age)
        return await self._web.get(request, _read)


def _read(reply: Reply) -> Account | None:
    if reply.status == _NOT_FOUND:
        return None
    if reply.status == _UNPROCESSABLE and b"email" in reply.body.lower():
        raise WebError(
            f"Unpaywall does not accept the address of the contact ({reply.beginning})",
            kind="forbidden",
            remedy="Set `contact` in layline.toml to an e-mail address that reaches you.",
            status=reply.status,
        )
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or "doi" not in value:
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    return read_work(value, reply)


def read_work(work: dict[str, Any], reply: Reply) -> Account:
    """One article, alone or out of a search."""
    locations = list(fields.items(work, "oa_locations")) or list(fields.items(work, "best_oa_location"))
    return Account(
        service=Service.UNPAYWALL,
        retrieved_at=reply.retrieved_at,
        url=reply.asked,
        doi=fields.doi(work, "doi"),
        title=plain_title(fields.text(work, "title")),
        authors=tuple(_authors(work)),
        journal=plain_line(fields.text(work, "journal_name")),
        published=fields.date(work, "published_date") or fields.date(work, "year"),
        article_type_as_given=fields.text(work, "genre"),
        is_preprint=_PREPRINT.get(fields.text(work, "genre") or ""),
        is_open=fields.yes(work, "is_oa"),
        licences=tuple(dict.fromkeys(_licences(locations))),
        links=tuple(dict.fromkeys(_links(locations))),
    )


def _authors(work: dict[str, Any]) -> Iterator[Author]:
    for item in fields.items(work, "z_authors"):
        family, given = plain_line(fields.text(item, "family")), plain_line(fields.text(item, "given"))
        raw = plain_line(fields.text(item, "raw_author_name") or fields.text(item, "name"))
        if family:
            yield Author(family=family, given=given or "")
        elif raw:
            yield author_of_raw(raw)


def _licences(locations: list[dict[str, Any]]) -> Iterator[VersionLicence]:
    for item in locations:
        if found := version_licence(fields.text(item, "license"), fields.text(item, "version")):
            yield found


def _links(locations: list[dict[str, Any]]) -> Iterator[TextLink]:
    """The best location first; without a licence (bronze) a text may be read, no more."""
    for item in sorted(locations, key=lambda each: each.get("is_best") is not True):
        host = Host.REPOSITORY if fields.text(item, "host_type") == "repository" else Host.PUBLISHER
        licence = licence_by_code(fields.text(item, "license"))
        yield from pdf_link(item, ("url_for_pdf", "url"), host, licence)
