"""Trials, cohorts and numbers that a paper only speaks of are not its own."""

import pytest

from pipeline.draft.offline import study_facts
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.models.paper import Paper, SectionKind
from pipeline.models.study import Direction, Species, StudyDesign, StudyFacts
from tests.draft.papers import methods, paper

ALLOTTED = "Sixty adults with SCI were randomly assigned to arm cycling or usual care for 12 weeks."


def unlabelled(text: str, *more: tuple[SectionKind, str], title: str = "Walking after spinal cord injury") -> Paper:
    return paper((SectionKind.ABSTRACT, text), *more, title=title)


def design_of(facts: StudyFacts) -> StudyDesign | None:
    return facts.design.value if facts.design else None


@pytest.mark.parametrize(
    "background",
    [
        "Melatonin is being tested in people: a trial randomised 193 patients with SCI.",
        "Melatonin was safe: MELSCI randomised 193 patients with injuries at C4.",
        "In a cohort of 300 patients with SCI, melatonin was low.",
        "Trials of melatonin were small; in one, 29 patients were randomised to a dose.",
    ],
)
def test_work_in_a_dish_is_none_in_people_because_it_begins_with_a_trial(background: str):
    own = "We exposed cultured motor neurons to melatonin for 24 h. Cell death fell from 62% to 31%. It may protect."
    facts = study_facts(unlabelled(f"{background} {own}", title="Melatonin protects cultured motor neurons"))
    assert design_of(facts) is StudyDesign.IN_VITRO
    assert facts.species is not None
    assert facts.species.value is Species.CELL_OR_TISSUE
    assert not facts.samples


def test_the_injuries_of_another_trial_are_not_those_of_the_rats():
    background = "Trials in people with spinal cord injury were small; in one, 29 patients had thoracic injuries."
    own = "Here, we asked whether cells restore reaching in rats. Forty rats had a C5 contusion."
    facts = study_facts(unlabelled(f"{background} {own} Reaching was no better. Cells alone do not suffice."))
    assert design_of(facts) is StudyDesign.ANIMAL
    assert [level.value.value for level in facts.injury_levels] == ["cervical"]


def test_what_comes_after_the_turn_is_told_as_before():
    told = unlabelled("Sleep is short. We enrolled 40 patients in a trial of light. They slept longer. It may help.")
    assert [s.role for s in Reading(told).sentences][:2] == [Role.BACKGROUND, Role.METHODS]


@pytest.mark.parametrize(
    "text",
    [
        "A Markov model with a lifetime horizon was built. Inputs came from a cohort of 341 patients.",
        "We developed a decision-analytic model of two treatments. It followed 10,000 simulated patients.",
    ],
)
def test_in_a_model_of_costs_nobody_took_part(text: str):
    facts = study_facts(methods(text).paper)
    assert design_of(facts) is StudyDesign.COMPUTATIONAL
    assert not facts.samples


def test_a_trial_whose_costs_a_model_follows_is_not_computed():
    text = f"{ALLOTTED} To tell what it costs, a Markov model was built."
    assert design_of(study_facts(methods(text).paper)) is not StudyDesign.COMPUTATIONAL


@pytest.mark.parametrize(
    "title",
    [
        "Arm cycling versus usual care after spinal cord injury: an open-label trial",
        "Arm cycling for fatigue: a phase 2 trial",
    ],
)
def test_an_open_label_trial_has_two_groups_where_chance_decided(title: str):
    assert design_of(study_facts(methods(ALLOTTED, title=title).paper)) is StudyDesign.RCT


@pytest.mark.parametrize(
    "title",
    ["Arm cycling: an open-label extension study", "Arm cycling for fatigue: a single-arm, open-label trial"],
)
def test_a_title_that_says_one_group_is_believed(title: str):
    assert design_of(study_facts(methods(ALLOTTED, title=title).paper)) is StudyDesign.SINGLE_ARM_TRIAL


def test_a_longitudinal_study_in_which_chance_decided_is_a_trial():
    text = (
        "This longitudinal study followed walking. Forty adults with SCI were randomly allocated to robot or no robot."
    )
    assert design_of(study_facts(methods(text).paper)) is StudyDesign.RCT
    watched = "This longitudinal cohort study followed forty adults with SCI."
    assert design_of(study_facts(methods(watched).paper)) is StudyDesign.COHORT


def test_an_earlier_phase_of_the_drug_is_not_the_design():
    text = (
        "The drug improved scores in 16 patients in our phase 1/2 study. This was a double-blind, placebo-controlled,"
        " phase 3 trial at 19 hospitals. Patients were to receive the drug or placebo for five days. Scores did not"
        " differ. It should not be given."
    )
    assert design_of(study_facts(unlabelled(text))) is StudyDesign.RCT


def test_an_earlier_trial_in_the_introduction_is_not_the_design():
    told = unlabelled(
        "Patients with SCI were given a drug. Scores did not differ. It should not be given.",
        (SectionKind.INTRODUCTION, "In our earlier open-label trial, 16 patients had a mean gain of 18 points."),
    )
    assert design_of(study_facts(told)) is not StudyDesign.SINGLE_ARM_TRIAL


def test_a_case_report_counts_its_one_person_and_not_a_series_of_others():
    text = "In a series of 58 patients, pain was the first sign. A 17-year-old girl with SCI had hiccups for weeks."
    facts = study_facts(unlabelled(f"{text} They stopped.", title="Hiccups after spinal cord injury: a case report"))
    assert [sample.n for sample in facts.samples] == [1]


@pytest.mark.parametrize(
    "text",
    [
        "The similar ARMS trial (NCT22222222) enrolled only men.",
        "Doses were chosen as in the ARMS trial (NCT22222222).",
        "The larger HERCULES trial (NCT22222222) differs from ours in dose.",
    ],
)
def test_the_number_of_another_trial_is_not_its_own(text: str):
    told = methods(f"{ALLOTTED} The study was registered (NCT11111111). {text}").paper
    assert [number.value for number in study_facts(told).registration] == ["NCT11111111"]
    assert not study_facts(methods(f"{ALLOTTED} {text}").paper).registration


@pytest.mark.parametrize(
    "text",
    [
        "Walking speed rose in both groups, with no difference between them (p = 0.66).",
        "Walking speed rose in both groups, with no evidence of a difference between them (p = 0.66).",
        "Pain decreased in both arms to the same extent (p = 0.8).",
        "Risk was higher in smokers (2.3) and lower in those who exercised (0.55).",
    ],
)
def test_what_rose_alike_in_all_groups_has_no_direction(text: str):
    told = paper((SectionKind.ABSTRACT, f"Methods: {ALLOTTED} Results: {text} Conclusions: Training may help."))
    assert [result.direction for result in study_facts(told).results] == [Direction.UNCLEAR]
