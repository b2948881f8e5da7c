"""What is merged decides what is held: the cases in which services mislead."""

from datetime import UTC, datetime
from typing import Any

from pipeline.fetch.merge import merge
from pipeline.models.ids import Doi
from pipeline.models.notice import Notice, NoticeKind
from pipeline.models.paper import ArticleType, Licence
from pipeline.models.record import Account, Record, Service, TextVersion, VersionLicence

NOW = datetime(2026, 11, 1, tzinfo=UTC)
DOI = Doi("10.5555/a")


def account(service: Service, **values: Any) -> Account:
    """What a service says of the article."""
    return Account(service=service, retrieved_at=NOW, url="http://service/", **({"doi": DOI} | values))


def merged(*accounts: Account) -> Record:
    """The record of these accounts."""
    return merge(accounts, [], [], NOW)


def test_a_notice_that_is_flagged_as_retracted_is_a_notice_and_not_itself_retracted() -> None:
    flag = Notice(kind=NoticeKind.RETRACTION, said_by=("openalex",))
    record = merged(
        account(Service.CROSSREF, article_type=ArticleType.RETRACTION),
        account(Service.OPENALEX, article_type=ArticleType.RESEARCH, notices=(flag,)),
    )
    assert record.notices == ()
    assert record.article_type is not None
    assert record.article_type.value is ArticleType.RETRACTION
    assert [conflict.field for conflict in record.conflicts] == ["article_type"]


def test_one_gatherer_does_not_make_an_article_a_preprint_of_itself() -> None:
    record = merged(
        account(Service.CROSSREF, is_preprint=False),
        account(Service.OPENALEX, is_preprint=True, published_version=DOI),
    )
    assert not record.is_preprint
    assert record.published_version is None
    assert [conflict.field for conflict in record.conflicts] == ["is_preprint"]


def test_a_preprint_is_never_its_own_version_of_record() -> None:
    record = merged(account(Service.CROSSREF, is_preprint=True, published_version=DOI))
    assert record.published_version is None


def test_one_retraction_that_two_services_tell_of_is_one_with_its_most_exact_date() -> None:
    by_doi = Notice(kind=NoticeKind.RETRACTION, id="10.5555/r", date="2010-02-06", said_by=("crossref",))
    by_year = Notice(kind=NoticeKind.RETRACTION, id="PMID:7", date="2010", said_by=("pubmed",))
    record = merged(account(Service.CROSSREF, notices=(by_doi,)), account(Service.PUBMED, notices=(by_year,)))
    assert [(notice.date, notice.said_by) for notice in record.notices] == [("2010-02-06", ("crossref", "pubmed"))]


def test_a_correction_and_the_same_erratum_are_told_once() -> None:
    one = Notice(kind=NoticeKind.CORRECTION, id="10.5555/c", date="2020-01-02", said_by=("crossref",))
    other = Notice(kind=NoticeKind.ERRATUM, id="PMID:8", said_by=("pubmed",))
    assert (
        len(merged(account(Service.CROSSREF, notices=(one,)), account(Service.PUBMED, notices=(other,))).notices) == 1
    )


def test_the_earliest_date_is_taken_as_exact_as_it_is_told() -> None:
    dates = ("2021", "2021-03", "2021-07-01")
    services = (Service.CROSSREF, Service.EUROPEPMC, Service.PUBMED)
    record = merged(*(account(service, published=date) for service, date in zip(services, dates, strict=True)))
    assert record.published is not None
    assert record.published.value == "2021-03"


def test_one_licence_under_two_names_is_one() -> None:
    exact = Licence(url="https://creativecommons.org/licenses/by/4.0/", name="CC BY 4.0")
    said = [
        account(service, licences=(VersionLicence(licence=licence, version=TextVersion.PUBLISHED),))
        for service, licence in ((Service.UNPAYWALL, Licence(name="CC BY")), (Service.CROSSREF, exact))
    ]
    record = merged(*said)
    assert [(each.value.licence.name, len(each.by)) for each in record.licences] == [("CC BY 4.0", 2)]


def test_an_account_of_another_doi_is_a_conflict_and_lends_nothing() -> None:
    record = merged(
        account(Service.CROSSREF, title="One study"),
        account(Service.UNPAYWALL, doi=Doi("10.5555/b"), title="Another", published="1999"),
    )
    assert record.title is not None
    assert record.title.value == "One study"
    assert record.published is None
    assert [conflict.field for conflict in record.conflicts] == ["doi"]
