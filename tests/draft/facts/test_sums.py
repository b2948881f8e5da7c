"""Wholes that their parts give away, and numbers that are parts."""

import pytest

from pipeline.draft.facts.one_of_many import is_one_arm, is_one_of_many
from pipeline.draft.facts.samples import samples
from pipeline.draft.facts.sums import summed
from pipeline.draft.reading.reading import Reading
from pipeline.models.paper import ArticleType, SectionKind
from pipeline.models.study import SampleUnit
from tests.draft.papers import abstract, in_people, methods, paper


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("In a trial of 47 carriers, 22 patients were assigned to salt, while 25 patients received sugar.", 47),
        ("The sample size was about 1,048 (478 patients before the change and 570 after).", 1048),
        ("Of these, 32 patients were assigned to the pool and 30 patients were assigned to the gym.", 62),
        ("We will randomise 12 participants to the swimming group and 12 to the control group.", 24),
        ("The groups swam (n = 24 classes, 410 children) or waited (n = 25 classes, 480 children).", 890),
        ("We compared controls before (May) (n = 468) versus a group after (n = 532).", 1000),
        ("In all, 14 men, 8 women, mean age 54 years, were recruited.", 22),
        ("We compared 120 cases and 240 controls.", 360),
        ("Bone was measured in 45 able-bodied controls and 40 patients with an injury.", 85),
        ("We tested 63 younger adults and 83 older adults for this study.", 146),
        ("We tested 16 stroke survivors and 17 age-matched controls.", 33),
        ("Blood was taken from 189 patients with sclerosis and 70 healthy volunteers in two groups.", 259),
    ],
)
def test_the_whole_is_what_its_parts_make(text: str, whole: int):
    assert list(summed(text)) == [(whole, SampleUnit.PEOPLE)]


@pytest.mark.parametrize(
    "text",
    [
        "Patients received 40 mg, then 20 mg and 20 mg.",
        "Of 90 patients screened, 30 were excluded from the groups and 60 stayed.",
        "In the control group 12 (30%) of 40 patients fell.",
        "62 patients aged over 65 were randomised to swimming or rest.",
        "Three groups swam (n = 20), ran (n = 20) and waited (n = 21).",
        "Patients swam (n = 20) in the group.",
        "A fall was seen in 9% of patients (n = 16) of the active group and 13% (n = 25) of the control group.",
        "The groups were measured on day 3 and day 5 and day 8.",
        "The control group had 5 nurses.",
        "12 men died and 9 women were lost.",
        "The control group saw 12 patients and 9 volunteers.",
        "12 men and 14 males of the group took part.",
        "The groups swam for 10 weeks, 4 weeks in the sea and 6 weeks in the pool.",
    ],
)
def test_numbers_that_do_not_tell_of_a_whole_make_none(text: str):
    assert list(summed(text)) == []


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("30 patients were assigned to exercise and 31 patients to rest.", 61),
        ("In a randomised study of 47 carriers, 22 patients swam, while 25 patients of the other group ran.", 47),
        ("Fourteen healthy men lifted weights and 48 patients were randomised to lifting or rest.", 48),
        ("The drug was given to 19 patients with pain.", 19),
        ("We report two cases of hiccups in men.", 2),
        ("Eighteen patients with cramps cycled thrice a week.", 18),
        ("161 of 212 students responded.", 161),
        ("The final sample comprised n = 88 women.", 88),
        ("A total of 21 310 patients were found.", 21310),
        ("A survey was held with 57 patients.", 57),
    ],
)
def test_the_sample_is_the_whole(text: str, n: int):
    assert samples(methods(text))[0].n == n


