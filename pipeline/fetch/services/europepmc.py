"""Europe PMC: PubMed's articles, those of PubMed Central, and preprints. Source: Europe PMC's RESTful API, 6.9."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, Final

from pipeline.fetch.merge_notices import merge_notices
from pipeline.fetch.services import fields
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.languages import language_code
from pipeline.fetch.services.licences import licence_by_code
from pipeline.fetch.services.medline import link_kind, reference_date, reference_doi
from pipeline.fetch.services.plain_text import plain_abstract, plain_line, plain_title
from pipeline.fetch.services.types import marked, type_by_title, type_of_medline
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.pace import Pace
from pipeline.models.paper import Author
from pipeline.models.record import Account, Host, Service, TextLink, TextVersion, VersionLicence
from pipeline.models.source import MediaType
from pipeline.models.web_reply import Reply

PACE: Final = Pace(5)
"""Europe PMC publishes no limit; this is a courtesy."""
_NAME: Final = "Europe PMC"
_OK: Final = 200
_FREE: Final = frozenset({"OA", "F"})
_SITES: Final = frozenset({"Europe_PMC", "PubMedCentral"})
_Json = dict[str, Any]


class EuropePmc:
    """`/search`, for one article."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, doi: Doi) -> Account | None:
        """What Europe PMC says of the article of a DOI, or None. Raises WebError."""
        quoted = doi.replace("\\", "\\\\").replace('"', '\\"')
        return await self._first(f'DOI:"{quoted}"', lambda account: account.doi == doi)

    async def account_by_pmid(self, pmid: Pmid) -> Account | None:
        """What it says of the article of a PMID, or None. Raises WebError."""
        return await self._first(f"EXT_ID:{pmid} AND SRC:MED", lambda account: account.pmid == pmid)

    async def account_by_pmcid(self, pmcid: Pmcid) -> Account | None:
        """What it says of the article of a PMCID, or None. Raises WebError."""
        return await self._first(f"PMCID:{pmcid}", lambda account: account.pmcid == pmcid)

    async def _first(self, query: str, fits: Callable[[Account], bool]) -> Account | None:
        params = {"query": query, "resultType": "core", "format": "json", "pageSize": "25"}
        url = f"{self._asking.services.europepmc}/search"
        request = Request(Service.EUROPEPMC.value, url, PACE, params=params, max_age=self._asking.max_age)
        found = await self._web.get(request, _accounts)
        fitting = [account for account in found if fits(account)]
        return max(fitting, key=lambda account: (bool(account.pmid), bool(account.pmcid)), default=None)


def results_of(reply: Reply) -> list[_Json]:
    """The results of a search. Raises WebError."""
    value = fields.json_object(reply, _NAME)
    results = fields.at(value, "resultList", "result")
    if reply.status != _OK or not isinstance(results, (list, dict)):
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning})")
    return list(fields.items(value, "resultList", "result"))


def read_result(result: _Json, moment: datetime, url: str) -> Account:
    """One result of a search, `core` or `lite`."""
    title = plain_title(fields.text(result, "title"))
    is_preprint = fields.text(result, "source") == "PPR"
    own = fields.doi(result, "doi")
    return Account(
        service=Service.EUROPEPMC,
        retrieved_at=moment,
        url=url,
        doi=own,
        pmid=fields.pmid(result, "pmid"),
        pmcid=fields.pmcid(result, "pmcid"),
        title=title,
        authors=tuple(_authors(result)),
        journal=None if is_preprint else _journal(result),
        published=fields.date(result, "firstPublicationDate") or fields.date(result, "pubYear"),
        article_type=type_by_title(title) or type_of_medline(_types(result)),
        article_type_as_given="; ".join(_types(result)) or None,
        language=language_code(fields.text(result, "language")),
        abstract=plain_abstract(fields.text(result, "abstractText")),
        is_preprint=is_preprint,
        is_open=fields.yes(result, "isOpenAccess") or None,
        licences=tuple(_licences(result)),
        notices=merge_notices(_notices(result, title)),
        published_version=next(_linked(result, "preprint of", own), None) if is_preprint else None,
        preprints=tuple(dict.fromkeys(_linked(result, "preprint in", own))),
        links=tuple(_links(result)),
    )


