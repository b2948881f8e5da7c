"""The three grades follow from counts that can be made by hand."""

import pytest

from pipeline.text.reading_level import reading_level, reading_words

TEXT = "The cat sat on the mat. It was a complicated rehabilitation."
"""2 sentences, 11 words, 48 letters, 19 syllables, 2 words of three or more."""


def test_the_counts_are_those_of_the_text() -> None:
    level = reading_level([TEXT])
    counts = level.sentences, level.words, level.letters, level.syllables, level.long_words
    assert counts == (2, 11, 48, 19, 2)


def test_the_grades_are_those_of_the_formulas() -> None:
    level = reading_level([TEXT])
    assert level.flesch_kincaid == pytest.approx(0.39 * 11 / 2 + 11.8 * 19 / 11 - 15.59)
    assert level.coleman_liau == pytest.approx(0.0588 * 4800 / 11 - 0.296 * 200 / 11 - 15.8)
    assert level.smog == pytest.approx(1.0430 * (30 * 2 / 2) ** 0.5 + 3.1291)
    assert level.grade == sorted((level.flesch_kincaid, level.coleman_liau, level.smog))[1]


def test_the_end_of_a_text_ends_its_sentence() -> None:
    assert reading_level(["They walked", "They sat"]).sentences == 2


def test_a_text_without_words_has_grade_zero() -> None:
    level = reading_level(["", "12.5 % (3)", "..."])
    assert (level.flesch_kincaid, level.coleman_liau, level.smog, level.grade) == (0, 0, 0, 0)


def test_numbers_addresses_and_dois_are_not_read_out() -> None:
    assert reading_words("See https://example.org/long-address and 10.1234/x.y (n = 12), self-made.") == [
        "See",
        "and",
        "n",
        "self-made",
    ]
