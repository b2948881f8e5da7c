"""What is asked before a check looks at a text: a hint may err in one direction only."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks.declaration import Hit, Surface, TextCheck
from pipeline.checks.malformed import leaked_code
from pipeline.checks.registry import registry
from pipeline.checks.suspects import suspects
from tests.checks.test_cases import cases_of
from tests.checks.test_registry import unescaped

ENTRIES = [entry for entry in registry().values() if isinstance(entry.check, TextCheck)]
CHECKS = [entry.check for entry in ENTRIES if isinstance(entry.check, TextCheck)]
KNOWN = sorted(
    {case["text"] for check in CHECKS for case in cases_of(check.name)}
    | {unescaped(line) for entry in ENTRIES for line in entry.documentation.wrong.splitlines()}
)
ODD_LETTERS = str.maketrans({"s": "\u017f", "i": "\u0131", "I": "\u0130", "k": "\u212a", " ": "\xa0", "\n": "\r"})
PIECES = st.sampled_from([*KNOWN, *(text.translate(ODD_LETTERS) for text in KNOWN)]) | st.text(
    "[]{}()<>\"'=:;,.&*_`#-\\/|%$ \n\tobject0123aAbN", max_size=20
)
TEXTS = st.lists(PIECES, max_size=3).flatmap(
    lambda pieces: st.sampled_from(["", " ", "\n", "<"]).map(lambda joint: joint.join(pieces))
)
PLAIN = "Pain fell by half (n = 48), and walking improved."


def fires(check: TextCheck, text: str) -> bool:
    return any(next(find(text), None) is not None for find in (check.find, check.find_on_pages) if find)


def hints(check: TextCheck, *texts: str) -> bool:
    return check.hint is None or check.hint("".join(f"\n{text}" for text in texts))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_whatever_is_known_to_fire_is_hinted_at_alone_and_among_others(check: TextCheck) -> None:
    for text in (text for text in KNOWN if fires(check, text)):
        assert hints(check, text), text
        assert hints(check, PLAIN, text, PLAIN), text


@given(TEXTS)
def test_any_text_that_fires_is_hinted_at(text: str) -> None:
    for check in CHECKS:
        if fires(check, text):
            assert hints(check, text), check.name
            assert hints(check, "one", text, ""), check.name


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_plain_prose_is_passed_over_where_there_is_a_hint(check: TextCheck) -> None:
    assert hints(check, PLAIN) is (check.hint is None)


@given(st.lists(TEXTS, max_size=5))
def test_suspects_are_the_texts_in_which_a_check_finds_something(texts: list[str]) -> None:
    for surface in Surface:
        pairs = [(check, check.find_on(surface)) for check in CHECKS]
        expected = {text for text in texts if any(next(find(text), None) for _, find in pairs)}
        assert suspects(texts, pairs) == expected


def test_all_texts_are_suspects_when_a_check_or_its_hint_breaks_down() -> None:
    def breaks(text: str) -> Iterator[Hit]:
        raise RuntimeError(text)

    def hint_breaks(texts: str) -> bool:
        raise RuntimeError(texts)

    check = next(check for check in CHECKS if check.hint)
    for broken in (replace(check, find=breaks), replace(check, hint=hint_breaks)):
        assert suspects([PLAIN, ""], [(broken, broken.find)]) == {PLAIN, ""}


def test_code_is_looked_for_as_far_around_its_sign_as_the_longest_code_reaches() -> None:
    """What is narrower could miss code that the check itself would find."""
    longest = re._parser.parse(leaked_code._CODE.pattern).getwidth()[1]  # type: ignore[attr-defined]
    assert longest <= leaked_code._WIDEST
