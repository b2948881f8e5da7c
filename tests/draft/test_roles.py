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
        "Twenty observers recalled how gratings lay.",
        "A total of 36 older adults walked on sand.",
        "In this case report, he was admitted to a clinic.",
        "Here, we report on a 29-year-old man who fell at work.",
        "A thirty-year-old woman came with pain.",
    ],
)
def test_a_sentence_that_begins_with_what_was_done_tells_of_methods(sentence: str):
    assert role_of(sentence) is Role.METHODS


@pytest.mark.parametrize(
    "sentence",
    [
        "Using microscopy of single cells, we show that they stop growing.",
        "Depletion of the motor delayed entry into the nucleus.",
        "Silencing of the nucleus in rats impaired what they recalled.",
    ],
)
def test_what_came_of_what_was_done_is_a_result(sentence: str):
    assert role_of(sentence) is Role.RESULTS


@pytest.mark.parametrize(
    "sentence",
    [
        "Cells are recorded by many means.",
        "Models of growth are common.",
        "We do not know why.",
        "Using light is an old idea.",
        "Volunteers are rare.",
        "Loss of sleep is common.",
        "Two views of this are held.",
        "Ten years ago patients had no choice.",
        "We argued for this long ago.",
        "Samples of milk are white.",
    ],
)
def test_what_is_known_stays_background(sentence: str):
    assert role_of(sentence) is Role.BACKGROUND