def test_a_labelled_part_of_an_abstract_may_begin_with_its_number():
    text = "Setting: A clinic. Participants: Thirty-two patients with stroke. Interventions: Swimming for 3 weeks."
    assert samples(Reading(abstract(text)))[0].n == 32


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-two patients were randomised to swimming.",
        "A rash was seen in five patients assigned to salt and two assigned to sugar.",
        "Half of the patients (n = 50) were asked again.",
        "Patients were assigned to one of the four groups (n = 30).",
        "Patients were seen by 10 field workers.",
        "Patients were assigned to six experienced surgeons.",
        "Deaths were read by a committee of seven physicians.",
        "In eight cases the dose was lowered.",
        "The median time of 118 deceased patients was counted.",
        "We saw 1609 patients who were examined for fever and screened for their eligibility.",
        "A study of 99 healthy patients had shown the same.",
        "Of 64 strains tested, only one grew.",
        "Side effects were seen in 9 patients treated with salt.",
        "The scale had been validated in 220 patients.",
        "A previous trial enrolled 400 patients.",
        "Smith et al. studied 60 patients.",
        "Earlier surveys of 1,000 patients were kind.",
        "Group 1, consisting of 24 patients, received salt.",
        "Salt was given to 35 patients (study group, SG).",
        "There were 25 patients who fell.",
    ],
)
def test_who_is_one_arm_or_did_the_work_is_no_sample(text: str):
    assert samples(methods(text)) == ()


@pytest.mark.parametrize(
    ("after", "one"),
    [
        (" were randomised to swimming.", True),
        (" (31 women) were assigned to swimming.", True),
        (" assigned to salt and two assigned to sugar.", True),
        (" were randomised to swimming or rest.", False),
        (" were randomly assigned to two groups.", False),
        (" were allocated to either arm.", False),
        (" were randomised to swimming, running and rest.", False),
        (" were randomised.", False),
        (" swam to the shore.", False),
    ],
)
def test_who_was_assigned_to_one_thing_is_one_arm(after: str, one: bool):
    assert is_one_arm(after) is one


def test_what_is_needed_in_each_group_is_one_of_many():
    assert is_one_of_many(" need to be recruited in each group")
    assert not is_one_of_many(" received one dose of each drug in turn, and all stayed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Methods: We will randomise 12 participants to the swimming group and 12 to the control group.", [24]),
        ("Methods: We will survey 300 patients.", [300]),
        ("Methods: Target sample size is 760, in four towns.", [760]),
        ("Methods: All participants (target n=20) will be offered it.", [20]),
        ("Methods: The target n is unknown, and 20 days are planned.", []),
        ("Methods: The committee will consist of six members who are recruited.", []),
        ("Methods: Each of the sites will be assigned 22 participants.", []),
    ],
)
def test_a_plan_is_the_whole_that_is_planned(text: str, expected: list[int]):
    assert [s.n for s in samples(Reading(abstract(text, kind=ArticleType.PROTOCOL)))] == expected


def test_those_who_will_be_asked_afterwards_are_not_the_plan():
    text = "We will recruit 40 patients. Interviews will be held with 60 patients who are invited."
    protocol = paper((SectionKind.METHODS, text), kind=ArticleType.PROTOCOL)
    assert [s.n for s in samples(Reading(protocol))] == [40]


def test_who_underwent_it_is_counted_among_the_results_of_an_abstract():
    text = "Methods: Operations were reviewed. Results: 1,240 patients underwent operations."
    assert [s.n for s in samples(Reading(abstract(text)))] == [1240]
    body = (SectionKind.RESULTS, "1,240 patients underwent operations.")
    assert samples(Reading(paper((SectionKind.ABSTRACT, "Operations are many."), body))) == ()


def test_a_breed_with_a_dash_is_one_name():
    found = samples(methods("The experiment was conducted on 48 Sprague – Dawley rats."))
    assert [(s.n, s.unit) for s in found] == [(48, SampleUnit.ANIMALS)]


def test_the_parts_of_a_whole_are_told_no_more():
    body = (SectionKind.RESULTS, "In all, 14 males, 8 females, mean age 54 years, were recruited.")
    found = samples(Reading(paper((SectionKind.ABSTRACT, "Methods: Patients swam."), body)))
    assert [s.n for s in found] == [22]


def test_among_results_two_groups_are_those_of_an_outcome():
    body = (SectionKind.RESULTS, "Sleep was longer in the swimming group (n = 140) and in the rest group (n = 71).")
    assert samples(Reading(paper((SectionKind.ABSTRACT, "Methods: Patients swam."), body))) == ()


def test_of_studies_found_those_that_met_the_criteria_count():
    reading = in_people("In total, 4,310 papers were identified, and 52 then met our criteria.")
    assert 4310 not in [s.n for s in samples(reading)]
