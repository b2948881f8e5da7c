"""PubMed: publication types and the list of comments and corrections, as librarians at NLM keep them.

Source: NLM's "MEDLINE/PubMed XML Element Descriptions" (PublicationTypeList, CommentsCorrectionsList).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from pipeline.fetch.services import fields, ncbi
from pipeline.fetch.services.asking import Asking
from pipeline.fetch.services.types import is_marked_retracted, type_by_title, type_of_medline
from pipeline.fetch.web.client import Request, Web
from pipeline.fetch.web.errors import bad_reply
from pipeline.models.ids import Doi, Pmid
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.paper import Author
from pipeline.models.record import Account, Service
from pipeline.models.web_reply import Reply
from pipeline.text.safe_xml import safe_parser

_NAME: Final = "PubMed"
_OK: Final = 200
_REFS: Final = {
    "RetractionIn": NoticeKind.RETRACTION,
    "PartialRetractionIn": NoticeKind.PARTIAL_RETRACTION,
    "ExpressionOfConcernIn": NoticeKind.EXPRESSION_OF_CONCERN,
    "ErratumIn": NoticeKind.ERRATUM,
    "CorrectedandRepublishedIn": NoticeKind.CORRECTION,
}


class PubMed:
    """`efetch` of many articles at once."""

    def __init__(self, web: Web, asking: Asking) -> None:
        self._web, self._asking = web, asking

    async def accounts(self, pmids: Sequence[Pmid]) -> dict[Pmid, Account]:
        """What PubMed says of these articles; those it does not know are left out. Raises WebError."""
        params = {"db": "pubmed", "retmode": "xml", "id": ",".join(sorted(pmids)), **ncbi.params(self._asking)}
        request = Request(
            ncbi.SERVICE,
            f"{self._asking.services.eutils}/efetch.fcgi",
            ncbi.pace(self._asking),
            params=params,
            secrets=ncbi.secrets(self._asking),
            max_age=self._asking.max_age,
        )
        found = await self._web.get(request, _accounts_of)
        return {pmid: account for pmid, account in found.items() if pmid in set(pmids)}


def _accounts_of(reply: Reply) -> dict[Pmid, Account]:
    if reply.status != _OK:
        raise bad_reply(_NAME, f"{reply.status} ({reply.beginning!r})")
    try:
        root = etree.fromstring(reply.body, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise bad_reply(_NAME, f"something that is no XML ({reply.beginning!r})") from error
    if root is None or root.tag != "PubmedArticleSet":
        raise bad_reply(_NAME, f"other XML than a set of articles ({reply.beginning!r})")
    accounts = (_account(article, reply) for article in root.iterfind("PubmedArticle"))
    return {Pmid(account.pmid): account for account in accounts if account.pmid}


def _account(article: etree._Element, reply: Reply) -> Account:
    title = _text(article.find("MedlineCitation/Article/ArticleTitle"))
    kinds = tuple(kind for node in article.iterfind(".//PublicationTypeList/PublicationType") if (kind := _text(node)))
    ids = {node.get("IdType"): _text(node) for node in article.iterfind("PubmedData/ArticleIdList/ArticleId")}
    return Account(
        service=Service.PUBMED,
        retrieved_at=reply.retrieved_at,
        url=reply.asked,
        doi=_doi(ids.get("doi")),
        pmid=fields.pmid({"x": _text(article.find("MedlineCitation/PMID"))}, "x"),
        pmcid=fields.pmcid({"x": ids.get("pmc")}, "x"),
        title=title.removesuffix(".") if title else None,
        authors=tuple(_authors(article)),
        journal=_text(article.find("MedlineCitation/Article/Journal/Title")),
        published=_published(article),
        article_type=type_by_title(title) or type_of_medline(kinds),
        article_type_as_given=", ".join(kinds) or None,
        language=_text(article.find("MedlineCitation/Article/Language")),
        abstract=_abstract(article),
        notices=tuple(_notices(article, title, kinds)),
    )


def _text(node: etree._Element | None) -> str | None:
    return " ".join("".join(str(part) for part in node.itertext()).split()) or None if node is not None else None


def _doi(value: str | None) -> Doi | None:
    return fields.doi({"x": value}, "x")


def _authors(article: etree._Element) -> Iterator[Author]:
    for node in article.iterfind(".//AuthorList/Author"):
        family = _text(node.find("LastName")) or _text(node.find("CollectiveName"))
        if family:
            yield Author(family=family, given=_text(node.find("ForeName")) or "")


def _published(article: etree._Element) -> str | None:
    node = article.find("MedlineCitation/Article/ArticleDate")
    if node is None:
        node = article.find("MedlineCitation/Article/Journal/JournalIssue/PubDate")
    parts = [_text(node.find(name)) for name in ("Year", "Month", "Day")] if node is not None else []
    numeric = [part for part in parts if part and part.isdigit()]
    return fields.date({"x": "-".join(numeric)}, "x")


def _abstract(article: etree._Element) -> str | None:
    parts = []
    for node in article.iterfind("MedlineCitation/Article/Abstract/AbstractText"):
        label, words = node.get("Label"), _text(node)
        if words:
            parts.append(f"{label.capitalize()}: {words}" if label else words)
    return "\n\n".join(parts) or None


def _notices(article: etree._Element, title: str | None, kinds: tuple[str, ...]) -> Iterator[Notice]:
    said_by = (Service.PUBMED.value,)
    for node in article.iterfind(".//CommentsCorrectionsList/CommentsCorrections"):
        kind = _REFS.get(node.get("RefType") or "")
        if kind is not None:
            number = fields.pmid({"x": _text(node.find("PMID"))}, "x")
            yield Notice(kind=kind, id=f"PMID:{number}" if number else None, said_by=said_by)
    if "Retracted Publication" in kinds or is_marked_retracted(title):
        yield Notice(kind=NoticeKind.RETRACTION, said_by=said_by)
