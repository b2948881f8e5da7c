"""The parts that sentences of an unlabelled abstract play."""

import pytest

from pipeline.draft.reading.role import Role, roles

BEFORE, AFTER = "Neurons talk to each other.", "This may help people."


def role_of(sentence: str) -> Role:
    return list(roles([BEFORE, sentence, "It was easier by far.", "It went on.", AFTER]))[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "We recorded from mice on a treadmill.",
        "We fitted a model to the counts of cases.",
        "Here we use light to trace the cells.",
        "In a randomised, double-blind design 14 cyclists drank coffee.",
        "Volunteers viewed moving dots for an hour.",
        "Adult rats (n = 36) received a dose.",
        "Samples of milk were taken at three farms.",
        "We genotyped one variant in men.",
    ],
)
def test_a_sentence_that_begins_with_what_was_done_tells_of_methods(sentence: str):
    assert role_of(sentence) is Role.METHODS


def test_what_is_shown_by_a_method_is_a_result():
    assert role_of("Using microscopy of single cells, we show that they stop growing.") is Role.RESULTS


@pytest.mark.parametrize(
    "sentence",
    [
        "Cells are recorded by many means.",
        "Models of growth are common.",
        "We do not know why.",
        "Using light is an old idea.",
        "Volunteers are rare.",
        "We argued for this long ago.",
        "Samples of milk are white.",
    ],
)
def test_what_is_known_stays_background(sentence: str):
    assert role_of(sentence) is Role.BACKGROUND
