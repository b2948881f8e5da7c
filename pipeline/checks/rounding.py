"""Rounded numbers, and the paper's numbers that they may come from."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from pipeline.checks.paper_numbers import PaperNumbers
from pipeline.text.numbers import Number

_NEAR: Final = Decimal("0.06")
"""How far, in proportion, a hedged number may lie from the paper's: "nearly 50" for 47, "over 90" for 95."""
_MOST_DIGITS: Final = 20
"""Longer numbers are not rounded ones, and beyond the precision of the arithmetic."""


def is_rounded_from(number: Number, source: Decimal) -> bool:
    """Whether `source`, printed to the number's last significant digit, gives the number, and has more digits."""
    value = abs(number.value)
    step = _step(value)
    if value in (source, 0) or value.adjusted() - step.adjusted() > _MOST_DIGITS:
        return False
    return (source / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == value


def near_values(number: Number, paper: PaperNumbers) -> tuple[Decimal, ...]:
    """The paper's values from which a hedged number may have been rounded."""
    value, margin = abs(number.value), _margin(number)
    return tuple(source for source in paper.between(value - margin, value + margin) if _is_rounder(value, source))


def is_near(number: Number, values: Iterable[Decimal]) -> bool:
    """Whether a hedged number may have been rounded from one of these values."""
    value, margin = abs(number.value), _margin(number)
    return any(value - margin <= source <= value + margin and _is_rounder(value, source) for source in values)


def _is_rounder(value: Decimal, source: Decimal) -> bool:
    """Whether a number is no more exact than what it may come from: nobody rounds 500 to "about 503"."""
    return source != 0 and (value == source or _digits(value) <= _digits(source))


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _margin(number: Number) -> Decimal:
    value = abs(number.value)
    return max(value * _NEAR, _step(value) / 2 if value else Decimal(0))


def _step(value: Decimal) -> Decimal:
    """The place value of the last significant digit: 10 for 80, 1 for 78, 0.1 for 7.5."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
