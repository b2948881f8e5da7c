"""Numbers that were worked out from others, where the others stand in the same statement or in its quotes."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, islice, pairwise, permutations
from typing import Final

from pipeline.text.counted import Counted, may_be
from pipeline.text.numbers import Number
from pipeline.text.quantities import Quantity

_HUNDRED: Final = Decimal(100)
_SUM: Final = re.compile(
    r"\b(?:totals?|altogether|in all|sum|differences?|drop(?:ped)?|rise|rose|falls?|fell|gain(?:ed)?"
    r"|loss|lost|increased?"
    r"|decreased?|reduc\w{2,6}|improve\w{1,6}|changed?|remaining|rest|others?|left|both|combined)\b|=",
    re.IGNORECASE,
)
"""Words that announce a sum or a difference."""
_NEAR: Final = 40
"""Characters around a number within which they stand."""
MOST: Final = 12
"""Numbers of a quote that are combined; a quote with more is a table."""


def is_computed(text: str, number: Number, stated: Sequence[Quantity], quoted: Sequence[Quantity]) -> bool:
    """Whether a number follows from others: a share from two counts, a count from a share, a sum or a difference.

    `stated` are the quantities of the statement `text`, this one among them; `quoted` those of its quotes. A sum or a
    difference counts only where the statement shows both numbers and says so, or where the quote counts two groups.
    """
    others = list(islice((each for each in stated if each.number is not number), MOST))
    known = [*others, *quoted[:MOST]]
    if number.percent:
        return is_gap(text, number, quoted) or any(_is_share(number, *two) for two in parts_of_wholes(known))
    return (
        any(_is_part(number, share, whole) for share in known if share.number.percent for whole in known)
        or (_is_worked_out(text, number) and any(_adds_up(number, *two) for two in permutations(others, 2)))
        or any(_is_sum_of_groups(number, one, other) for one, other in pairwise(quoted))
    )


def is_gap(text: str, number: Number, quoted: Sequence[Quantity]) -> bool:
    """Whether a number of percentage points is what lies between two percentages of the quotes."""
    if not _IN_POINTS.search(text, number.start, number.end + _NEAR):
        return False
    shares = [each.number.value for each in quoted[:MOST] if each.number.percent]
    return any(abs(number.value) in (gap, _rounded(gap, Decimal(1))) for gap in _gaps(shares))


_IN_POINTS: Final = re.compile(r"\bpercentage[\s-]points?\b", re.IGNORECASE)


def _gaps(shares: Sequence[Decimal]) -> Iterator[Decimal]:
    yield from (abs(one - other) for one, other in combinations(shares, 2))


def parts_of_wholes(known: Sequence[Quantity]) -> Iterator[tuple[Decimal, Decimal]]:
    """Every count that may be a part of another one, with that other one."""
    for part, whole in permutations(known, 2):
        small, large = part.number.value, whole.number.value
        if not part.number.percent and not whole.number.percent and 0 < small < large:
            yield small, large


def _is_share(number: Number, part: Decimal, whole: Decimal) -> bool:
    return _rounded(_HUNDRED * part / whole, number.value) == number.value


def _is_part(number: Number, share: Quantity, whole: Quantity) -> bool:
    if whole.number.percent or whole.number.value <= number.value:
        return False
    return _rounded(whole.number.value * share.number.value / _HUNDRED, Decimal(1)) == number.value


def _is_worked_out(text: str, number: Number) -> bool:
    return _SUM.search(text, max(0, number.start - _NEAR), number.end + _NEAR) is not None


def _adds_up(number: Number, one: Quantity, other: Quantity) -> bool:
    return number.value in (one.number.value + other.number.value, one.number.value - other.number.value)


def _is_sum_of_groups(number: Number, one: Quantity, other: Quantity) -> bool:
    kinds = one.measure, other.measure
    if not all(isinstance(kind, Counted) and may_be(Counted.PEOPLE, kind) for kind in kinds):
        return False
    return number.value == one.number.value + other.number.value


_LARGEST: Final = 10**15
"""Beyond this, no study's number; and the arithmetic has 28 digits."""


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    if value > _LARGEST or like.adjusted() < -MOST:
        return Decimal("NaN")
    exponent = like.as_tuple().exponent
    return value.quantize(Decimal(1).scaleb(min(0, exponent if isinstance(exponent, int) else 0)), ROUND_HALF_UP)
