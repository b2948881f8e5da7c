"""Replies that no recording holds, made after the services' documentation."""

from typing import Any

WAKEFIELD = "10.1016/s0140-6736(97)11096-0"


def crossref_work(**more: Any) -> dict[str, Any]:
    """The most famous retraction, as Crossref tells of it."""
    update = {"DOI": "10.1016/S0140-6736(10)60175-4", "type": "retraction", "label": "Retraction"}
    date = {"date-parts": [[2010, 2, 6]]}
    updates = [
        {**update, "source": "publisher", "updated": {"date-parts": [[2010, 2]]}},
        {**update, "source": "retraction-watch", "record-id": "4036", "updated": date},
        {"DOI": WAKEFIELD, "type": "new_version", "source": "publisher", "updated": date},
        {"DOI": "10.1016/S0140-6736(04)15715-2", "type": "correction", "source": "retraction-watch",
         "updated": {"date-parts": [[2004, 3, 6]]}},
    ]  # fmt: skip
    return {
        "DOI": "10.1016/S0140-6736(97)11096-0",
        "type": "journal-article",
        "title": ["RETRACTED: Ileal-lymphoid-nodular hyperplasia, non-specific colitis"],
        "container-title": ["The Lancet"],
        "author": [{"given": "AJ", "family": "Wakefield"}, {"name": "A Group"}, {"given": "Na", "family": "Na"}],
        "issued": {"date-parts": [[1998, 2, None]]},
        "published-print": {"date-parts": [[None]]},
        "language": "en-GB",
        "updated-by": updates,
        **more,
    }


def europepmc_result(**more: Any) -> dict[str, Any]:
    return {
        "id": "9500320",
        "source": "MED",
        "pmid": "9500320",
        "doi": WAKEFIELD,
        "title": "Ileal-lymphoid-nodular hyperplasia, non-specific colitis.",
        "authorString": "Wakefield AJ, Murch SH.",
        "journalInfo": {"journal": {"title": "Lancet (London, England)"}},
        "pubYear": "1998",
        "language": "eng",
        "pubTypeList": {"pubType": ["Retracted Publication", "Journal Article"]},
        "commentCorrectionList": {
            "commentCorrection": {
                "id": "20137807",
                "source": "MED",
                "type": "Retraction in",
                "reference": "Lancet. 2010 Feb 6;375(9713):445",
            }
        },
        "isOpenAccess": "N",
        **more,
    }


PUBMED = b"""<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "x.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">9500320</PMID><Article>
<Journal><JournalIssue><PubDate><Year>1998</Year><Month>Feb</Month><Day>28</Day></PubDate></JournalIssue>
<Title>Lancet (London, England)</Title></Journal><ArticleTitle>Ileal <i>lymphoid</i> hyperplasia.</ArticleTitle>
<Abstract><AbstractText Label="BACKGROUND">We saw p &lt; 0.05.</AbstractText>
<AbstractText>More.</AbstractText></Abstract>
<AuthorList><Author><LastName>Wakefield</LastName><ForeName>A J</ForeName></Author>
<Author><CollectiveName>A Group</CollectiveName></Author></AuthorList><Language>eng</Language>
<PublicationTypeList><PublicationType>Journal Article</PublicationType>
<PublicationType>Retracted Publication</PublicationType></PublicationTypeList></Article>
<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn">
<RefSource>Lancet. 2010 Feb 6;375(9713):445</RefSource>
<PMID>20137807</PMID></CommentsCorrections><CommentsCorrections RefType="CommentIn"><PMID>1</PMID></CommentsCorrections>
</CommentsCorrectionsList></MedlineCitation><PubmedData><ArticleIdList>
<ArticleId IdType="doi">10.1016/S0140-6736(97)11096-0
</ArticleId></ArticleIdList><ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1/wrong</ArticleId>
</ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle></PubmedArticleSet>"""

BIORXIV: dict[str, Any] = {
    "messages": [{"status": "ok", "count": 2}],
    "collection": [
        {"doi": "10.1101/2020.01.01.000001", "title": "Old", "authors": "Na, B.; Example, A. C.;", "date": "2020-01-02",
         "version": "1", "type": "new results", "license": "cc_no", "jatsxml": "NA", "published": "NA"},
        {"doi": "10.1101/2020.01.01.000001", "title": "New &amp; better", "authors": "Na, B.; Example, A. C.",
         "date": "2020-03-04", "version": "2", "type": "new results", "license": "cc_by_nc_nd", "abstract": "NA",
         "jatsxml": "https://www.biorxiv.org/content/early/2020/03/04/x.source.xml", "published": "10.1000/Journal.1"},
    ],
}  # fmt: skip

ARXIV: dict[str, Any] = {
    "data": {
        "id": "10.48550/arxiv.2312.07559",
        "attributes": {
            "doi": "10.48550/arxiv.2312.07559",
            "titles": [{"title": "A preprint"}],
            "creators": [{"name": "Lála, Jakub", "nameType": "Personal", "givenName": "Jakub", "familyName": "Lála"}],
            "publisher": "arXiv",
            "publicationYear": 2023,
            "dates": [
                {"date": "2023-12-08T18:00:00Z", "dateType": "Submitted"},
                {"date": "2023-12", "dateType": "Issued"},
            ],
            "types": {"resourceTypeGeneral": "Preprint"},
            "relatedIdentifiers": [
                {
                    "relationType": "IsVersionOf",
                    "relatedIdentifier": "10.1000/Journal.2",
                    "relatedIdentifierType": "DOI",
                }
            ],
            "rightsList": [{"rightsUri": "http://creativecommons.org/licenses/by/4.0/legalcode"}],
        },
    }
}

UNPAYWALL: dict[str, Any] = {
    "doi": WAKEFIELD, "title": "Ileal", "genre": "journal-article", "is_oa": True, "published_date": "1998-02-28",
    "journal_name": "The Lancet",
    "z_authors": [{"family": "Wakefield", "given": "AJ"}, {"raw_author_name": "S. Murch"}],
    "oa_locations": [
        {"url": "https://x.org/a.pdf", "url_for_pdf": None, "host_type": "repository", "license": "cc-by-nc",
         "version": "acceptedVersion", "is_best": False},
        {"url": "https://y.org/b", "url_for_pdf": "https://y.org/b.pdf", "host_type": "publisher", "license": None,
         "version": "publishedVersion", "is_best": True},
    ],
}  # fmt: skip

OPENALEX: dict[str, Any] = {
    "id": "https://openalex.org/W1", "doi": f"https://doi.org/{WAKEFIELD}", "title": "Ileal", "type": "review",
    "language": "en", "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/9500320", "pmcid": None}, "is_retracted": False,
    "publication_date": "1998-02-01", "open_access": {"is_oa": True},
    "primary_location": {"source": {"type": "journal", "display_name": "The Lancet"}},
    "authorships": [{"raw_author_name": "AJ Wakefield", "author": {"display_name": "Andrew Wakefield"}}],
    "abstract_inverted_index": {"We": [0], "saw": [1, 3], "and": [2]},
    "locations": [{"is_oa": True, "pdf_url": "https://z.org/c.pdf", "license": "cc-by", "version": "publishedVersion",
                   "source": {"type": "repository"}}],
}  # fmt: skip
