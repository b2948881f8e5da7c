"""bioRxiv and medRxiv: preprints of biology and medicine, one row a version. Source: api.biorxiv.org."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.names import author_of_raw
from pipeline.fetch.services.plain_text import plain_abstract, plain_line, plain_title
from pipeline.fetch.services.types import kind_by_title, marked, notice_kind
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

PACE: Final = Pace(2, at_once=1)
"""No limit is published; this is a courtesy."""
_NAME: Final = "bioRxiv"
_OK: Final = 200
_NOT_FOUND: Final = 404
_NOTHING: Final = frozenset({"na", "n/a", "none"})
"""What the service writes for what it does not know."""
_Row = dict[str, Any]


class Biorxiv:
    """`/details/{server}/{doi}/na/json`, of both servers."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What bioRxiv, else medRxiv, says of a preprint, or None. Raises WebError."""
        for server in (Service.BIORXIV, Service.MEDRXIV):
            url = f"{self._asking.services.biorxiv}/details/{server.value}/{quote(doi, safe='/')}/na/json"
            request = Request(Service.BIORXIV.value, url, PACE, max_age=self._asking.max_age)
            rows, reply = await self._web.get(request, _rows)
            if rows:
                return read_rows(rows, server, reply)
        return None


def _rows(reply: Reply) -> tuple[list[_Row], Reply]:
    if reply.status == _NOT_FOUND:
        return [], reply
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or not isinstance(value.get("messages"), list):
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    return list(fields.items(value, "collection")), reply


def read_rows(rows: list[_Row], server: Service, reply: Reply) -> Account:
    """A preprint by its versions: the newest tells what it is, the oldest when it appeared."""
    newest = max(rows, key=lambda row: int(_number(row)))
    title = plain_title(_said(newest, "title"))
    own = fields.doi(newest, "doi")
    became = fields.doi({"doi": next((s for row in rows if (s := _said(row, "published"))), None)}, "doi")
    licence = licence_by_code((_said(newest, "license") or "").replace("_", "-"))
    return Account(
        service=server,
        retrieved_at=reply.retrieved_at,
        url=reply.asked,
        doi=own,
        title=title,
        authors=tuple(_authors(_said(newest, "authors") or "")),
        published=fields.earliest(fields.date(row, "date") for row in rows),
        article_type=kind_by_title(title) or ArticleType.RESEARCH,
        article_type_as_given=_said(newest, "type"),
        abstract=plain_abstract(_said(newest, "abstract")),
        is_preprint=True,
        is_open=True,
        licences=(VersionLicence(licence=licence, version=TextVersion.SUBMITTED),) if licence else (),
        notices=tuple(_notices(newest, title, server)),
        published_version=became if became != own else None,
        links=tuple(_links(newest)),
    )


def _said(row: _Row, name: str) -> str | None:
    value = fields.text(row, name)
    return None if value is None or value.lower() in _NOTHING else value


def _number(row: _Row) -> str:
    version = fields.text(row, "version") or ""
    return version if version.isascii() and version.isdigit() and len(version) <= 4 else "0"


def _authors(line: str) -> Iterator[Author]:
    for name in line.split(";"):
        if plain := plain_line(name.strip(" ,")):
            yield author_of_raw(plain)


def _notices(row: _Row, title: str | None, server: Service) -> Iterator[Notice]:
    kind = notice_kind(_said(row, "type")) or marked(title)
    if kind is not None:
        yield Notice(kind=kind, date=fields.date(row, "date"), said_by=(server.value,))


def _links(row: _Row) -> Iterator[TextLink]:
    url = _said(row, "jatsxml") or ""
    if url.startswith(("https://", "http://")):
        licence = licence_by_code((_said(row, "license") or "").replace("_", "-"))
        yield TextLink(
            url=url,
            media_type=MediaType.JATS,
            host=Host.REPOSITORY,
            version=TextVersion.SUBMITTED,
            licence=licence,
        )
