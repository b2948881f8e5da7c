"""One record out of what several services say, with every disagreement on it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from pipeline.fetch.merge import merge
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.paper import ArticleType, Author, Licence
from pipeline.models.record import Account, Record, Service, TextVersion, VersionLicence

NOW = datetime(2026, 11, 24, tzinfo=UTC)
DOI = Doi("10.1000/a")
RETRACTED = NoticeKind.RETRACTION


def says(service: Service, **more: Any) -> Account:
    return Account(service=service, retrieved_at=NOW, url="https://example.org", **{"doi": DOI, **more})


def merged(*accounts: Account) -> Record:
    return merge(accounts, [Service.DATACITE], [], NOW)


def conflicts(record: Record) -> set[str]:
    return {conflict.field for conflict in record.conflicts}


def test_a_title_is_one_whatever_its_case_and_points_and_all_who_agree_are_named() -> None:
    record = merged(
        says(Service.PUBMED, title="Gait training: a trial"), says(Service.CROSSREF, title="Gait Training: A Trial")
    )
    assert record.title is not None
    assert (record.title.value, set(record.title.by)) == (
        "Gait Training: A Trial",
        {Service.CROSSREF, Service.PUBMED},
    )
    assert conflicts(record) == set()
    assert record.unknown_to == (Service.DATACITE,)


def test_different_titles_authors_journals_and_types_of_record_are_conflicts() -> None:
    one = {"title": "Gait training in rats", "journal": "Spine", "authors": (Author(family="Lopez"),)}
    two = {"title": "Bladder care at home", "journal": "The Lancet", "authors": (Author(family="Chen"),)}
    record = merged(says(Service.CROSSREF, **one), says(Service.EUROPEPMC, **two))
    assert {"title", "journal", "first_author"} <= conflicts(record)
    assert record.title is not None
    assert record.title.value == "Gait training in rats"


@pytest.mark.parametrize("long", ["Lancet (London, England)", "The Lancet"])
def test_a_journal_is_one_under_its_long_and_short_names(long: str) -> None:
    record = merged(says(Service.CROSSREF, journal="The Lancet"), says(Service.PUBMED, journal=long))
    assert "journal" not in conflicts(record)


def test_the_more_exact_of_agreeing_dates_is_taken() -> None:
    record = merged(says(Service.CROSSREF, published="2021"), says(Service.PUBMED, published="2021-03-04"))
    assert record.published is not None
    assert record.published.value == "2021-03-04"
    assert conflicts(record) == set()


def test_an_account_of_another_article_lends_nothing() -> None:
    other = says(Service.EUROPEPMC, doi=Doi("10.1000/b"), title="Another", pmid="1", notices=(Notice(kind=RETRACTED),))
    record = merged(says(Service.CROSSREF, title="Gait"), other)
    assert (record.doi, record.pmid, record.notices) == (DOI, None, ())
    assert conflicts(record) == {"doi"}
    assert other in record.accounts


def test_one_retraction_told_four_times_is_one() -> None:
    date = "2010-02-06"
    record = merged(
        says(Service.CROSSREF, notices=(Notice(kind=RETRACTED, id="10.1000/r", date=date, said_by=("crossref",)),)),
        says(Service.PUBMED, notices=(Notice(kind=RETRACTED, id="PMID:7", date="2010-03", said_by=("pubmed",)),)),
        says(Service.EUROPEPMC, notices=(Notice(kind=RETRACTED, id="PMID:7", said_by=("europepmc",)),)),
        says(Service.OPENALEX, notices=(Notice(kind=RETRACTED, said_by=("openalex",)),)),
    )
    (notice,) = record.notices
    assert (notice.id, notice.date) == ("10.1000/r", date)
    assert set(notice.said_by) == {"crossref", "pubmed", "europepmc", "openalex"}


def test_two_corrections_stay_two() -> None:
    ids = ("10.1000/c1", "10.1000/c2")
    notices = tuple(Notice(kind=NoticeKind.CORRECTION, id=each, date="2020-01-01") for each in ids)
    assert {notice.id for notice in merged(says(Service.CROSSREF, notices=notices)).notices} == set(ids)


def test_that_it_is_a_notice_weighs_more_than_any_other_kind() -> None:
    record = merged(
        says(Service.PUBMED, article_type=ArticleType.RESEARCH),
        says(Service.CROSSREF, article_type=ArticleType.RETRACTION),
    )
    assert record.article_type is not None
    assert record.article_type.value is ArticleType.RETRACTION


def test_librarians_know_a_review_from_an_article() -> None:
    record = merged(
        says(Service.CROSSREF, article_type=ArticleType.RESEARCH),
        says(Service.PUBMED, article_type=ArticleType.REVIEW),
    )
    assert record.article_type is not None
    assert record.article_type.value is ArticleType.REVIEW


def test_only_a_preprint_has_become_something_and_nothing_was_itself_before() -> None:
    became = Doi("10.1000/became")
    article = merged(says(Service.CROSSREF, is_preprint=False, published_version=became, preprints=(DOI, became)))
    assert (article.published_version, article.preprints) == (None, (became,))
    preprint = merged(says(Service.CROSSREF, is_preprint=True, published_version=became))
    assert preprint.published_version == became


def test_one_licence_of_one_version_is_told_once_by_all() -> None:
    licence = VersionLicence(licence=Licence(name="CC BY 4.0"), version=TextVersion.PUBLISHED)
    record = merged(says(Service.CROSSREF, licences=(licence, licence)), says(Service.UNPAYWALL, licences=(licence,)))
    (said,) = record.licences
    assert said.by == (Service.CROSSREF, Service.UNPAYWALL)
