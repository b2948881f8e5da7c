import pytest

from pipeline.draft.facts.abbreviations import long_form
from pipeline.draft.facts.categories import CATEGORIES, categories
from pipeline.draft.facts.declarations import conflicts, funding
from pipeline.draft.facts.follow_up import follow_up
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import Basis, Metadata, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from tests.draft.papers import methods, paper


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Retention was tested at 6-month follow-up.", "6 months"),
        ("Patients were followed for 2 years.", "2 years"),
        ("Follow-up was one year.", "one year"),
        ("This regimen was followed for 4 days.", None),
    ],
)
def test_the_follow_up_is_that_of_people(text: str, expected: str | None):
    found = follow_up(methods(text))
    assert (found and found.value) == expected


def test_funding_and_conflicts_are_the_authors_own_words():
    told = paper(
        (SectionKind.FUNDING, "This work was supported by the Fund. The funders had no role in it."),
        (SectionKind.CONFLICTS, "Competing interests The authors declare none."),
    )
    paid, interests = funding(Reading(told)), conflicts(Reading(told))
    assert paid is not None
    assert interests is not None
    assert paid.value == "This work was supported by the Fund."
    assert interests.value == "The authors declare none."
    assert interests.evidence[0].quote.startswith("Competing interests")


def test_the_licence_below_a_declaration_is_none_of_it():
    licence = "Open Access This article is under the Creative Commons Licence, which permits unrestricted use."
    interests = conflicts(Reading(paper((SectionKind.CONFLICTS, f"The authors declare no conflict. {licence}"))))
    assert interests is not None
    assert interests.value == "The authors declare no conflict."


def test_names_and_addresses_beside_a_declaration_are_none_of_it():
    margin = "Research article. Ann Doe 1, Bo Roe 2. School of Life, University of Walking, Berne, Switzerland."
    interests = conflicts(Reading(paper((SectionKind.CONFLICTS, f"{margin} The authors declare no conflict."))))
    assert interests is not None
    assert interests.value == "The authors declare no conflict."


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("This idea is also supported by another experiment with dogs of the same age.", False),
        ("The work of Ann Doe is supported by the University of Walking.", True),
        ("AD was supported in part by NIH grant 5R01.", True),
    ],
)
def test_an_idea_may_be_supported_by_others_than_those_who_pay(text: str, *, paid: bool):
    assert (funding(Reading(paper((SectionKind.OTHER, text)))) is not None) == paid


def test_who_asked_for_the_money_is_not_who_gave_it():
    told = paper((SectionKind.OTHER, "KB and LJ obtained funding for the study."))
    assert funding(Reading(told)) is None


def under(heading: str, text: str, kind: SectionKind = SectionKind.OTHER) -> Reading:
    builder = PaperBuilder()
    builder.heading(heading, kind)
    builder.paragraph(text)
    return Reading(builder.build(Metadata(title="Walking"), basis=Basis.FULL_TEXT, parser="test", parser_version="1"))


@pytest.mark.parametrize(
    ("heading", "text", "kind", "told"),
    [
        (
            "Acknowledgements",
            "The work was paid for by Cyclo Inc.",
            SectionKind.OTHER,
            "The work was paid for by Cyclo Inc.",
        ),
        ("Funding", "Agency for Drugs.", SectionKind.ABSTRACT, "Agency for Drugs."),
        ("Compliance", "Funding: none.", SectionKind.ETHICS, "Funding: none."),
    ],
)
def test_who_paid_is_told_wherever_it_stands(heading: str, text: str, kind: SectionKind, told: str):
    paid = funding(under(heading, text, kind))
    assert paid is not None
    assert paid.value == told


def test_a_heading_of_conflicts_that_the_parser_does_not_know_is_one():
    interests = conflicts(under("Conflicts", "EM is employed by the Commission."))
    assert interests is not None
    assert interests.value == "EM is employed by the Commission."


def test_who_paid_is_no_conflict():
    both = "None of the authors has a conflict. This study was supported by the Walking Fund."
    interests = conflicts(under("Author disclosures", both, SectionKind.CONFLICTS))
    assert interests is not None
    assert interests.value == "None of the authors has a conflict."


def test_a_word_for_nothing_is_no_declaration():
    assert funding(Reading(paper((SectionKind.FUNDING, "Nil.")))) is None


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("SCI", "people with spinal cord injury", "spinal cord injury"),
        ("FTP", "both functional task practice", "functional task practice"),
        ("BCI", "a Motor Imagery Brain-Computer Interface", "Brain-Computer Interface"),
        ("NASA", "as we have seen it in the", None),
        ("SCI", "", None),
    ],
)
def test_an_abbreviation_is_spelled_out_in_the_papers_own_words(short: str, before: str, long: str | None):
    assert long_form(short, before) == long


def test_categories_come_from_title_and_abstract_and_from_the_sites_list():
    found = categories("Walking practice", (), "Gait and walking improved.")
    assert found == ("Mobility and Walking",)
    assert categories("Walking practice", (), "Gait and walking improved.", ["Pain Management"]) == ()
    assert len(set(CATEGORIES)) == len(CATEGORIES)
