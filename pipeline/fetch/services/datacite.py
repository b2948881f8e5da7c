"""DataCite: articles and preprints that repositories register, arXiv's among them. Source: DataCite's schema 4."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.languages import language_code
from pipeline.fetch.services.licences import licence_by_code, licence_by_url
from pipeline.fetch.services.plain_text import plain_abstract, plain_line, plain_title
from pipeline.fetch.services.types import kind_by_title, marked, type_by_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

PACE: Final = Pace(1_000, seconds=300.0)
"""What DataCite allows to those who say who they are."""
_NAME: Final = "DataCite"
_OK: Final = 200
_NOT_FOUND: Final = frozenset({404, 410})
_ARXIV: Final = "10.48550/arxiv."
_UNAVAILABLE: Final = ("(:", ":")
"""`(:unav)`, `(:null)` and the like: DataCite's standard values for what is not known."""
_BECAME: Final = ("IsPreprintOf", "IsVersionOf", "IsPreviousVersionOf")
_TEXTS: Final = frozenset({"preprint", "journalarticle", "conferencepaper", "datapaper"})


class DataCite:
    """`/dois/{doi}`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What DataCite says of an article, or None. Raises WebError."""
        url = f"{self._asking.services.datacite}/dois/{quote(doi, safe='/')}"
        params = {"mailto": self._asking.contact}
        request = Request(Service.DATACITE.value, url, PACE, params=params, max_age=self._asking.max_age)
        return await self._web.get(request, _read)


def _read(reply: Reply) -> Account | None:
    if reply.status in _NOT_FOUND:
        return None
    value = fields.json_object(reply, _NAME)
    data = value.get("data")
    if reply.status != _OK or not isinstance(data, dict) or not isinstance(data.get("attributes"), dict):
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning})")
    return read_doi(data, reply)


def read_doi(data: dict[str, Any], reply: Reply) -> Account:
    """One DOI, alone or out of a list."""
    about = data["attributes"] if isinstance(data.get("attributes"), dict) else {}
    own = fields.doi(about, "doi") or fields.doi(data, "id")
    title = plain_title(_title(about))
    is_preprint = _is_preprint(about, own)
    version = TextVersion.SUBMITTED if is_preprint else TextVersion.UNKNOWN
    return Account(
        service=Service.DATACITE,
        retrieved_at=reply.retrieved_at,
        url=reply.asked,
        doi=own,
        title=title,
        authors=tuple(_authors(about)),
        journal=None if is_preprint else plain_line(fields.text(about, "container", "title")),
        published=_published(about),
        article_type=_type(about, title),
        article_type_as_given=fields.text(about, "types", "resourceTypeGeneral"),
        language=language_code(fields.text(about, "language")),
        abstract=plain_abstract(_abstract(about)),
        is_preprint=is_preprint,
        licences=tuple(dict.fromkeys(_licences(about, version))),
        notices=tuple(_notices(title)),
        published_version=next(_became(about, own), None) if is_preprint else None,
        preprints=tuple(_related(about, "HasPreprint")),
        links=tuple(_links(own)),
    )


def _title(about: dict[str, Any]) -> str | None:
    """The main title: the first that is no subtitle or translation."""
    return next(
        (said for item in fields.items(about, "titles")
         if not fields.text(item, "titleType") and (said := _said(fields.text(item, "title")))),
        None,
    )  # fmt: skip


def _said(value: str | None) -> str | None:
    return None if value is None or value.startswith(_UNAVAILABLE) else value


def _authors(about: dict[str, Any]) -> Iterator[Author]:
    for item in fields.items(about, "creators"):
        whole = plain_line(_said(fields.text(item, "name")))
        family, given = plain_line(fields.text(item, "familyName")), plain_line(fields.text(item, "givenName"))
        if family is None and whole and "," in whole and fields.text(item, "nameType") != "Organizational":
            family, _, given = (part.strip() for part in whole.partition(","))
        if family or whole:
            yield Author(family=family or whole or "", given=(given or "") if family else "")


def _published(about: dict[str, Any]) -> str | None:
    wanted = ("Issued", "Available", "Submitted")
    dates = [fields.date(item, "date") for item in fields.items(about, "dates") if item.get("dateType") in wanted]
    return fields.earliest(dates) or fields.date(about, "published") or fields.date(about, "publicationYear")


def _abstract(about: dict[str, Any]) -> str | None:
    parts = (
        fields.text(item, "description")
        for item in fields.items(about, "descriptions")
        if item.get("descriptionType") == "Abstract"
    )
    return next((part for part in parts if part), None)


def _is_preprint(about: dict[str, Any], own: Doi | None) -> bool:
    return fields.text(about, "types", "resourceTypeGeneral") == "Preprint" or bool(own and own.startswith(_ARXIV))


def _type(about: dict[str, Any], title: str | None) -> ArticleType:
    if named := type_by_title(title):
        return named
    general = (fields.text(about, "types", "resourceTypeGeneral") or "").lower()
    if general not in _TEXTS and fields.text(about, "types", "citeproc") != "article-journal":
        return kind_by_title(title) or ArticleType.OTHER
    return kind_by_title(title) or (ArticleType.OTHER if general == "physicalobject" else ArticleType.RESEARCH)


def _licences(about: dict[str, Any], version: TextVersion) -> Iterator[VersionLicence]:
    for item in fields.items(about, "rightsList"):
        by_url = licence_by_url(fields.text(item, "rightsUri"))
        licence = by_url or licence_by_code(fields.text(item, "rightsIdentifier"))
        if licence is not None:
            yield VersionLicence(licence=licence, version=version)


def _notices(title: str | None) -> Iterator[Notice]:
    if (kind := marked(title)) is not None:
        yield Notice(kind=kind, said_by=(Service.DATACITE.value,))


def _became(about: dict[str, Any], own: Doi | None) -> Iterator[Doi]:
    """The journal's article; repositories that keep versions relate those among themselves, under their own prefix."""
    prefix = own.partition("/")[0] + "/" if own else ""
    for relation in _BECAME:
        yield from (doi for doi in _related(about, relation) if not doi.startswith((prefix or " ", _ARXIV)))


def _related(about: dict[str, Any], relation: str) -> Iterator[Doi]:
    for item in fields.items(about, "relatedIdentifiers"):
        if item.get("relationType") == relation and item.get("relatedIdentifierType") == "DOI":
            found = fields.doi(item, "relatedIdentifier")
            if found is not None:
                yield found


def _links(own: Doi | None) -> Iterator[TextLink]:
    """ArXiv's PDF, whose address follows from the DOI."""
    if own and own.startswith(_ARXIV):
        url = f"https://arxiv.org/pdf/{own.removeprefix(_ARXIV)}"
        yield TextLink(url=url, media_type=MediaType.PDF, host=Host.REPOSITORY, version=TextVersion.SUBMITTED)
