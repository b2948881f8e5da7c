"""DataCite: DOIs of repositories and of arXiv.

Source: DataCite's REST API guide (`/dois/{id}`, JSON:API) and its metadata schema 4.5.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_code, licence_by_url
from pipeline.fetch.services.plain_text import plain_abstract, plain_title
from pipeline.fetch.services.types import is_marked_retracted, type_by_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

_PACE: Final = Pace(1000, seconds=300, at_once=3)
"""For callers who say who they are (DataCite's rate limits)."""
_NAME: Final = "DataCite"
_OK: Final = 200
_NOT_FOUND: Final = frozenset({404, 410})
_ARXIV: Final = "10.48550/arxiv."
_TEXTS: Final = frozenset({"journalarticle", "preprint", "text", "conferencepaper", "report", "dissertation"})


class DataCite:
    """`/dois/{doi}`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What DataCite says of an article, or None. Raises WebError."""
        url = f"{self._asking.services.datacite}/dois/{quote(doi, safe='/')}"
        params = {"mailto": self._asking.contact}
        request = Request(Service.DATACITE.value, url, _PACE, params=params, max_age=self._asking.max_age)
        return await self._web.get(request, _account_of)


def read_attributes(attributes: dict[str, Any], moment: datetime, url: str) -> Account:
    """One DOI's attributes."""
    own = fields.doi(attributes, "doi") or fields.doi(attributes, "id")
    title = plain_title(next((found for item in fields.items(attributes, "titles")
                              if (found := fields.text(item, "title"))), None))  # fmt: skip
    licences = tuple(_licences(attributes))
    preprint = _is_preprint(attributes, own)
    return Account(
        service=Service.DATACITE,
        retrieved_at=moment,
        url=url,
        doi=own,
        title=title,
        authors=tuple(_authors(attributes)),
        journal=_journal(attributes),
        published=_published(attributes),
        article_type=type_by_title(title) or _type(attributes),
        article_type_as_given=fields.text(attributes, "types", "resourceTypeGeneral"),
        language=fields.text(attributes, "language"),
        abstract=_abstract(attributes),
        is_preprint=preprint,
        is_open=True if own and own.startswith(_ARXIV) else None,
        licences=licences,
        notices=_notices(attributes, title),
        published_version=next(_related(attributes, ("isversionof", "ispreprintof", "ispreviousversionof"), own), None)
        if preprint
        else None,
        links=tuple(_links(own, licences)),
    )


def _account_of(reply: Reply) -> Account | None:
    if reply.status in _NOT_FOUND:
        return None
    value = fields.json_object(reply, _NAME)
    attributes = fields.at(value, "data", "attributes")
    if reply.status != _OK or not isinstance(attributes, dict):
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    return read_attributes(attributes, reply.retrieved_at, reply.asked)


def _authors(attributes: dict[str, Any]) -> Iterator[Author]:
    for creator in fields.items(attributes, "creators"):
        family, given = fields.text(creator, "familyName"), fields.text(creator, "givenName") or ""
        name = fields.text(creator, "name")
        if family is None and name and ", " in name and fields.text(creator, "nameType") != "Organizational":
            family, _, given = name.partition(", ")
        if found := plain_title(family or name):
            yield Author(family=found, given=plain_title(given) or "")


def _journal(attributes: dict[str, Any]) -> str | None:
    container = fields.text(attributes, "container", "title")
    publisher = fields.text(attributes, "publisher") or fields.text(attributes, "publisher", "name")
    return plain_title(container or publisher)


def _published(attributes: dict[str, Any]) -> str | None:
    wanted = ("issued", "available", "submitted", "created")
    dates = {(fields.text(item, "dateType") or "").lower(): fields.date(item, "date")
             for item in fields.items(attributes, "dates")}  # fmt: skip
    found = next((date for name in wanted if (date := dates.get(name))), None)
    year = fields.date(attributes, "publicationYear")
    return found if found and (year is None or found[:4] == year) else year


def _type(attributes: dict[str, Any]) -> ArticleType:
    general = (fields.text(attributes, "types", "resourceTypeGeneral") or "").lower()
    return ArticleType.RESEARCH if general in _TEXTS else ArticleType.OTHER


def _abstract(attributes: dict[str, Any]) -> str | None:
    for item in fields.items(attributes, "descriptions"):
        if (fields.text(item, "descriptionType") or "").lower() == "abstract":
            raw = fields.at(item, "description")
            return plain_abstract(raw) if isinstance(raw, str) else None
    return None


def _is_preprint(attributes: dict[str, Any], own: Doi | None) -> bool:
    general = (fields.text(attributes, "types", "resourceTypeGeneral") or "").lower()
    return general == "preprint" or bool(own and own.startswith(_ARXIV))


def _licences(attributes: dict[str, Any]) -> Iterator[VersionLicence]:
    for item in fields.items(attributes, "rightsList"):
        codes = (fields.text(item, "rightsIdentifier"), fields.text(item, "rights"))
        found = licence_by_url(fields.text(item, "rightsUri")) or next(
            (licence for code in codes if (licence := licence_by_code(code))), None
        )
        if found is not None:
            yield VersionLicence(licence=found, version=TextVersion.UNKNOWN)


def _notices(attributes: dict[str, Any], title: str | None) -> tuple[Notice, ...]:
    withdrawn = any(
        (fields.text(item, "dateType") or "").lower() == "withdrawn" for item in fields.items(attributes, "dates")
    )
    said_by = (Service.DATACITE.value,)
    if withdrawn:
        return (Notice(kind=NoticeKind.WITHDRAWAL, said_by=said_by),)
    return (Notice(kind=NoticeKind.RETRACTION, said_by=said_by),) if is_marked_retracted(title) else ()


def _related(attributes: dict[str, Any], relations: tuple[str, ...], own: Doi | None) -> Iterator[Doi]:
    for item in fields.items(attributes, "relatedIdentifiers"):
        if (fields.text(item, "relationType") or "").lower() in relations:
            found = fields.doi(item, "relatedIdentifier")
            if found is not None and found != own:
                yield found


def _links(own: Doi | None, licences: tuple[VersionLicence, ...]) -> Iterator[TextLink]:
    if own and own.startswith(_ARXIV):
        licence = licences[0].licence if licences else None
        yield TextLink(
            url=f"https://arxiv.org/pdf/{own.removeprefix(_ARXIV)}",
            media_type=MediaType.PDF,
            host=Host.REPOSITORY,
            version=TextVersion.SUBMITTED,
            licence=licence,
        )
