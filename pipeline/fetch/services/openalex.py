"""OpenAlex: an index of what others register; asked only where a key is set. Source: OpenAlex's API, 2026."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.languages import language_code
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.locations import pdf_link, version_licence
from pipeline.fetch.services.names import author_of_raw
from pipeline.fetch.services.plain_text import plain_line, plain_title
from pipeline.fetch.services.types import marked, type_by_title
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.pace import Pace
from pipeline.models.paper import ArticleType, Author
from pipeline.models.record import Account, Host, Service, TextLink, VersionLicence
from pipeline.models.web_reply import Reply

PACE: Final = Pace(10)
_NAME: Final = "OpenAlex"
_OK: Final = 200
_NOT_FOUND: Final = frozenset({404, 410})
_LONGEST: Final = 20_000
"""Words of an abstract."""
_TYPES: Final = {
    "article": ArticleType.RESEARCH,
    "preprint": ArticleType.RESEARCH,
    "review": ArticleType.REVIEW,
    "editorial": ArticleType.COMMENTARY,
    "letter": ArticleType.COMMENTARY,
    "erratum": ArticleType.CORRECTION,
    "retraction": ArticleType.RETRACTION,
}


class OpenAlex:
    """`/works/doi:{doi}`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What OpenAlex says of an article, or None. Raises WebError."""
        key = self._asking.openalex_api_key
        request = Request(
            Service.OPENALEX.value,
            f"{self._asking.services.openalex}/works/doi:{quote(doi, safe='/')}",
            PACE,
            secrets={"api_key": key} if key else {},
            max_age=self._asking.max_age,
        )
        return await self._web.get(request, _read)


def _read(reply: Reply) -> Account | None:
    if reply.status in _NOT_FOUND:
        return None
    value = fields.json_object(reply, _NAME)
    if reply.status != _OK or not ("doi" in value or "id" in value):
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    return read_work(value, reply)


def read_work(work: dict[str, Any], reply: Reply) -> Account:
    """One work, alone or out of a list."""
    title = plain_title(fields.text(work, "title"))
    kind = fields.text(work, "type") or ""
    locations = [item for item in _locations(work) if item.get("is_oa") is True]
    return Account(
        service=Service.OPENALEX,
        retrieved_at=reply.retrieved_at,
        url=reply.asked,
        doi=fields.doi(work, "doi"),
        pmid=fields.pmid(work, "ids", "pmid"),
        pmcid=fields.pmcid(work, "ids", "pmcid"),
        title=title,
        authors=tuple(_authors(work)),
        journal=_journal(work),
        published=fields.date(work, "publication_date") or fields.date(work, "publication_year"),
        article_type=type_by_title(title) or _TYPES.get(kind),
        article_type_as_given=kind or None,
        language=language_code(fields.text(work, "language")),
        abstract=_abstract(work),
        is_preprint=(kind == "preprint") if kind else None,
        is_open=fields.yes(work, "open_access", "is_oa"),
        licences=tuple(dict.fromkeys(_licences(locations))),
        notices=tuple(_notices(work, title)),
        links=tuple(dict.fromkeys(_links(locations))),
    )


def _locations(work: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from fields.items(work, "best_oa_location")
    yield from fields.items(work, "locations")


def _authors(work: dict[str, Any]) -> Iterator[Author]:
    for item in fields.items(work, "authorships"):
        name = plain_line(fields.text(item, "raw_author_name") or fields.text(item, "author", "display_name"))
        if name:
            yield author_of_raw(name)


def _journal(work: dict[str, Any]) -> str | None:
    is_journal = fields.text(work, "primary_location", "source", "type") == "journal"
    return plain_line(fields.text(work, "primary_location", "source", "display_name")) if is_journal else None


def _abstract(work: dict[str, Any]) -> str | None:
    """The abstract, which OpenAlex gives as the places of its words."""
    index = fields.at(work, "abstract_inverted_index")
    places = {
        place: word
        for word, found in (index.items() if isinstance(index, dict) else ())
        for place in (found if isinstance(found, list) else ())
        if isinstance(place, int) and 0 <= place < _LONGEST
    }
    return plain_line(fields.text({"x": " ".join(places[place] for place in sorted(places))}, "x"))


def _licences(locations: list[dict[str, Any]]) -> Iterator[VersionLicence]:
    for item in locations:
        if found := version_licence(fields.text(item, "license"), fields.text(item, "version")):
            yield found


def _notices(work: dict[str, Any], title: str | None) -> Iterator[Notice]:
    kind = NoticeKind.RETRACTION if work.get("is_retracted") is True else marked(title)
    if kind is not None:
        yield Notice(kind=kind, said_by=(Service.OPENALEX.value,))


def _links(locations: list[dict[str, Any]]) -> Iterator[TextLink]:
    for item in locations:
        is_repository = fields.text(item, "source", "type") == "repository"
        host = Host.REPOSITORY if is_repository else Host.PUBLISHER
        yield from pdf_link(item, ("pdf_url", "landing_page_url"), host, licence_by_code(fields.text(item, "license")))
