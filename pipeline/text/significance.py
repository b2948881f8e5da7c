"""Tests of significance in a text: p values, confidence intervals, and the verdict in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.text.negations import denied
from pipeline.text.words import words

_P_VALUE: Final = re.compile(
    r"\b[pP](?:[- ]?values?)?(?:\s?(?:was|of|is))?\s{0,2}(?P<sign>[=<>\u2264\u2265\u2a7d\u2a7e]|less "
    r"than|greater than)\s{0,2}"
    r"(?P<value>0?[.,\u00b7]\d{1,12}|0|1(?:[.\u00b7]0{1,6})?)(?!\d)"
)
_RATIO: Final = re.compile(
    r"\b(?:[Oo]dds|[Rr]isk|[Hh]azard|[Rr]ate)s? ratio|\b[aA]?(?:OR|RR|HR|IRR)\b|\b[Rr]elative risk", re.ASCII
)
_INTERVAL: Final = re.compile(
    r"\bCIs?\b[\s:=,(\[]{0,4}(?P<low>[-\u2212\u2013]?\d{1,4}(?:[.\u00b7]\d{1,4})?)\s?(?:to|,|;|[-\u2010-\u2014])\s?"
    r"(?P<high>[-\u2212]?\d{1,4}(?:[.\u00b7]\d{1,4})?)"
)
_LEVEL: Final = 0.05
"""The usual level; a paper with another one, or with a correction for many tests, says so and is not judged."""
_OTHER_LEVEL: Final = re.compile(
    r"bonferroni|non-?inferior|equivalence|(?:alpha|\u03b1)[^.]{0,20}0\.0[01]|multiple (?:comparisons|testing)|bayes",
    re.IGNORECASE,
)
_VERDICT: Final = frozenset({"significant", "significantly", "significance", "insignificant", "nonsignificant"})
"""The last two deny themselves, as `denied` knows: no case of their own is needed."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that says whether something was significant, with its span."""

    significant: bool
    start: int
    end: int


@lru_cache(maxsize=256)
def p_values(text: str) -> tuple[bool, ...]:
    """For each p value of a text whether it is below 0.05; those are left out of which that cannot be said."""
    if _OTHER_LEVEL.search(text):
        return ()
    return tuple(side for found in _P_VALUE.finditer(text) if (side := _side(found)) is not None)


def intervals(text: str) -> tuple[bool, ...]:
    """For each confidence interval of a text whether it leaves out the value of no effect (0, for ratios 1)."""
    none = 1.0 if _RATIO.search(text) else 0.0
    return tuple(not low <= none <= high for low, high in _bounds(text))


def verdicts(text: str) -> Iterator[Verdict]:
    """Where a text says of something that it was significant, or that it was not."""
    if "signific" not in text.lower():
        return
    for word, no in zip(words(text), denied(text), strict=True):
        if word.text in _VERDICT:
            yield Verdict(not no, word.start, word.end)


def _side(found: re.Match[str]) -> bool | None:
    value = _number(found.group("value"))
    sign = found.group("sign")
    if sign == "=":
        return value < _LEVEL
    if sign in ("<", "\u2264", "\u2a7d", "less than"):
        return True if value <= _LEVEL else None
    return False if value >= _LEVEL else None


def _bounds(text: str) -> Iterator[tuple[float, float]]:
    for found in _INTERVAL.finditer(text):
        low, high = _number(found.group("low")), _number(found.group("high"))
        if low < high:
            yield low, high


def _number(printed: str) -> float:
    return float(printed.replace(",", ".").replace("\u00b7", ".").replace("\u2212", "-").replace("\u2013", "-"))
