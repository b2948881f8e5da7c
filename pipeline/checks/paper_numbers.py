"""The numbers that a paper prints, looked up by value."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Flag, auto
from functools import cached_property, reduce
from operator import or_
from typing import Final

from pipeline.models.paper import Paper
from pipeline.text.citations import regions
from pipeline.text.numbers import NumberKind, values

_SPACED_THOUSANDS: Final = re.compile(r"\d{1,3} \d{3}(?![\d.,]?\d)")
_THOUSAND: Final = 1_000
_JOINED: Final = frozenset("0123456789.,")
_YEAR: Final = re.compile(r"\d{4}")
_YEAR_OF_DATE: Final = re.compile(r"\.((?:19|20)\d\d)(?!\d)")
"""As in 20.10.2014, which is otherwise read as a name."""


class Printed(Flag):
    """The ways in which a paper prints a value."""

    NOWHERE = 0
    COUNT = auto()
    """As a plain number."""
    PERCENT = auto()
    """With a per cent sign or word."""
    BARE_SHARE = auto()
    """In brackets or in a table, where the per cent sign often stands in the head of the column."""
    NEGATIVE = auto()
    """With a minus."""
    NAME = auto()
    """Only as part of a name (`SF-36`) or of an identifier."""
    CITATION = auto()
    """Only as the number of a citation."""

    @property
    def as_number(self) -> bool:
        """Whether the paper prints it as a number at all."""
        return bool(self & (Printed.COUNT | Printed.PERCENT))


@dataclass(frozen=True)
class PaperNumbers:
    """Absolute values with the ways in which they are printed (the bits of `Printed`), and where in the text."""

    paper: Paper
    printed: dict[Decimal, int]
    places: dict[Decimal, list[tuple[int, int]]]

    @classmethod
    def of(cls, paper: Paper, citations: Sequence[tuple[int, int]]) -> "PaperNumbers":
        """The numbers of a paper."""
        markers = regions(paper.text, citations)
        found: dict[Decimal, list[tuple[int, tuple[int, int]]]] = {}
        for value, way, span in _ways_in(paper.text, markers):
            if (known := found.get(value)) is None:  # one look-up a number: decimals are slow to hash
                found[value] = [(way, span)]
            else:
                known.append((way, span))
        printed = {value: reduce(or_, (way for way, _ in there)) for value, there in found.items()}
        places = {value: [span for _, span in there] for value, there in found.items()}
        return cls(paper, printed, places)

    def ways(self, value: Decimal) -> Printed:
        """How the paper prints this value, whatever its sign."""
        size = abs(value)
        return Printed(self.printed.get(size, 0) | (self._large.get(size, 0) if size >= _THOUSAND else 0))

    def spans(self, value: Decimal) -> Sequence[tuple[int, int]]:
        """Where the paper's text has this value as a number, a part of a name, or a citation."""
        return self.places.get(abs(value), ())

    def between(self, low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
        """The values from `low` to `high`, both included, that are printed as numbers, in ascending order."""
        return self._ascending[bisect_left(self._ascending, low) : bisect_right(self._ascending, high)]

    @cached_property
    def _ascending(self) -> tuple[Decimal, ...]:
        return tuple(sorted({*(value for value, ways in self.printed.items() if ways & _AS_NUMBER), *self._large}))

    @cached_property
    def _large(self) -> dict[Decimal, int]:
        """What only large numbers and years may be: `12 500`, 20.10.2014, the dates of publication."""
        return dict(_extras(self.paper))


# Flags are joined as whole numbers: a paper has a thousand values, and the operators of enumerations are slow.
_COUNT: Final = Printed.COUNT.value
_PERCENT: Final = Printed.PERCENT.value
_BARE_SHARE: Final = Printed.BARE_SHARE.value
_NEGATIVE: Final = Printed.NEGATIVE.value
_NAME: Final = Printed.NAME.value
_CITATION: Final = Printed.CITATION.value
_AS_NUMBER: Final = _COUNT | _PERCENT
_OPENS_SHARE: Final = frozenset("(\t")
_CLOSES_SHARE: Final = frozenset("\t)\n")


def _ways_in(text: str, markers: Sequence[tuple[int, int]]) -> Iterator[tuple[Decimal, int, tuple[int, int]]]:
    """Each number of `text`: its absolute value, the way it is printed, its span; `markers` are citation markers."""
    at = 0
    for start, end, value, kind, percent in values(text):
        while at < len(markers) and markers[at][1] <= start:
            at += 1
        if at < len(markers) and markers[at][0] <= start:
            way = _CITATION
        elif kind is NumberKind.IDENTIFIER:
            way = _NAME
        else:
            way = _way(text, start, end) | (_PERCENT if percent else _COUNT) | (_NEGATIVE if value.is_signed() else 0)
        yield -value if value.is_signed() else value, way, (start, end)


def _way(text: str, start: int, end: int) -> int:
    in_brackets = text[max(0, start - 1) : start] in _OPENS_SHARE or text[end : end + 1] in _CLOSES_SHARE
    return _BARE_SHARE if in_brackets else 0


def _extras(paper: Paper) -> Iterator[tuple[Decimal, int]]:
    text = paper.text
    for thousands in _SPACED_THOUSANDS.finditer(text):
        if text[max(0, thousands.start() - 1) : thousands.start()] not in _JOINED:
            yield Decimal(thousands.group().replace(" ", "")), _COUNT
    for dated in _YEAR_OF_DATE.finditer(text):
        yield Decimal(dated.group(1)), _COUNT
    for date in paper.metadata.dates:
        if year := _YEAR.match(date.date):
            yield Decimal(year.group()), _COUNT
