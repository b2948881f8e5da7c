"""Crossref: what publishers register of their articles, and what was announced about them since.

Source: Crossref's REST API documentation, and its replies as recorded in 2025 and 2026.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_url
from pipeline.fetch.services.plain_text import plain_abstract, plain_title
from pipeline.fetch.services.types import article_of, is_marked_retracted, notice_kind, type_by_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

PACE: Final = Pace(10, at_once=3)
"""The polite pool for single works; what the replies' headers announce replaces it."""
_NAME: Final = "Crossref"
_OK: Final = 200
_NOT_FOUND: Final = frozenset({404, 410})
_VERSION: Final = {"vor": TextVersion.PUBLISHED, "am": TextVersion.ACCEPTED, "unspecified": TextVersion.UNKNOWN}
_NO_ARTICLES: Final = frozenset({"book", "monograph", "journal", "journal-issue", "proceedings", "report", "dataset"})


class Crossref:
    """`/works/{doi}`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What Crossref says of an article, or None. Raises WebError."""
        return await self._web.get(self._request(f"/works/{_quoted(doi)}"), _work_of)

    async def agency(self, doi: Doi) -> str | None:
        """The agency that registered a DOI (`crossref`, `datacite`, `medra`), or None. Raises WebError."""
        return await self._web.get(self._request(f"/works/{_quoted(doi)}/agency"), _agency_of)

    def _request(self, path: str) -> Request:
        token = self._asking.crossref_api_key
        return Request(
            Service.CROSSREF.value,
            self._asking.services.crossref + path,
            PACE,
            params={"mailto": self._asking.contact},
            headers={"Crossref-Plus-API-Token": f"Bearer {token}"} if token else {},
            max_age=self._asking.max_age,
        )


def message_of(reply: Reply) -> dict[str, Any] | None:
    """The message of a reply, None where Crossref does not know what was asked for. Raises WebError.

    A 404 is plain text under the type of JSON; a 400 carries a list of complaints.
    """
    if reply.status in _NOT_FOUND:
        return None
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or value.get("status") != "ok":
        said = "; ".join(fields.text(item, "message") or "" for item in fields.items(value, "message"))
        raise bad_reply(_NAME, f"{reply.status} ({said or reply.beginning})")
    message = value.get("message")
    if not isinstance(message, dict):
        raise bad_reply(_NAME, "a message that is no object")
    return message


def read_work(message: dict[str, Any], moment: datetime, url: str) -> Account:
    """One work, alone or out of a list."""
    title = plain_title(fields.first_text(message, "title"))
    licences = tuple(_licences(message))
    own = fields.doi(message, "DOI")
    return Account(
        service=Service.CROSSREF,
        retrieved_at=moment,
        url=url,
        doi=own,
        title=title,
        authors=tuple(_authors(message)),
        journal=plain_title(fields.first_text(message, "container-title")),
        published=_published(message),
        article_type=_type(message, title),
        article_type_as_given=fields.text(message, "type"),
        language=fields.text(message, "language"),
        abstract=plain_abstract(fields.text(message, "abstract")),
        is_preprint=_is_preprint(message),
        licences=licences,
        notices=tuple(_notices(message, title)),
        published_version=next(_related(message, "is-preprint-of", own), None),
        preprints=tuple(_related(message, "has-preprint", own)),
        links=tuple(_links(message, licences)),
    )


def _work_of(reply: Reply) -> Account | None:
    message = message_of(reply)
    return read_work(message, reply.retrieved_at, reply.asked) if message is not None else None


def _agency_of(reply: Reply) -> str | None:
    message = message_of(reply)
    return fields.text(message, "agency", "id") if message is not None else None


def _authors(message: dict[str, Any]) -> Iterator[Author]:
    for author in fields.items(message, "author"):
        family = plain_title(fields.text(author, "family") or fields.text(author, "name"))
        if family:
            yield Author(family=family, given=plain_title(fields.text(author, "given")) or "")


def _published(message: dict[str, Any]) -> str | None:
    names = ("published-online", "published-print", "published", "posted", "issued")
    dates = [date for name in names if (date := fields.date_parts(message, name))]
    return min(dates, key=lambda date: (date[:4], -len(date), date), default=None)


def _type(message: dict[str, Any], title: str | None) -> ArticleType:
    if named := type_by_title(title):
        return named
    updates = [kind for item in fields.items(message, "update-to")
               if fields.doi(item, "DOI") != fields.doi(message, "DOI")
               and (kind := notice_kind(fields.text(item, "type")))]  # fmt: skip
    if updates:
        return article_of(updates[0])
    registered = fields.text(message, "type") or ""
    if registered in _NO_ARTICLES:
        return ArticleType.OTHER
    return (
        ArticleType.RESEARCH
        if registered in ("journal-article", "posted-content", "proceedings-article")
        else ArticleType.OTHER
    )


def _is_preprint(message: dict[str, Any]) -> bool:
    return fields.text(message, "type") == "posted-content" and fields.text(message, "subtype") in ("preprint", None)


def _licences(message: dict[str, Any]) -> Iterator[VersionLicence]:
    for item in fields.items(message, "license"):
        version = _VERSION.get(fields.text(item, "content-version") or "unspecified")
        licence = licence_by_url(fields.text(item, "URL"))
        if version is not None and licence is not None:
            yield VersionLicence(licence=licence, version=version)


def _notices(message: dict[str, Any], title: str | None) -> Iterator[Notice]:
    for item in fields.items(message, "updated-by"):
        kind = notice_kind(fields.text(item, "type"))
        if kind is not None:
            by = fields.text(item, "source")
            date = fields.date_parts(item, "updated")
            said_by = (Service.CROSSREF.value, by) if by == "retraction-watch" else (Service.CROSSREF.value,)
            yield Notice(kind=kind, date=date, id=fields.doi(item, "DOI"), said_by=said_by)
    if is_marked_retracted(title):
        yield Notice(kind=NoticeKind.RETRACTION, said_by=(Service.CROSSREF.value,))


def _related(message: dict[str, Any], relation: str, own: Doi | None) -> Iterator[Doi]:
    for item in fields.items(message, "relation", relation):
        found = fields.doi(item, "id") if (fields.text(item, "id-type") or "doi") == "doi" else None
        if found is not None and found != own:
            yield found


def _links(message: dict[str, Any], licences: tuple[VersionLicence, ...]) -> Iterator[TextLink]:
    """PDFs of versions that carry a Creative Commons licence; other links are for subscribers or for text mining."""
    for item in fields.items(message, "link"):
        version = _VERSION.get(fields.text(item, "content-version") or "unspecified", TextVersion.UNKNOWN)
        licence = next((each.licence for each in licences if each.version in (version, TextVersion.UNKNOWN)), None)
        url = fields.text(item, "URL")
        is_pdf = fields.text(item, "content-type") == "application/pdf" or bool(url and url.lower().endswith(".pdf"))
        if url and is_pdf and licence is not None and url.startswith(("https://", "http://")):
            yield TextLink(url=url, media_type=MediaType.PDF, host=Host.PUBLISHER, version=version, licence=licence)


def _quoted(doi: Doi) -> str:
    """A DOI as a path: its slashes may stand as they are, the rest is encoded (DOI Handbook, 2.5.2.4)."""
    return quote(doi, safe="/")
