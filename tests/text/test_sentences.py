"""Where sentences end, and where they do not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Dr. J. Smith et al. found that pain, e.g. at night, fell (Fig. 2).",
        "It fell by 3.5 points vs. 4.1 in others, i.e. less.",
        "The result (p < .05) was p = .03 in all.",
        "See No. 5 for more of it.",
        "It cost Rs. 13.96 a day for each of them.",
        "This was paid for under Award no. P20GM0001 of the agency.",
        "Prof. A. B. Jones of the U.S. Army took part.",
        "1. First item of a list.",
        '"Yes!" he said at once.',
        "They used 5 mg approx. every day.",
        "Mr. Who? asked nobody else.",
    ],
)
def test_abbreviations_initials_and_decimals_do_not_end_a_sentence(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pain fell [12]. The rest did not.", ["Pain fell [12].", "The rest did not."]),
        ("Pain fell.[3,4] The rest did not.", ["Pain fell.[3,4]", "The rest did not."]),
        ("Pain fell.12 The rest did not.", ["Pain fell.12", "The rest did not."]),
        ("It was AIS grade A. The rest was not.", ["It was AIS grade A.", "The rest was not."]),
        ("She said no. Then she left.", ["She said no.", "Then she left."]),
        ("Did it help? Yes! It did.", ["Did it help?", "Yes!", "It did."]),
        ("He said \u201cit helped.\u201d We agree.", ["He said \u201cit helped.\u201d", "We agree."]),
        ("Levels fell. mRNA rose.", ["Levels fell.", "mRNA rose."]),
        ("Smith et al. The trial was small.", ["Smith et al.", "The trial was small."]),
        ("A heading\n\nIts text.", ["A heading", "Its text."]),
        ("a line\nthat goes on.", ["a line\nthat goes on."]),
        ("name\tvalue\npain\t3.5", ["name\tvalue", "pain\t3.5"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(st.sampled_from('aA .!?\n\t1[]()"eg'), max_size=80))
def test_every_character_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert [end for _, end in spans[:-1]] <= [start for start, _ in spans[1:]]
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", ". ", "a. ", "A. ", "[", "a", "\n", ".)", ".[1", '."', "\n \t"])
def test_a_megabyte_is_split_within_two_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    sentences(text)
    assert time.process_time() - started < 10  # a second on a quiet machine; what is not linear takes hours
