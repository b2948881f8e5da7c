"""Shares told in people: `11 of 100 people`, `1 in 5`, `6 or 7 out of every 100`.

Good Lay Summary Practice (European Commission, CTEG) asks for absolute numbers; a share out of 100 people is one.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pipeline.text.numbers import Number, numbers

_JOIN: Final = re.compile(
    r"\s(?:(?:people|persons?|patients|participants|adults|women|men)\s)?(?:out\s)?(?:of|in)\s(?:every\s|each\s)?"
)
_EITHER: Final = re.compile(r"\s(?:or|to)\s")
_ROUND: Final = frozenset(map(Decimal, (10, 100, 1_000, 10_000)))
_HUNDRED: Final = Decimal(100)
_POINTS: Final = Decimal("2.5")
"""Percentage points by which another share, such as three in four, may be rounded."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many of so many; `counts` are two for `6 or 7 of 100`."""

    counts: tuple[Number, ...]
    whole: Number

    @property
    def starts(self) -> frozenset[int]:
        """Where its numbers start in the text."""
        return frozenset(number.start for number in (*self.counts, self.whole))

    def may_be(self, share: Decimal) -> bool:
        """Whether it tells a share (in per cent), rounded as far as it must be: to whole people."""
        return any(_tells(count.value, self.whole.value, share) for count in self.counts)


def _tells(count: Decimal, whole: Decimal, share: Decimal) -> bool:
    if whole in _ROUND:
        return abs(_HUNDRED * count / whole - share) <= _HUNDRED / whole / 2
    if count == 1:
        return _HUNDRED / (whole + Decimal("0.5")) <= share <= _HUNDRED / (whole - Decimal("0.5"))
    return abs(_HUNDRED * count / whole - share) <= _POINTS


def natural_frequencies(text: str) -> tuple[Frequency, ...]:
    """Those of a text whose whole is a round number, or ten at most: larger ones are counts of a study."""
    found = numbers(text)
    return tuple(
        Frequency(_counts(text, before, count), whole)
        for before, (count, whole) in zip((None, *found), pairwise(found), strict=False)
        if _JOIN.fullmatch(text, count.end, whole.start) and 0 < count.value < whole.value and _is_a_base(whole.value)
    )


def _is_a_base(whole: Decimal) -> bool:
    return whole in _ROUND or 1 < whole <= _LARGEST


_LARGEST: Final = 20


def _counts(text: str, before: Number | None, count: Number) -> tuple[Number, ...]:
    """The number, and the one before it that is joined to it by `or`."""
    if before and _EITHER.fullmatch(text, before.end, count.start):
        return (before, count)
    return (count,)
