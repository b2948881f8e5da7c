"""Amounts in other units: 12 weeks are three months, 1500 mg are 1.5 g."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pipeline.text.units import Dimension, Unit, units_of

_EXACT: Final = Decimal("0.011")
"""How far, in proportion, a converted number may be off: 225 pounds for 102 kilograms."""
_CALENDAR: Final = Decimal("0.083")
"""The same where weeks meet months: people call 12 weeks three months, which have 13 and a day."""
_WEEK: Final = Decimal(7)


def is_same_amount(value: Decimal, unit: Unit, other_value: Decimal, other: Unit) -> bool:
    """Whether two numbers with different units say the same."""
    return any(low <= abs(other_value) <= high for name, low, high in elsewhere(value, unit) if name == other.name)


def elsewhere(value: Decimal, unit: Unit) -> Iterator[tuple[str, Decimal, Decimal]]:
    """For every other unit of the dimension: its name, and from where to where a number in it says the same."""
    if unit.size is None:
        return
    for other in units_of(unit.dimension):
        if other.size is None or other.name == unit.name:
            continue
        same, slack = abs(value) * unit.size / other.size, _slack(unit, other)
        yield other.name, same * (1 - slack), same * (1 + slack)


def _slack(unit: Unit, other: Unit) -> Decimal:
    if unit.dimension is not Dimension.TIME or unit.size is None or other.size is None:
        return _EXACT
    return _CALENDAR if min(unit.size, other.size) <= _WEEK < max(unit.size, other.size) else _EXACT
