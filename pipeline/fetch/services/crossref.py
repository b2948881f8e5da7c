"""Crossref: what publishers register of their articles, and what was announced about them since.

Source: Crossref's REST API documentation, and its replies as recorded in 2025 and 2026.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.merge_notices import merge_notices
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.languages import language_code
from pipeline.fetch.services.licences import licence_by_url
from pipeline.fetch.services.plain_text import plain_abstract, plain_line, plain_title
from pipeline.fetch.services.types import article_of, kind_by_title, marked, notice_kind, type_by_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author, Licence
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

PACE: Final = Pace(10, at_once=3)
"""The polite pool for single works; what the replies' headers announce replaces it."""
_NAME: Final = "Crossref"
_OK: Final = 200
_NOT_FOUND: Final = frozenset({404, 410})
_VERSION: Final = {"vor": TextVersion.PUBLISHED, "am": TextVersion.ACCEPTED, "unspecified": TextVersion.UNKNOWN}
_ARTICLES: Final = frozenset({"journal-article", "posted-content", "proceedings-article"})
_DATES: Final = ("published-online", "published-print", "published", "posted", "issued")
_RETRACTION_WATCH: Final = "retraction-watch"


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
    licences = tuple(_licences(message, moment))
    own = fields.doi(message, "DOI")
    return Account(
        service=Service.CROSSREF,
        retrieved_at=moment,
        url=url,
        doi=own,
        title=title,
        authors=tuple(_authors(message)),
        journal=plain_line(fields.first_text(message, "container-title")),
        published=fields.earliest(fields.date_parts(message, name) for name in _DATES),
        article_type=_type(message, title),
        article_type_as_given=fields.text(message, "type"),
        language=language_code(fields.text(message, "language")),
        abstract=plain_abstract(fields.text(message, "abstract")),
        is_preprint=_is_preprint(message),
        licences=licences,
        notices=merge_notices(_notices(message, title)),
        published_version=next(_related(message, "is-preprint-of", own), None),
        preprints=tuple(dict.fromkeys(_related(message, "has-preprint", own))),
        links=tuple(dict.fromkeys(_links(message, licences))),
    )


def _work_of(reply: Reply) -> Account | None:
    message = message_of(reply)
    return read_work(message, reply.retrieved_at, reply.asked) if message is not None else None


def _agency_of(reply: Reply) -> str | None:
    message = message_of(reply)
    return fields.text(message, "agency", "id") if message is not None else None


def _authors(message: dict[str, Any]) -> Iterator[Author]:
    for author in fields.items(message, "author"):
        given = plain_line(fields.text(author, "given"))
        family = plain_line(fields.text(author, "family") or fields.text(author, "name"))
        if family or given:
            yield Author(family=family or given or "", given=(given or "") if family else "")


def _type(message: dict[str, Any], title: str | None) -> ArticleType:
    if named := type_by_title(title):
        return named
    own = fields.doi(message, "DOI")
    for item in fields.items(message, "update-to"):
        kind = notice_kind(fields.text(item, "type"))
        if kind is not None and fields.doi(item, "DOI") != own:
            return article_of(kind)
    if fields.text(message, "type") not in _ARTICLES:
        return ArticleType.OTHER
    return kind_by_title(title) or ArticleType.RESEARCH


def _is_preprint(message: dict[str, Any]) -> bool:
    return fields.text(message, "type") == "posted-content" and fields.text(message, "subtype") in ("preprint", None)


def _licences(message: dict[str, Any], moment: datetime) -> Iterator[VersionLicence]:
    """Creative Commons licences that are in force; a licence may start after an embargo."""
    for item in fields.items(message, "license"):
        version = _VERSION.get(fields.text(item, "content-version") or "unspecified")
        licence = licence_by_url(fields.text(item, "URL"))
        starts = fields.date_parts(item, "start") or ""
        if version is not None and licence is not None and starts <= moment.date().isoformat():
            yield VersionLicence(licence=licence, version=version)


def _notices(message: dict[str, Any], title: str | None) -> Iterator[Notice]:
    for item in fields.items(message, "updated-by"):
        kind = notice_kind(fields.text(item, "type"))
        if kind is not None:
            more = (_RETRACTION_WATCH,) if fields.text(item, "source") == _RETRACTION_WATCH else ()
            date = fields.date_parts(item, "updated") or fields.date(item, "updated", "date-time")
            yield Notice(kind=kind, date=date, id=fields.doi(item, "DOI"), said_by=(Service.CROSSREF.value, *more))
    if (kind := marked(title)) is not None:
        yield Notice(kind=kind, said_by=(Service.CROSSREF.value,))


def _related(message: dict[str, Any], relation: str, own: Doi | None) -> Iterator[Doi]:
    for item in fields.items(message, "relation", relation):
        found = fields.doi(item, "id") if (fields.text(item, "id-type") or "doi") == "doi" else None
        if found is not None and found != own:
            yield found


def _links(message: dict[str, Any], licences: tuple[VersionLicence, ...]) -> Iterator[TextLink]:
    """PDFs of versions that carry a Creative Commons licence; other links are for subscribers or for text mining."""
    for item in fields.items(message, "link"):
        version = _VERSION.get(fields.text(item, "content-version") or "unspecified", TextVersion.UNKNOWN)
        url = fields.text(item, "URL") or ""
        is_pdf = fields.text(item, "content-type") == "application/pdf" or url.lower().endswith(".pdf")
        licence = _licence_of(version, licences)
        if is_pdf and licence is not None and url.startswith(("https://", "http://")):
            yield TextLink(url=url, media_type=MediaType.PDF, host=Host.PUBLISHER, version=version, licence=licence)


def _licence_of(version: TextVersion, licences: tuple[VersionLicence, ...]) -> Licence | None:
    """The licence of a linked version. A link that names no version leads to the publisher's."""
    meant = TextVersion.PUBLISHED if version is TextVersion.UNKNOWN else version
    fitting = (each.licence for each in licences if each.version in (meant, TextVersion.UNKNOWN))
    return next(fitting, None)


def _quoted(doi: Doi) -> str:
    """A DOI as a path: its slashes may stand as they are, the rest is encoded (DOI Handbook, 2.5.2.4)."""
    return quote(doi, safe="/")
