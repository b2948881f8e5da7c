from typing import Any

import pytest

from pipeline.checks.disagreements import disagreements
from pipeline.checks.kept import carried, kept
from pipeline.models.claim import Evidence, Known, Match
from pipeline.models.study import Sample, SampleRole, SampleUnit, Species, StudyDesign, StudyFacts
from tests.checks.summaries import claim_of, evidence_for, paper_of, study_of, summary_of

QUOTE = Evidence(quote="Fifty-two patients were randomised.", match=Match.EXACT, start=0, end=35)
NOTHING = study_of(QUOTE).model_copy(update={"design": None, "species": None})


def facts(**changes: Any) -> StudyFacts:
    return NOTHING.model_copy(update=changes)


def known(value: Any) -> Known[Any]:
    return Known(value=value, evidence=(QUOTE,))


def sample(n: int) -> Sample:
    return Sample(n=n, unit=SampleUnit.PEOPLE, role=SampleRole.RANDOMISED, evidence=(QUOTE,))


@pytest.mark.parametrize(
    ("drafted", "extracted", "place"),
    [
        ({"design": known(StudyDesign.COHORT)}, {"design": known(StudyDesign.RCT)}, "/study/design/value"),
        ({"species": known(Species.HUMAN)}, {"species": known(Species.ANIMAL)}, "/study/species/value"),
        ({"samples": (sample(48),)}, {"samples": (sample(52),)}, "/study/samples/0/n"),
        ({"duration": known("12 weeks")}, {"duration": known("12 months")}, "/study/duration/value"),
        (
            {"registration": (known("NCT00000001"),)},
            {"registration": (known("NCT00000002"),)},
            "/study/registration/0/value",
        ),
    ],
)
def test_two_answers_to_one_question_are_told(drafted: Any, extracted: Any, place: str) -> None:
    (finding,) = disagreements(facts(**drafted), facts(**extracted))
    assert finding.place == place
    assert "Fifty-two patients" in finding.message


@pytest.mark.parametrize(
    ("drafted", "extracted"),
    [
        ({"design": known(StudyDesign.PILOT_RCT)}, {"design": known(StudyDesign.RCT)}),
        ({"design": known(StudyDesign.RCT)}, {}),
        ({}, {"species": known(Species.HUMAN)}),
        ({"samples": (sample(24), sample(52))}, {"samples": (sample(52),)}),
        ({"duration": known("twelve weeks")}, {"duration": known("3 months"), "follow_up": known("12 weeks")}),
        ({"registration": (known("nct00000001"),)}, {"registration": (known("NCT00000001"), known("X"))}),
    ],
)
def test_one_answer_in_other_words_or_by_one_of_the_two_alone_is_silent(drafted: Any, extracted: Any) -> None:
    assert disagreements(facts(**drafted), facts(**extracted)) == ()


def test_what_nothing_could_make_anew_is_carried_over_an_edit_that_does_not_touch_it() -> None:
    paper = paper_of("Fifty-two patients were randomised.")
    proof = evidence_for("Fifty-two patients were randomised.", paper)
    before = summary_of(paper, {"key_findings": [claim_of("There were 52 people.", proof)]}, samples=[(48, "enrolled")])
    found = disagreements(before.study, facts(samples=(sample(52),)))
    assert kept(found) == found
    title = before.model_copy(update={"plain_title": "Another title"})
    assert tuple(carried(found, before, title)) == found
    corrected = before.model_copy(update={"study": before.study.model_copy(update={"samples": (sample(52),)})})
    assert tuple(carried(found, before, corrected)) == ()
