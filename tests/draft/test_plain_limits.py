"""Limits that are stated without the word, and sentences that hold nothing against their study."""

import pytest

from pipeline.draft.reading.reading import Reading
from pipeline.draft.statements.limitations import limitations
from pipeline.draft.statements.telling import claims
from pipeline.models.paper import SectionKind
from tests.draft.papers import paper


def discussed(text: str, kind: SectionKind = SectionKind.DISCUSSION) -> Reading:
    return Reading(paper((kind, text)))


def told(reading: Reading) -> list[str]:
    return [sentence.text for sentence in limitations(reading)]


@pytest.mark.parametrize(
    "text",
    [
        "The number of people was small, and there was no sham condition.",
        "Since the data are cross-sectional, we cannot tell which of them came first.",
        "Recruitment stopped at 41 of the planned 60 people.",
        "Therapists and participants could not be blinded.",
        "Nobody was blinded.",
        "Only men took part, so we do not know whether women benefit.",
        "Twelve weeks is short.",
        "We did not record cushions.",
        "The group size was not sufficient to find modest differences.",
        "The included trials were small, and most had no register entry.",
        "The present study is retrospective and comes from one hospital.",
        "Fewer than half replied, which may have inflated the figure.",
        "People were not enrolled above 100 kg; our findings may not extend to them.",
        "Informal care was ignored, and costs of transport were left out.",
    ],
)
def test_a_limit_needs_no_word_for_it(text: str):
    assert text in told(discussed(f"Speed rose in both groups. {text}"))


@pytest.mark.parametrize(
    "text",
    [
        "Only men took part in the first of the two visits.",
        "There was no sham condition in the first four weeks.",
    ],
)
def test_away_from_a_discussion_the_same_words_tell_who_was_there(text: str):
    assert told(discussed(text, SectionKind.RESULTS)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Earlier studies of robots were limited by small samples, and no study was blinded.",
        "Hansen and colleagues tested only men at home. The latter had no control group.",
        "Smith et al trained ten people. They had no control group at all.",
    ],
)
def test_limits_of_another_study_are_not_its_own(text: str):
    assert told(discussed(f"Speed rose in both groups. {text}")) == []


def test_what_an_announcement_stands_before_is_told_behind_it():
    reading = discussed("Our study has limitations. It was small and took place in one town. Nobody was blinded.")
    assert [claim.text for claim in claims(reading, limitations(reading))] == [
        "Our study has limitations. It was small and took place in one town.",
        "Nobody was blinded.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "However, A. B. took no part in this, thus ensuring that the data were read by others.",
        "This approach was adopted in part because of the small sample of the pilot trial.",
        "However, none of the analyses of small groups was statistically significant.",
        "An example of this selection bias was the finding that few drugs helped.",
        "Only 20 people were treated so, and findings were not changed without them.",
    ],
)
def test_rebuttals_and_reasons_are_no_limits(text: str):
    other = "The sample was small and came from one hospital."
    for kind in (SectionKind.LIMITATIONS, SectionKind.DISCUSSION):
        assert told(discussed(f"{text} {other}", kind)) == [other]


def test_limits_of_health_are_none_of_a_study():
    assert told(discussed("Limitation of physical health and pain fell in both of the groups.")) == []
    assert told(discussed("To make up for this limitation, the assessors will be blind.")) == []


def test_heterogeneity_as_what_was_studied_is_no_limit():
    other = "The sample came from one hospital only."
    measured = "The measure of heterogeneity uses the median of a tumour as a first correction."
    assert told(discussed(f"{measured} {other}", SectionKind.LIMITATIONS)) == [other]
    between = "There was considerable heterogeneity between the trials."
    assert told(discussed(between, SectionKind.LIMITATIONS)) == [between]


def test_long_sentences_of_limits_are_read_in_time():
    for piece in ("we cannot ", "neither a ", "none of the a ", "was chosen a ", "was small-"):
        assert told(discussed(piece * 20_000)) == []
