"""Two numbers have changed places: each stands with the group or the time of the other.

Why it is wrong:
    "10 of 100 in the drug group, 20 in the other" and the reverse hold the same words and numbers, and one of them
    recommends what did harm.
Wrong:
    "20.5% with monitoring and 10.9% without it" where the quote has 10.9% with monitoring.
    "33 women and 9 men" where the quote has 33 men and 9 women.
Right:
    The same two numbers in another order, each with its own group.
    Groups in words of the reader's: nothing can be compared.
Blind spots:
    Groups named in other words than the quote's.
    Numbers that the quote tells by "respectively", or in brackets behind both groups.
    Three and more groups.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise, product
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.text.numbers import Number, NumberKind, numbers
from pipeline.text.words import content, stem

_END: Final = re.compile(r"[.;:]\s|[.;:]\Z")
_FAR: Final = 90
"""Characters around a number in which its group is named."""
_ANY: Final = frozenset(
    map(stem, str.split("people group arm percent points mean median total number study treated score"))
)
"""What stands beside any number, as stems."""
_ORDERED: Final = re.compile(r"\brespectively\b", re.IGNORECASE)


_Sides = tuple[frozenset[str], frozenset[str]]
"""The words that only the first, and that only the second of two numbers has beside it."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two numbers of one kind that follow each other, with what stands beside each: read behind them, and before."""

    first: Number
    second: Number
    readings: tuple[_Sides, _Sides]

    def beside(self, one: Decimal, other: Decimal) -> Iterator[_Sides]:
        """What stands beside these two values, in this order; nothing, where the pair has others."""
        values = self.first.value, self.second.value
        if values == (one, other):
            yield from self.readings
        elif values == (other, one):
            yield from ((second, first) for first, second in self.readings)


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    text, quoted = statement.text, statement.quoted
    if not quoted or text in quoted or _ORDERED.search(text) or _ORDERED.search(quoted):
        return
    there = list(islice(_pairs(quoted), _MOST))
    for own in islice(_pairs(text), _MOST):
        beside = [sides for each in there for sides in each.beside(own.first.value, own.second.value)]
        compared = list(product(own.readings, beside))
        if any(_cross(*two) for two in compared) and not any(_agree(*two) for two in compared):
            message = f"{own.first.printed!r} and {own.second.printed!r} stand the other way round in the quote."
            yield Hit(own.first.start, own.second.end, message)
            return


_MOST: Final = 30
"""Pairs; a text with more is a table."""


def _pairs(text: str) -> Iterator[_Pair]:
    found = [each for each in numbers(text) if _may_be_told_of_a_group(text, each)]
    for kind in (True, False):
        for first, second in pairwise(each for each in found if each.percent is kind):
            if first.value != second.value and _are_of_one_clause(text, first, second):
                before, between, behind = _around(text, first, second)
                yield _Pair(first, second, ((between, behind), (before, between)))


def _may_be_told_of_a_group(text: str, number: Number) -> bool:
    """Not a digit of a name, nor the number of a week or a grade, which may stand in any order."""
    named = _NAMES.search(text, max(0, number.start - _LONGEST_NAME), number.start)
    return number.kind is not NumberKind.IDENTIFIER and named is None


_NAMES: Final = re.compile(
    r"\b(?:weeks?|days?|months?|years?|visits?|grades?|levels?|phases?|stages?|tables?|figures?|aged)\s\Z",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 10


def _are_of_one_clause(text: str, first: Number, second: Number) -> bool:
    between = text[first.end : second.start]
    return len(between) <= _FAR and not _END.search(between)


def _around(text: str, first: Number, second: Number) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that stand only before, only between or only behind two numbers, each within their clause."""
    before = _telling(_END.split(text[max(0, first.start - _FAR) : first.start])[-1])
    between = _telling(text[first.end : second.start])
    behind = _telling(_END.split(text[second.end : second.end + _FAR])[0])
    return before - between - behind, between - before - behind, behind - before - between


def _telling(text: str) -> frozenset[str]:
    return frozenset(stem for stem in content(text) if not stem[0].isdigit()) - _ANY


def _cross(own: _Sides, other: _Sides) -> bool:
    """Whether each number has beside it what the quote has beside the other, and nothing of its own."""
    crossed = own[0] & other[1] and own[1] & other[0]
    return bool(crossed) and not own[0] & other[0] and not own[1] & other[1]


def _agree(own: _Sides, other: _Sides) -> bool:
    """Whether each number has beside it what the quote has there."""
    return bool(own[0] & other[0] and own[1] & other[1])


CHECK = StatementCheck(
    name="numbers_exchanged",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