def _accounts(reply: Reply) -> list[Account]:
    return [read_result(result, reply.retrieved_at, reply.asked) for result in results_of(reply)]


def _authors(result: _Json) -> Iterator[Author]:
    listed = list(fields.items(result, "authorList", "author"))
    for author in listed:
        family = fields.text(author, "lastName") or fields.text(author, "collectiveName")
        given = fields.text(author, "firstName") or fields.text(author, "initials")
        if name := plain_line(family or fields.text(author, "fullName")):
            yield Author(family=name, given=(plain_line(given) or "") if fields.text(author, "lastName") else "")
    if not listed:
        yield from _authors_of_line(fields.text(result, "authorString") or "")


def _authors_of_line(line: str) -> Iterator[Author]:
    """Authors out of "Smith JA, Group of Someone.": initials stand last, in capitals."""
    for name in line.rstrip(".").split(", "):
        family, _, initials = name.rpartition(" ")
        if family and initials.isupper():
            yield Author(family=family, given=initials)
        elif name.strip():
            yield Author(family=name.strip())


def _journal(result: _Json) -> str | None:
    return plain_line(fields.text(result, "journalInfo", "journal", "title") or fields.text(result, "journalTitle"))


def _types(result: _Json) -> tuple[str, ...]:
    line = fields.text(result, "pubType") or ""
    return fields.texts(result, "pubTypeList", "pubType") or tuple(filter(None, map(str.strip, line.split(";"))))


def _version(result: _Json) -> TextVersion:
    if fields.text(result, "source") == "PPR":
        return TextVersion.SUBMITTED
    is_manuscript = any(fields.yes(result, name) for name in ("authMan", "epmcAuthMan", "nihAuthMan"))
    return TextVersion.ACCEPTED if is_manuscript else TextVersion.PUBLISHED


def _licences(result: _Json) -> Iterator[VersionLicence]:
    if licence := licence_by_code(fields.text(result, "license")):
        yield VersionLicence(licence=licence, version=_version(result))


def _notices(result: _Json, title: str | None) -> Iterator[Notice]:
    by = (Service.EUROPEPMC.value,)
    for item in _comments(result):
        if (kind := link_kind(fields.text(item, "type"))) is not None:
            reference = fields.text(item, "reference")
            pmid = fields.pmid(item, "id") if fields.text(item, "source") == "MED" else None
            id_ = reference_doi(reference) or (f"PMID:{pmid}" if pmid else None)
            yield Notice(kind=kind, date=reference_date(reference), id=id_, said_by=by)
    if any(kind.lower() == "retracted publication" for kind in _types(result)):
        yield Notice(kind=NoticeKind.RETRACTION, said_by=by)
    if (mark := marked(title)) is not None:
        yield Notice(kind=mark, said_by=by)


def _comments(result: _Json) -> Iterator[_Json]:
    """The links to other articles; a list of them, or one alone, with or without the list's own name."""
    if isinstance(fields.at(result, "commentCorrectionList"), list):
        yield from fields.items(result, "commentCorrectionList")
    else:
        yield from fields.items(result, "commentCorrectionList", "commentCorrection")


def _linked(result: _Json, relation: str, own: Doi | None) -> Iterator[Doi]:
    for item in _comments(result):
        found = reference_doi(fields.text(item, "reference")) or fields.doi(item, "id")
        if (fields.text(item, "type") or "").lower() == relation and found is not None and found != own:
            yield found


def _links(result: _Json) -> Iterator[TextLink]:
    """PDFs that Europe PMC itself gives out; publishers' own pages are left alone."""
    licence = licence_by_code(fields.text(result, "license"))
    for item in fields.items(result, "fullTextUrlList", "fullTextUrl"):
        url = fields.text(item, "url") or ""
        is_free = fields.text(item, "availabilityCode") in _FREE and fields.text(item, "site") in _SITES
        if is_free and fields.text(item, "documentStyle") == "pdf" and url.startswith(("https://", "http://")):
            yield TextLink(
                url=url, media_type=MediaType.PDF, host=Host.REPOSITORY, version=_version(result), licence=licence
            )
