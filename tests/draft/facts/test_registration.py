import pytest

from pipeline.draft.facts.registration import registration
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import SectionKind
from tests.draft.papers import methods, paper


@pytest.mark.parametrize(
    "number",
    [
        "NCT01236976",
        "ISRCTN45392701",
        "ACTRN12610000498099",
        "ChiCTR-IOR-17011118",
        "CRD42021234567",
        "2010-018119-93",
        "DRKS00017427",
        "IRCT2013072514161N1",
        "UMIN000006249",
        "INPLASY202150053",
        "CTRI/2019/05/019123",
        "U1111-1234-5678",
    ],
)
def test_each_registry_is_known(number: str):
    assert [found.value for found in registration(methods(f"The trial is registered ({number})."))] == [number]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("ISRCTN Number 38581822", "ISRCTN38581822"),
        ("NCT No. 01236976", "NCT01236976"),
        ("ACTRN 12610000498099", "ACTRN12610000498099"),
        ("ACTRN12607000010493http://example.org", "ACTRN12607000010493"),
    ],
)
def test_a_number_is_told_as_its_registry_writes_it(written: str, number: str):
    assert [found.value for found in registration(methods(f"The trial is registered, {written}."))] == [number]


@pytest.mark.parametrize("written", ["NCT0123", "ISRCTN123456789", "grant CRD 12", "NCT number to follow"])
def test_a_number_of_another_length_is_none(written: str):
    assert registration(methods(f"The trial has {written}.")) == ()


def test_the_trials_of_others_are_not_this_one():
    told = paper((SectionKind.ABSTRACT, "We walked."), (SectionKind.DISCUSSION, "In NCT01236976 people ran."))
    assert registration(Reading(told)) == ()


def test_the_end_of_a_discussion_counts_where_it_speaks_of_this_trial_and_nothing_stands_elsewhere():
    told = paper(
        (SectionKind.ABSTRACT, "We walked."), (SectionKind.DISCUSSION, "This trial was registered as NCT01236976.")
    )
    assert [found.value for found in registration(Reading(told))] == ["NCT01236976"]


def test_other_trials_that_this_one_complements_have_numbers_of_their_own():
    text = "The trial (NCT01236976) was new. It complements two other clinical trials (NCT01236977, NCT01236978)."
    assert [found.value for found in registration(methods(text))] == ["NCT01236976"]


def test_an_introduction_counts_where_the_number_stands_behind_this_study():
    aim = "In the current single-dose study (NCT01236976; no. 12) we asked patients what they liked."
    told = paper((SectionKind.ABSTRACT, "We walked."), (SectionKind.INTRODUCTION, aim))
    assert [found.value for found in registration(Reading(told))] == ["NCT01236976"]


def test_a_number_that_stands_twice_is_told_once():
    found = registration(methods("It is registered (NCT01236976). See NCT01236976 for more."))
    assert [known.value for known in found] == ["NCT01236976"]


def test_the_number_of_a_trial_that_paid_for_this_study_is_not_its_own():
    assert registration(methods("This work was funded by the RESTING study (NCT01236976).")) == ()


def test_a_number_that_the_title_alone_has_is_proved_by_the_title():
    title = "Walking practice in the evening: a randomised trial [ISRCTN45392701]"
    (found,) = registration(Reading(paper((SectionKind.ABSTRACT, "We walked."), title=title)))
    assert (found.value, found.evidence[0].quote) == ("ISRCTN45392701", title)


def test_a_sentence_with_the_number_of_the_title_is_the_better_proof():
    said = "The trial is registered as ISRCTN45392701."
    (found,) = registration(Reading(paper((SectionKind.ABSTRACT, said), title="A trial [ISRCTN45392701]")))
    assert found.evidence[0].quote == said
