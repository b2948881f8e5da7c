"""Small letters that match what `re.IGNORECASE` matches."""

import re
import string
import sys

from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.caseless import caseless


def test_every_character_is_the_letter_that_ignorecase_takes_it_for() -> None:
    letters = re.compile("[a-z]", re.IGNORECASE)
    for character in map(chr, range(sys.maxunicode + 1)):
        plain = caseless(character)
        assert (plain in string.ascii_lowercase) is (letters.fullmatch(character) is not None), character
        if plain in string.ascii_lowercase:
            assert re.fullmatch(plain, character, re.IGNORECASE), character


@given(st.text())
def test_no_offset_moves(text: str) -> None:
    assert caseless(text) == "".join(map(caseless, text)).replace("\u03c2", "\u03c3") or "\u03c2" in caseless(text)
    assert len(caseless(text)) == len(text)
