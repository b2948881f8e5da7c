"""Europe PMC: PubMed, PMC and preprints in one index, with abstracts and what was announced since.

Source: Europe PMC's RESTful web service documentation (`search`, `resultType=core`) and its replies as recorded.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.plain_text import plain_abstract, plain_title
from pipeline.fetch.services.types import is_marked_retracted, type_by_title, type_of_medline
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.pace import Pace
from pipeline.models.paper import Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

PACE: Final = Pace(10, at_once=4)
"""Europe PMC announces no limit; this is what its users keep to."""
NAME: Final = "Europe PMC"
_OK: Final = 200
_COMMENTS: Final = {
    "retraction in": NoticeKind.RETRACTION,
    "partial retraction in": NoticeKind.PARTIAL_RETRACTION,
    "expression of concern in": NoticeKind.EXPRESSION_OF_CONCERN,
    "erratum in": NoticeKind.ERRATUM,
    "corrected and republished in": NoticeKind.CORRECTION,
}
_PUBLISHED: Final = frozenset({"preprint of"})
_PREPRINT: Final = frozenset({"preprint in"})


class EuropePmc:
    """`/search` with `resultType=core`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What Europe PMC says of the article with this DOI, or None. Raises WebError."""
        return await self._search(f'DOI:"{doi}"', lambda found: found.doi == doi)

    async def account_by_pmid(self, pmid: Pmid) -> Account | None:
        """The same by PMID."""
        return await self._search(f"EXT_ID:{pmid} AND SRC:MED", lambda found: found.pmid == pmid)

    async def account_by_pmcid(self, pmcid: Pmcid) -> Account | None:
        """The same by PMCID."""
        return await self._search(f"PMCID:{pmcid}", lambda found: found.pmcid == pmcid)

    async def _search(self, query: str, is_it: Callable[[Account], bool]) -> Account | None:
        params = {"query": query, "resultType": "core", "format": "json", "pageSize": "25"}
        url = f"{self._asking.services.europepmc}/search"
        request = Request(Service.EUROPEPMC.value, url, PACE, params=params, max_age=self._asking.max_age)
        accounts = await self._web.get(request, _accounts_of)
        return next((account for account in accounts if is_it(account)), None)


def results_of(reply: Reply) -> list[dict[str, Any]]:
    """The results of a search. Raises WebError."""
    value = fields.json_object(reply, NAME)
    if reply.status != _OK or not isinstance(fields.at(value, "resultList"), dict):
        raise bad_reply(NAME, f"{reply.status} ({reply.beginning!r})")
    return list(fields.items(value, "resultList", "result"))


def read_result(result: dict[str, Any], moment: datetime, url: str) -> Account:
    """One result of a search with `resultType=core`."""
    title = plain_title(fields.text(result, "title"))
    kinds = fields.texts(result, "pubTypeList", "pubType")
    licence = licence_by_code(fields.text(result, "license"))
    preprint = fields.text(result, "source") == "PPR" or "preprint" in {kind.lower() for kind in kinds}
    version = TextVersion.SUBMITTED if preprint else TextVersion.UNKNOWN
    abstract = fields.at(result, "abstractText")
    return Account(
        service=Service.EUROPEPMC,
        retrieved_at=moment,
        url=url,
        doi=fields.doi(result, "doi"),
        pmid=fields.pmid(result, "pmid"),
        pmcid=fields.pmcid(result, "pmcid"),
        title=title,
        authors=tuple(_authors(result)),
        journal=_journal(result),
        published=_published(result),
        article_type=type_by_title(title) or type_of_medline(kinds),
        article_type_as_given=", ".join(kinds) or None,
        language=fields.text(result, "language"),
        abstract=plain_abstract(abstract) if isinstance(abstract, str) else None,
        is_preprint=preprint,
        is_open=True if fields.yes(result, "isOpenAccess") else None,
        licences=(VersionLicence(licence=licence, version=version),) if licence else (),
        notices=tuple(_notices(result, title, kinds)),
        published_version=next(_related(result, _PUBLISHED), None) if preprint else None,
        preprints=tuple(_related(result, _PREPRINT)) if not preprint else (),
        links=tuple(_links(result, version)),
    )


def _accounts_of(reply: Reply) -> list[Account]:
    return [read_result(result, reply.retrieved_at, reply.asked) for result in results_of(reply)]


def _authors(result: dict[str, Any]) -> Iterator[Author]:
    for author in fields.items(result, "authorList", "author"):
        family = fields.text(author, "lastName") or fields.text(author, "collectiveName")
        if family := plain_title(family or fields.text(author, "fullName")):
            yield Author(family=family, given=plain_title(fields.text(author, "firstName")) or "")


def _journal(result: dict[str, Any]) -> str | None:
    book = fields.text(result, "bookOrReportDetails", "publisher")
    return plain_title(
        fields.text(result, "journalInfo", "journal", "title") or fields.text(result, "journalTitle") or book
    )


def _published(result: dict[str, Any]) -> str | None:
    found = fields.date(result, "firstPublicationDate")
    return found or fields.date(result, "pubYear") or fields.date(result, "journalInfo", "yearOfPublication")


def _notices(result: dict[str, Any], title: str | None, kinds: tuple[str, ...]) -> Iterator[Notice]:
    """What comment-correction lists and publication types tell; "Retraction of Publication" is the notice itself."""
    said_by = (Service.EUROPEPMC.value,)
    for item in fields.items(result, "commentCorrectionList", "commentCorrection"):
        kind = _COMMENTS.get((fields.text(item, "type") or "").lower())
        if kind is not None:
            number = fields.pmid(item, "id") if (fields.text(item, "source") or "MED") == "MED" else None
            yield Notice(kind=kind, id=f"PMID:{number}" if number else None, said_by=said_by)
    if "retracted publication" in {kind.lower() for kind in kinds} or is_marked_retracted(title):
        yield Notice(kind=NoticeKind.RETRACTION, said_by=said_by)


def _related(result: dict[str, Any], types: frozenset[str]) -> Iterator[Doi]:
    """DOIs in comment-correction lists: preprints and versions of record name each other there."""
    for item in fields.items(result, "commentCorrectionList", "commentCorrection"):
        if (fields.text(item, "type") or "").lower() in types:
            for name in ("doi", "reference", "id"):
                if found := fields.doi(item, name):
                    yield found
                    break


def _links(result: dict[str, Any], version: TextVersion) -> Iterator[TextLink]:
    for item in fields.items(result, "fullTextUrlList", "fullTextUrl"):
        url = fields.text(item, "url")
        is_open = fields.text(item, "availabilityCode") in ("OA", "F")
        is_pdf = (fields.text(item, "documentStyle") or "").lower() == "pdf"
        if url and is_open and is_pdf and url.startswith(("https://", "http://")):
            at_home = (fields.text(item, "site") or "").lower() in ("europe_pmc", "pubmedcentral")
            host = Host.REPOSITORY if at_home else Host.PUBLISHER
            yield TextLink(url=url, media_type=MediaType.PDF, host=host, version=version)
