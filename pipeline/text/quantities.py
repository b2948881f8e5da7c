"""What a number is a number of: its unit, or what it counts."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.text.counted import Counted, counted_behind, is_sample_size, may_be
from pipeline.text.numbers import Number, NumberKind, numbers
from pipeline.text.units import Dimension, Unit, unit_behind

Measure = Unit | Counted
"""A unit, or the kind of thing that is counted."""

_NUMBER: Final = (
    r"[\u2212-]?(?:\d[\d.,\u00b7]{0,9}\d|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_SHARED: Final = re.compile(
    rf"(?:\s?(?:[,;/\u00b1&\u2010-\u2014-]|\band\b|\bor\b|\bto\b|\bversus\b|\bvs\b\.?|,\s?and\b)\s?{_NUMBER}(?!\w)){{1,8}}"
    r"|\s?\((?:SD|\u00b1|range|IQR)?\s?[\d.,\u00b7\u2010-\u2014 \u2212%-]{1,20}\)",
    re.IGNORECASE,
)
"""What may stand between a number and the unit that it shares with others: `6 and 12 months`, `48 (12) years`."""
_NAMED: Final = re.compile(
    rf"\b(days?|weeks?|months?|hours?|minutes?)\s(?:{_NUMBER}(?:\s?[,;&/\u2010-\u2014-]\s?|\s(?:and|or|to)\s|,\s?and\s)){{0,8}}\Z",
    re.IGNORECASE,
)
"""What may stand in front of a number instead: `at week 12`, `days 7, 14 and 42`."""
_LOOK_BACK: Final = 60
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it measures or counts, as far as its neighbours tell."""

    number: Number
    measure: Measure | None


def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text with what they measure or count, digits within names left out."""
    return _short(text) if len(text) <= _SHORT else _long(text)


def _read(text: str) -> tuple[Quantity, ...]:
    return tuple(
        Quantity(number, measure_of(text, number.start, number.end))
        for number in numbers(text)
        if number.kind is not NumberKind.IDENTIFIER
    )


_SHORT: Final = 2_000
"""Characters of a text whose quantities are remembered for a while: several checks ask for them."""
_short = lru_cache(maxsize=512)(_read)
_long = lru_cache(maxsize=4)(_read)


def measure_of(text: str, start: int, end: int) -> Measure | None:
    """What the number from `start` to `end` measures or counts; None where its neighbours do not tell."""
    if direct := _at(text, end):
        return direct
    if is_sample_size(text, start):
        return Counted.UNNAMED
    if _YEAR.fullmatch(text, start, end):
        return None  # `in 2010, 8 people`
    shared = _SHARED.match(text, end)
    return (_at(text, shared.end()) if shared else None) or _in_front(text, start)


def same_measure(one: Measure, other: Measure) -> bool:
    """Whether a number of the one can be a number of the other, as it is printed: 21 experts are 21 people."""
    if isinstance(one, Counted) and isinstance(other, Counted):
        return may_be(one, other)
    if isinstance(one, Unit) and isinstance(other, Unit):
        return one.name == other.name or _both_are_points(one, other)
    return _counts_times(one, other) or _counts_times(other, one)


def _at(text: str, end: int) -> Measure | None:
    unit = unit_behind(text, end)
    return unit[0] if unit else counted_behind(text, end)


def _both_are_points(one: Unit, other: Unit) -> bool:
    return one.dimension is other.dimension is Dimension.POINTS and "point" in (one.name, other.name)


def _in_front(text: str, start: int) -> Measure | None:
    named = _NAMED.search(text, max(0, start - _LOOK_BACK), start)
    found = unit_behind(text, named.start(1)) if named else None
    return found[0] if found else None


def _counts_times(one: Measure, other: Measure) -> bool:
    """`3 times` may be three sessions or a factor; a point may be an item of a scale."""
    fold = isinstance(one, Unit) and one.dimension is Dimension.FOLD and other is Counted.SESSIONS
    return fold or (isinstance(one, Unit) and one.name == "point" and other is Counted.ITEMS)
