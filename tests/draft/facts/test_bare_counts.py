"""Numbers that name nobody count people where nothing else is told."""

import pytest

from pipeline.draft.offline import study_facts
from pipeline.models.paper import SectionKind
from tests.draft.papers import paper

TRIAL = "This was a randomised trial in adults with SCI."


def samples_of(text: str) -> list[tuple[int, str]]:
    told = paper((SectionKind.ABSTRACT, f"Methods: {TRIAL} {text} Results: It was easier. Conclusions: It helped."))
    return [(sample.n, sample.role.value) for sample in study_facts(told).samples]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial was stopped when 111 had been randomised.", [(111, "randomised")]),
        ("Of all who asked, 140 were recruited.", [(140, "enrolled")]),
        ("Many were asked, of whom 64 were included.", [(64, "included")]),
    ],
)
def test_whom_no_word_names_is_counted_by_what_was_done_with_them(text: str, expected: list[tuple[int, str]]):
    assert samples_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Then 55 were included from a waiting list.",
        "In an earlier trial, 111 had been randomised.",
        "Of 300 articles, 111 were included.",
        "Cells were counted, and 111 were included.",
    ],
)
def test_another_trial_and_other_things_are_no_sample(text: str):
    assert samples_of(text) == []


def test_a_count_that_names_people_comes_first():
    assert samples_of("Sixty adults took part, and 111 had been randomised.")[0][0] == 60
