"""Patterns of many words that are searched faster."""

import re

import pytest

from pipeline.draft.facts.alternation import by_first_letter

PATTERN = r"mice|mouse|guinea pigs?|(?:grey|fur) seals?|c\. elegans|cats?|[xy]|a(?:nt|phid)s|\d+|b?ees|cattle|(a|[|)])z"


@pytest.mark.parametrize(
    "text",
    [
        "mice",
        "mouse",
        "guinea pig",
        "grey seals",
        "fur seal",
        "c. elegans",
        "cats",
        "y",
        "aphids",
        "12",
        "bees",
        "ees",
        "|z",
    ],
)
def test_the_same_words_are_found(text: str):
    assert re.fullmatch(PATTERN, text)
    assert re.fullmatch(by_first_letter(PATTERN), text)


@pytest.mark.parametrize(
    "text", ["m", "ice", "guinea", "seals", "c elegans", "z", "antphids", "", "mice|mouse", "catsattle"]
)
def test_and_no_others(text: str):
    assert re.fullmatch(PATTERN, text) is None
    assert re.fullmatch(by_first_letter(PATTERN), text) is None


def test_those_that_begin_alike_stand_together_in_their_order():
    assert by_first_letter("mice|ants|mouse") == "a(?:nts)|m(?:ice|ouse)"
    assert re.match(by_first_letter("New Guinea|New"), "New Guinea")[0] == "New Guinea"  # type: ignore[index]
