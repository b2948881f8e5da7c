import pytest

from pipeline.draft.facts.certainty import certainty
from pipeline.draft.facts.interventions import interventions
from pipeline.draft.facts.primary_outcome import primary_outcome
from pipeline.draft.facts.results import results
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType
from pipeline.models.study import Direction, StudyDesign
from tests.draft.papers import abstract, methods

RCT = Known[StudyDesign](value=StudyDesign.RCT, evidence=())
REVIEW = Known[StudyDesign](value=StudyDesign.META_ANALYSIS, evidence=())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adults were randomised to standing frames or usual care.", ["standing frames", "usual care"]),
        ("Patients will receive either 20 mg of the drug or a placebo once daily.", ["20 mg of the drug", "placebo"]),
        ("Children were assigned to 0.03% drops (D) or saline.", ["0.03% drops (D)", "saline"]),
        ("The aim was to test the effect of treadmill training on walking.", ["treadmill training"]),
        ("We compared massage with stretching in adults.", ["massage", "stretching"]),
    ],
)
def test_what_was_tried_is_named_as_the_authors_name_it(text: str, expected: list[str]):
    assert [known.value for known in interventions(methods(text), RCT)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Patients were randomised into two groups of 24 patients each.",
        "Patients were assigned to the intervention or the control group.",
        "Groups were compared by the t-test and by analysis of variance.",
        "Patients were randomised by sealed envelopes kept by a nurse and opened later.",
    ],
)
def test_groups_without_a_name_and_tests_are_no_interventions(text: str):
    assert interventions(methods(text), RCT) == ()


def test_nothing_is_tried_in_a_cohort():
    cohort = Known[StudyDesign](value=StudyDesign.COHORT, evidence=())
    assert interventions(methods("We compared massage with stretching in adults."), cohort) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The primary outcome was walking speed at 6 months.", "walking speed at 6 months"),
        ("The primary endpoint of this trial was pain, measured on a scale.", "pain"),
        ("Primary outcome: leg spasms.", "leg spasms"),
        ("Walking speed was the primary outcome measure.", "Walking speed"),
        (
            "The main outcome measure was the effect of E. purpurea on sleep.",
            "the effect of E. purpurea on sleep",
        ),
    ],
)
def test_the_primary_outcome_is_the_phrase_of_the_paper(text: str, expected: str):
    found = primary_outcome(methods(text))
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    "text",
    [
        "The primary outcome was assessed at 6 months.",
        "The primary outcome was similar in both groups.",
        "The primary outcome will be analysed by a blinded statistician.",
        "Secondary outcomes were pain and sleep.",
    ],
)
def test_what_is_said_about_an_outcome_does_not_name_it(text: str):
    assert primary_outcome(methods(text)) is None


def with_results(text: str) -> Reading:
    return Reading(abstract(f"Background: Walking is hard. Methods: Adults walked. Results: {text}"))


@pytest.mark.parametrize(
    ("text", "outcome", "direction", "numbers"),
    [
        (
            "Walking speed was higher in the training group (0.9 vs 0.7; P = 0.03).",
            "Walking speed",
            Direction.HIGHER,
            ("0.9", "0.7", "P = 0.03"),
        ),
        (
            "The rate of falls was significantly lower after training (12% vs 30%).",
            "Rate of falls",
            Direction.LOWER,
            ("12%", "30%"),
        ),
        ("Sleep improved in both groups.", "Sleep", Direction.BETTER, ()),
        ("At 6 months, spasticity worsened in the control group.", "Spasticity", Direction.WORSE, ()),
        ("There was no significant difference in pain between the groups.", "Pain", Direction.NO_DIFFERENCE, ()),
        ("Mood was not better after training.", "Mood", Direction.NO_DIFFERENCE, ()),
        (
            "Speed improved by 7.3 m [95% confidence interval (CI): 5.8 to 8.8 m] in the group that trained (P<0.001).",
            "Speed",
            Direction.BETTER,
            ("7.3", "95% confidence interval (CI): 5.8 to 8.8", "P<0.001"),
        ),
        (
            "Fast adults showed gains in speed (0.033 m/s); however, no significant change in endurance was observed.",
            "Endurance",
            Direction.NO_DIFFERENCE,
            (),
        ),
        (
            "Pain scores improved in all of the groups, but no differences were found between them.",
            "Pain scores",
            Direction.UNCLEAR,
            (),
        ),
        (
            "Binding was unchanged at rest but was much higher by 60% after meals.",
            "Binding",
            Direction.UNCLEAR,
            ("60%",),
        ),
        (
            "Leg strength was higher in women, but this was not statistically significant.",
            "Leg strength",
            Direction.UNCLEAR,
            (),
        ),
    ],
)
def test_a_plain_result_has_its_outcome_direction_and_numbers(
    text: str, outcome: str, direction: Direction, numbers: tuple[str, ...]
):
    [found] = results(with_results(text))
    assert (found.direction, found.numbers) == (direction, numbers)
    assert found.outcome.startswith(outcome)
    assert text in found.evidence[0].quote


@pytest.mark.parametrize(
    "text",
    [
        "Patients were younger than expected and had less pain than others.",
        "The drug reduced pain.",
        "The groups were similar at baseline.",
        "While training improved things, we saw little.",
        "It was higher than before.",
        "Age was similar between groups at baseline.",
    ],
)
def test_people_causes_and_beginnings_are_no_outcomes(text: str):
    assert results(with_results(text)) == ()


def test_a_plan_has_no_results():
    plan = abstract("Methods: Adults will walk. Results: Speed was higher in adults.", kind=ArticleType.PROTOCOL)
    assert results(Reading(plan)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By GRADE, there was moderate-quality evidence that it helped.", "moderate"),
        ("The certainty of the evidence was very low (GRADE).", "very_low"),
        ("GRADE was used. Overall, the evidence was of low certainty.", "low"),
        ("By GRADE, there was low-quality to moderate-quality evidence.", None),
        ("By GRADE, there was low certainty evidence on pain and high certainty evidence on sleep.", None),
        ("There was high quality evidence that it helped.", None),
    ],
)
def test_certainty_is_the_one_rating_that_the_authors_give(text: str, expected: str | None):
    found = certainty(with_results(text), REVIEW)
    assert (found and found.value.value) == expected


def test_a_trial_rates_no_body_of_evidence():
    assert certainty(with_results("By GRADE, there was moderate-quality evidence."), RCT) is None
