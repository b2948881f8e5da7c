"""Lengths in the body of a paper: of the study, or of a step, of another study, of a model."""

import pytest

from pipeline.draft.facts.duration import duration
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Species
from tests.draft.papers import paper


def in_methods(text: str, kind: Species | None) -> Known[str] | None:
    """What is found where the abstract tells of no time and the methods tell this."""
    told = "Background: Sleep is sweet. Methods: Sleep was recorded. Results: Sleep was deep."
    again = (SectionKind.DISCUSSION, f"Again: {text}")
    reading = Reading(paper((SectionKind.ABSTRACT, told), (SectionKind.METHODS, text), again, title="Sleep"))
    species = Known[Species](value=kind, evidence=(reading.sentences[0].evidence,)) if kind else None
    return duration(reading, None, species)


@pytest.mark.parametrize("kind", [Species.ANIMAL, Species.NOT_APPLICABLE, None])
@pytest.mark.parametrize(
    "text",
    [
        "Cells were tracked for 6 days.",
        "Mice were trained on the rod for 2 weeks.",
        "Rats in both groups were housed singly and fed chow for 3 weeks.",
        "Recordings lasted for five days.",
        "The infectious period was 21 days.",
        "Isolates from patients were collected between 2010 and 2014.",
        "The example data run from January 2008 to December 2008.",
        "Expression was measured at baseline and 4 weeks.",
    ],
)
def test_steps_of_the_work_with_animals_cells_and_data_are_no_duration(text: str, kind: Species | None):
    assert in_methods(text, kind) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The feeding experiment lasted 6 weeks.", "6 weeks"),
        ("Fish were weighed at the end of the 8-week feeding trial.", "8 weeks"),
        ("The study was carried out in two valleys from May 2004 to June 2007.", "May 2004 to June 2007"),
        ("Badgers were trapped in the forest from 1998 to 2006.", "1998 to 2006"),
    ],
)
def test_what_is_told_of_the_study_itself_is_its_duration_with_animals_too(text: str, expected: str):
    found = in_methods(text, Species.ANIMAL)
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    "text",
    [
        "The difference was taken from a trial with 8 weeks of follow-up.",
        "Controls came from a public dataset that was collected over four years.",
        "In a trial of walking, patients were followed for 2 years [12].",
        "The model was run over a treatment period of 20 years.",
        "Immunity was assumed to last for a period of 10 years in treated children.",
        "The camera recorded for 3 days.",
    ],
)
def test_what_others_did_what_was_computed_and_what_devices_do_is_no_duration_in_people(text: str):
    assert in_methods(text, Species.HUMAN) is None


def test_in_people_a_sentence_of_the_body_that_names_them_tells_how_long():
    found = in_methods("Volunteers wore the sensor for seven days.", Species.HUMAN)
    assert found is not None
    assert found.value == "seven days"


def in_the_abstract(text: str, kind: Species | None, title: str = "Sleep") -> Known[str] | None:
    """What is found in an abstract without headings."""
    reading = Reading(paper((SectionKind.ABSTRACT, text), title=title))
    return duration(reading, None, Known[Species](value=kind, evidence=()) if kind else None)


def test_what_was_seen_some_time_after_a_step_is_a_finding_and_not_the_end_of_a_study_of_animals():
    assert in_the_abstract("We infected mice. Bacteria were gone after eight weeks.", Species.ANIMAL) is None
    found = in_the_abstract("We infected mice. Memory was tested after eight weeks.", Species.ANIMAL)
    assert found is not None
    assert found.value == "eight weeks"


def test_a_background_tells_how_things_are_and_the_study_what_was_done():
    assert in_the_abstract("Tuberculosis takes six months of treatment. We looked for a drug.", Species.HUMAN) is None


def test_years_of_a_model_are_no_duration():
    told = "Adults were treated over ten years. Deaths fell."
    assert in_the_abstract(told, Species.HUMAN, "A salt tax: a modelling study") is None
    assert in_the_abstract(told, Species.HUMAN, "A salt tax") is not None


@pytest.mark.parametrize(
    "text",
    [
        "Progenitors from mice that had been fed fat for 12 weeks made hot cells.",
        "The enzyme was raised in patients treated for 10 months.",
        "Other mice received the drug for five weeks.",
        "Cells that were given the drug for nine days stopped to grow.",
        "We found that rats fed fat for 8 weeks slept less.",
    ],
)
def test_what_was_given_to_some_animals_or_cells_is_a_step(text: str):
    assert in_the_abstract(f"We looked at sleep. {text}", Species.ANIMAL) is None


def test_what_was_given_to_the_animals_lasted_as_long_as_the_study():
    found = in_the_abstract("We looked at sleep. Rats received the drug or water for 14 days.", Species.ANIMAL)
    assert found is not None
    assert found.value == "14 days"


def test_what_was_done_to_people_s_cells_is_a_step():
    assert in_the_abstract("We exposed skin cells to smoke for eight weeks.", Species.HUMAN) is None


def test_virtual_patients_did_not_live_for_so_long():
    assert in_the_abstract("We treated virtual patients with a drug for 20 days.", Species.HUMAN) is None
