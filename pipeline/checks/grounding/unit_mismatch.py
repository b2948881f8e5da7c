"""A number stands in the paper with another unit.

Why it is wrong:
    30 mg told as 30 g is a thousandfold dose; weeks told as months, or percentage points as per cent, change what a
    study did or found.
Wrong:
    "They took 30 g a day" where the paper has 30 mg.
    "After 12 months" where the paper has 12 weeks.
    "Fell by 12 percentage points" where the paper has 12%.
Right:
    "30 milligrams" for 30 mg; "three months" for 12 weeks; "1.5 g" for 1500 mg.
    "10 percentage points" for what lies between 10.9% and 20.5%.
    A number whose unit the paper does not print beside it, as in a table.
Blind spots:
    A number that the paper has with both units, where no quote is given.
    A dose for each day told as the dose for each week.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.arithmetic import is_gap
from pipeline.checks.claimed_numbers import is_hedged
from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.number_contexts import contexts, is_converted
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_of_study import is_told_of_study
from pipeline.models.finding import Severity
from pipeline.text.quantities import Measure, Quantity, quantities
from pipeline.text.units import Dimension, Unit

_OF_BACKGROUND: Final = frozenset({"year", "mile", "foot", "pound", "litre"})
"""Units in which people speak of what is no part of the study: thirty years of research."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    if not statement.is_about_the_study:
        return
    for quantity in quantities(statement.text):
        if isinstance(quantity.measure, Unit) and (found := _fault(statement, quantity, quantity.measure, paper)):
            number, (message, severity) = quantity.number, found
            yield Hit(number.start, number.end, f"{number.printed!r}: {message}", severity)


def _fault(statement: Statement, quantity: Quantity, unit: Unit, paper: PaperView) -> tuple[str, Severity] | None:
    where = contexts(statement, quantity, paper)
    worked_out = is_gap(statement.text, quantity.number, quantities(statement.quoted))
    if not where.contradict(unit) or worked_out or is_converted(statement, quantity, paper):
        return None
    if _is_in_title(quantity, paper.paper.metadata.title or ""):
        return None
    if (quantity.number.printed.lower(), unit.name) in _series(statement.quoted):
        return None
    if unit.dimension is Dimension.SHARE and not any(_is_points(found) for found in where.measures):
        return None  # whether a number is a percentage at all is asked elsewhere
    if not where.in_quotes and is_hedged(statement.text, quantity.number):
        return None  # it may be rounded from another number
    there = "quotes" if where.in_quotes else "paper"
    message = f"told in the unit {unit.name!r}; in the {there} it is a number of {_names(where.measures)}."
    known = not statement.evidence and unit.name in _OF_BACKGROUND
    loose = known or where.stands_elsewhere(unit) or not is_told_of_study(statement, quantity.number.start)
    return message, Severity.WARN if loose else Severity.BLOCK


def _is_in_title(quantity: Quantity, title: str) -> bool:
    """Whether the paper's title has it with this unit, wherever else the number stands for something else."""
    there = ((told.number.value, told.measure) for told in quantities(title))
    return (quantity.number.value, quantity.measure) in there


def _series(quoted: str) -> list[tuple[str, str]]:
    """`Four weekly sessions` last four weeks."""
    return [(found["n"].lower(), _PERIODS[found["every"].lower()]) for found in _EVERY.finditer(quoted)]


_PERIODS: Final = {"daily": "day", "weekly": "week", "monthly": "month"}
_EVERY: Final = re.compile(r"\b(?P<n>\w+) (?:consecutive )?(?P<every>daily|weekly|monthly)\b", re.IGNORECASE)


def _is_points(measure: Measure | None) -> bool:
    return isinstance(measure, Unit) and measure.dimension is Dimension.POINTS


def _names(there: tuple[Measure | None, ...]) -> str:
    names = dict.fromkeys(found.name if isinstance(found, Unit) else found.value for found in there if found)
    return ", ".join(names)


CHECK = StatementCheck(
    name="unit_mismatch",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
