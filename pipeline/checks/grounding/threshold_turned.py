"""A bound is told the other way round: at most for at least, below for above.

Why it is wrong:
    "More than 25 mmHg" and "less than 25 mmHg" have the same number and unit. A patient who reads at whom something
    helps, or from which value on it is dangerous, is sent to the other side.
Wrong:
    "At most three pills a day" where the quote has "at least three".
    "Below 25 mmHg" where the quote has "> 25 mmHg".
Right:
    "25 mmHg or more" for "at least 25 mmHg".
    "Not below 25" for "25 or above".
    A number that the quote has with both bounds, or with none.
Blind spots:
    Bounds in words that are in no list.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.text.numbers import Number, NumberKind, numbers

if TYPE_CHECKING:
    from decimal import Decimal


class _Bound(Enum):
    FROM = auto()
    """The number or more."""
    TO = auto()
    """The number or less."""


_UP: Final = (
    r"at least|(?:more|greater|higher|longer|older) than|over|above|exceed(?:s|ed|ing)|superior to|minimum(?: of)?"
)
_DOWN: Final = (
    r"at most|(?:less|fewer|lower|shorter|younger|smaller) than|under|below|inferior to|maximum(?: of)?|up to"
)
_BEFORE: Final = re.compile(
    rf"(?P<not>\bno(?:t|r)? |n['\u2019]t )?(?:\b(?P<up>{_UP})|\b(?P<down>{_DOWN})|(?P<more>[>\u2265\u2a7e]|&gt;)"
    rf"|(?P<less>[<\u2264\u2a7d]|&lt;))\s?=?\s?(?:an? |the |about )?\Z",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"[^.;,\d]{0,25}?\b(?:or|and) (?:(?P<up>more|above|over|higher|longer|older|greater)"
    r"|(?P<down>less|fewer|below|under|lower|shorter|younger|smaller))\b",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 30


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    if not statement.quoted or statement.text in statement.quoted:
        return
    theirs: defaultdict[Decimal, set[_Bound | None]] = defaultdict(set)
    for number, bound in _told(statement.quoted):
        theirs[number.value].add(bound)
    for number, bound in _told(statement.text):
        there = theirs.get(number.value, {None})
        if bound is not None and not there & {bound, None}:
            yield Hit(number.start, number.end, f"{number.printed!r}: told as a bound on the other side in the quote.")


def _told(text: str) -> Iterator[tuple[Number, _Bound | None]]:
    """Each number with the bound that it is told as, if any; a digit of a name is none."""
    for number in numbers(text):
        bound = _bound(text, number)
        if bound is None or number.kind is not NumberKind.IDENTIFIER:
            yield number, bound


def _bound(text: str, number: Number) -> _Bound | None:
    before = _BEFORE.search(text, max(0, number.start - _LOOK_BACK), number.start)
    if before is None:
        behind = _BEHIND.match(text, number.end)
        return None if behind is None else _Bound.FROM if behind["up"] else _Bound.TO
    up = bool(before["up"] or before["more"])
    return _Bound.FROM if up is not bool(before["not"]) else _Bound.TO


CHECK = StatementCheck(
    name="threshold_turned",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
