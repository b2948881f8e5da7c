"""PubMed: what the National Library of Medicine says of an article. Source: NCBI's E-utilities, `pubmed_250101.dtd`."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree

from pipeline.fetch.merge_notices import merge_notices
from pipeline.fetch.services import fields, ncbi
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.languages import language_code
from pipeline.fetch.services.medline import link_kind, month_number, reference_date, reference_doi
from pipeline.fetch.services.plain_text import plain_abstract, plain_line, plain_title
from pipeline.fetch.services.types import marked, type_by_title, type_of_medline
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import WebError, bad_reply
from pipeline.models.ids import Doi, Pmid
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.paper import Author
from pipeline.models.record import Account, Service
from pipeline.models.web_reply import Reply
from pipeline.text.safe_xml import safe_parser

_NAME: Final = "PubMed"
_OK: Final = 200
_RETRACTED: Final = "retracted publication"


class PubMed:
    """`efetch.fcgi?db=pubmed`."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def account(self, pmid: Pmid) -> Account | None:
        """What PubMed says of an article, or None. Raises WebError."""
        return (await self.accounts([pmid])).get(pmid)

    async def accounts(self, pmids: Sequence[Pmid]) -> dict[Pmid, Account]:
        """What PubMed says of up to two hundred articles; those that it does not know are left out. Raises WebError."""
        if not pmids:
            return {}
        request = Request(
            ncbi.SERVICE,
            f"{self._asking.services.eutils}/efetch.fcgi",
            ncbi.pace(self._asking),
            params={"db": "pubmed", "id": ",".join(sorted(pmids)), "retmode": "xml", **ncbi.params(self._asking)},
            secrets=ncbi.secrets(self._asking),
            max_age=self._asking.max_age,
        )
        return await self._web.get(request, read_articles)


def read_articles(reply: Reply) -> dict[Pmid, Account]:
    """The articles of a reply by their PMIDs. Raises WebError."""
    if b"api key" in reply.body[:500].lower() and reply.status != _OK:
        raise WebError(
            "NCBI refuses the API key", kind="forbidden", remedy="Correct LAYLINE_NCBI_API_KEY.", status=reply.status
        )
    try:
        root = etree.fromstring(reply.body, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise bad_reply(_NAME, f"something that is no XML ({reply.status}: {reply.beginning!r})") from error
    if root is None or reply.status != _OK or root.tag != "PubmedArticleSet":
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    accounts = (_account(article, reply) for article in root.findall("PubmedArticle"))
    return {Pmid(account.pmid): account for account in accounts if account.pmid}


def _account(node: Any, reply: Reply) -> Account:
    article = "MedlineCitation/Article/"
    title = plain_title(_text(node, article + "ArticleTitle") or _text(node, article + "VernacularTitle"))
    types = [kind for each in node.findall(article + "PublicationTypeList/PublicationType") if (kind := _all(each))]
    is_preprint = any(kind.lower() == "preprint" for kind in types)
    ids = {each.get("IdType"): _all(each) for each in node.findall("PubmedData/ArticleIdList/ArticleId")}
    return Account(
        service=Service.PUBMED,
        retrieved_at=reply.retrieved_at,
        url=reply.asked,
        doi=fields.doi(ids, "doi") or _doi_of(node),
        pmid=fields.pmid({"id": _text(node, "MedlineCitation/PMID")}, "id"),
        pmcid=fields.pmcid(ids, "pmc"),
        title=title,
        authors=tuple(_authors(node.findall(article + "AuthorList/Author"))),
        journal=None if is_preprint else plain_line(_text(node, article + "Journal/Title")),
        published=_published(node),
        article_type=type_by_title(title) or type_of_medline(types),
        article_type_as_given="; ".join(types) or None,
        language=language_code(_text(node, article + "Language")),
        abstract=_abstract(node.findall(article + "Abstract/AbstractText")),
        is_preprint=is_preprint,
        notices=merge_notices(_notices(node, types, title)),
        published_version=next(_updates(node, "UpdateIn"), None) if is_preprint else None,
        preprints=() if is_preprint else tuple(_updates(node, "UpdateOf")),
    )


def _doi_of(node: Any) -> Doi | None:
    for each in node.findall("MedlineCitation/Article/ELocationID"):
        if each.get("EIdType") == "doi" and each.get("ValidYN") != "N":
            return fields.doi({"doi": _all(each)}, "doi")
    return None


def _authors(nodes: Sequence[Any]) -> Iterator[Author]:
    for node in nodes:
        family = plain_line(_text(node, "LastName"))
        group = plain_line(_text(node, "CollectiveName"))
        if family:
            yield Author(family=family, given=_text(node, "ForeName") or _text(node, "Initials") or "")
        elif group:
            yield Author(family=group)


def _published(node: Any) -> str | None:
    places = [*node.findall("MedlineCitation/Article/ArticleDate")]
    places += node.findall("MedlineCitation/Article/Journal/JournalIssue/PubDate")
    return fields.earliest(_date(place) for place in places)


def _date(place: Any) -> str | None:
    year, day = _text(place, "Year"), _text(place, "Day")
    if year is None:
        return reference_date(_text(place, "MedlineDate"))
    numbers = [
        int(part) if part and part.isascii() and part.isdigit() and len(part) <= 4 else None for part in (year, day)
    ]
    return fields.iso_date(numbers[0], month_number(_text(place, "Month")), numbers[1])


def _abstract(nodes: Sequence[Any]) -> str | None:
    parts = []
    for node in nodes:
        label, said = node.get("Label"), plain_abstract(_all(node))
        if said:
            parts.append(f"{label}: {said}" if label and label.upper() != "UNLABELLED" else said)
    return "\n\n".join(parts) or None


def _notices(node: Any, types: Sequence[str], title: str | None) -> Iterator[Notice]:
    by = (Service.PUBMED.value,)
    for link in node.findall("MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        if (kind := link_kind(link.get("RefType"))) is not None:
            reference = _text(link, "RefSource")
            pmid = fields.pmid({"id": _text(link, "PMID")}, "id")
            id_ = reference_doi(reference) or (f"PMID:{pmid}" if pmid else None)
            yield Notice(kind=kind, date=reference_date(reference), id=id_, said_by=by)
    if any(kind.lower() == _RETRACTED for kind in types):
        yield Notice(kind=NoticeKind.RETRACTION, said_by=by)
    if (mark := marked(title)) is not None:
        yield Notice(kind=mark, said_by=by)


def _updates(node: Any, relation: str) -> Iterator[Doi]:
    """What a preprint became (`UpdateIn`), what an article was before (`UpdateOf`, of preprint servers alone)."""
    for link in node.findall("MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        reference = _text(link, "RefSource") or ""
        found = reference_doi(reference) if link.get("RefType") == relation else None
        if found is not None and (
            relation == "UpdateIn" or "rxiv" in reference.lower() or "preprint" in reference.lower()
        ):
            yield found


def _text(node: Any, path: str) -> str | None:
    found = node.find(path)
    return _all(found) if found is not None else None


def _all(node: Any) -> str | None:
    return " ".join("".join(node.itertext()).split()) or None
