"""Harms that are told by their own names, and what only looks like one."""

import pytest

from pipeline.draft.offline import draft_offline
from pipeline.draft.reading.reading import Reading
from pipeline.draft.statements.harms import harms
from pipeline.models.paper import Basis, Metadata, SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.models.study import StudyDesign
from tests.draft.papers import abstract, paper


def told(reading: Reading, design: StudyDesign | None = None) -> list[str]:
    return [sentence.text for sentence in harms(reading, design)]


def found(text: str, title: str = "Walking practice after spinal cord injury") -> Reading:
    return Reading(paper((SectionKind.RESULTS, text), title=title))


def under(heading: str, text: str, kind: SectionKind = SectionKind.RESULTS) -> Reading:
    builder = PaperBuilder()
    builder.heading(heading, kind)
    builder.paragraph(text)
    return Reading(builder.build(Metadata(title="Pumps"), basis=Basis.FULL_TEXT, parser="t", parser_version="1"))


@pytest.mark.parametrize(
    "text",
    [
        "Clots of blood and thrombosis were found in 9 of 40 given the drug.",
        "Seven people on the drug and one on placebo had died by then.",
        "Nausea was reported by three of the people who wore the goggles.",
        "Shoulder pain was reported by 19% against 8% in the other group.",
        "One man in the robot group sustained a fracture of the ankle.",
        "There were six skin abrasions with the robot and one without it.",
        "Two people withdrew because of vomiting and one for lack of time.",
        "The trial was stopped early for harm after 90 people had taken part.",
    ],
)
def test_what_a_trial_did_to_people_is_told_by_its_name(text: str):
    assert told(found(text), StudyDesign.RCT) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Nausea was reported by three of the people who were asked.",
        "Nine participants died and could not be visited at home.",
        "Pneumonia was found in 27% of people with a high injury.",
    ],
)
def test_what_happens_to_people_who_are_only_followed_is_no_harm_of_a_treatment(text: str):
    assert told(found(text), StudyDesign.COHORT) == []
    assert told(found(text), StudyDesign.CROSS_SECTIONAL) == []


@pytest.mark.parametrize(
    "text",
    [
        "Pneumonia was more frequent with early surgery than with late surgery.",
        "Following the operation she had a headache and a leak of fluid.",
        "One pump was removed after seven months owing to infection.",
    ],
)
def test_what_is_tied_to_what_was_done_is_a_harm_in_any_study_of_people(text: str):
    assert told(found(text), StudyDesign.COHORT) == [text]


def test_deaths_in_hospital_are_told_where_an_operation_is_studied():
    text = "Five patients died in hospital and two more within the year."
    assert told(found(text, title="Early surgery in old people"), StudyDesign.COHORT) == [text]
    assert told(found(text, title="Old people with a broken neck"), StudyDesign.COHORT) == []
    assert told(found(text, title="Surgery and mortality in old people"), StudyDesign.COHORT) == []


def test_what_a_trial_set_out_to_prevent_is_no_harm_of_it():
    text = "Ulcers were found in 9 of 40 people who were sent messages."
    aim = "Aim: The aim was to test whether messages prevent pressure ulcers. Methods: Adults were sent messages."
    assert told(Reading(abstract(f"{aim} Results: {text}")), StudyDesign.RCT) == []
    counted = "Methods: The main outcome was a new ulcer of the skin in half a year."
    assert told(Reading(abstract(f"{counted} Results: {text}")), StudyDesign.RCT) == []


@pytest.mark.parametrize(
    "text",
    [
        "Falls were fewer and no more people had a fracture than before.",
        "All of them had a fracture of the spine at admission to the unit.",
        "If infections were not reported, the saving disappeared.",
        "Seventeen people who had died were excluded from the analysis.",
    ],
)
def test_what_people_came_with_and_what_became_rarer_is_no_harm(text: str):
    assert told(found(text), StudyDesign.RCT) == []


def test_under_a_heading_of_harms_all_that_happened_is_told():
    text = "One man had more spasms for two weeks. Another had trouble with the battery of his pump."
    for heading in ("Safety", "3.2 Adverse events", "Harms", "Complications", "Tolerability"):
        assert told(under(heading, text)) == text.replace("weeks. ", "weeks.\n").split("\n")
    assert told(under("Efficacy and safety", text)) == []
    assert told(under("Safety", text, SectionKind.METHODS)) == []


def test_harms_that_might_have_been_and_complications_of_another_kind_are_none():
    assert told(found("If complications were not reduced, the saving was gone.")) == []
    assert told(found("A complication was that the marker was reported in other cells.")) == []


def test_what_went_wrong_with_an_operation_on_animals_is_told_and_what_was_given_to_them_is_not():
    leak = "A fluid leak was seen in three of the pigs with a patch."
    assert told(found(leak), StudyDesign.ANIMAL) == [leak]
    assert told(found("Pneumonia was found in all mice that were given the germ."), StudyDesign.ANIMAL) == []


def test_the_harms_of_a_page_follow_from_its_design():
    trial = "Methods: Sixty adults were randomly assigned to a drug or placebo. Results: Vomiting was reported by six."
    summary = draft_offline(abstract(f"{trial} Walking speed did not differ between the groups."))
    assert [claim.text for claim in summary.harms] == ["Vomiting was reported by six."]


def test_long_sentences_of_harms_are_read_in_time():
    for piece in ("nausea ", "one-", "had one, ", "after one ", "died "):
        assert told(found(piece * 20_000), StudyDesign.RCT) == []
