"""Syllables are counted as they are spoken."""

import pytest

from pipeline.text.syllables import syllables

SPOKEN = {
    1: "the cord nerves walked makes cells called pushed heart breathe scale",
    2: "injured wanted people table muscles trial changes reaches safely playing science spasm",
    3: "injury area radio serious reaction exercise museum disease-free well-being",
    4: "mechanism variety bacteria evaluate society neuropathic experience",
    5: "association complementary cooperation individual neurological",
    6: "rehabilitation",
    8: "generalisability",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in SPOKEN.items() for word in words.split()]
)
def test_a_word_has_its_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("text", ["", "42", "...", "\u4f60", "a" * 100_000])
def test_what_is_no_word_counts_as_one(text: str) -> None:
    assert syllables(text) == 1


def test_what_stands_behind_an_apostrophe_adds_nothing() -> None:
    assert syllables("people's") == syllables("people") == 2
