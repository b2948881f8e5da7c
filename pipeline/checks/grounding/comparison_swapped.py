"""The two sides of a comparison have changed places.

Why it is wrong:
    "The drug did better than placebo" and "placebo did better than the drug" hold the same words and numbers.
Wrong:
    "Pain was lower with placebo than with the drug" where the quote has it lower with the drug than with placebo.
Right:
    "Pain was higher with placebo than with the drug" for the same quote.
    The same comparison in words that are not the quote's.
Blind spots:
    Statements in other words than their quotes.
    Sides of more than four words.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_changes import CLOSE, closeness, sides_crossed
from pipeline.models.finding import Severity
from pipeline.text.changes import Change, changes
from pipeline.text.edits import Edit, edits
from pipeline.text.words import words

_JOINTS: Final = frozenset(str.split("than versus vs compared comparison relative while whereas but"))
_SMALL: Final = 4
"""Words of a side."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    text, quote = statement.text, statement.quoted
    if not quote or text in quote:
        return
    if (crossed := _crossed(text, quote)) is not None:
        yield Hit(crossed.start, crossed.end, "The quote compares the same two the other way round.")
        return
    told = words(text)
    if _JOINTS.isdisjoint(word.text for word in told) or closeness(text, quote) < CLOSE:
        return
    sides = [edit for edit in edits(text, quote) if edit.one and edit.other and edit.is_small(_SMALL)]
    for one, other in combinations(sides[:_MOST], 2):
        if _exchanged(text, quote, one, other) and _same_way(text, quote):
            start, end = told[one.one[0]].start, told[other.one[-1]].end
            yield Hit(start, end, "The quote compares the same two the other way round.")
            return


def _crossed(text: str, quote: str) -> Change | None:
    """A comparison by `than` whose two sides stand the other way round in the quote, with the same word of change."""
    there = [each for each in changes(quote)[:_COMPARED] if each.sides]
    for own in (each for each in changes(text)[:_COMPARED] if each.sides):
        alike = [each for each in there if (each.told, each.axis, each.denied) == (own.told, own.axis, own.denied)]
        if all(sides_crossed(own, each) for each in alike) and any(_are_turned(own, each) for each in alike):
            return own
    return None


def _are_turned(own: Change, other: Change) -> bool:
    """Whether both sides have changed places, of an outcome that is the same by what stands before it."""
    (first, last), (their_first, their_last) = own.sides or _NO_SIDES, other.sides or _NO_SIDES
    same = not own.before or not other.before or own.before & other.before
    return bool(same and first & their_last and last & their_first)


_NO_SIDES: Final = (frozenset[str](), frozenset[str]())
_COMPARED: Final = 20
"""Changes that are set beside each other."""
_MOST: Final = 8
"""Edits that are compared with each other; a statement with more is no near copy of its quote."""


def _exchanged(text: str, quote: str, one: Edit, other: Edit) -> bool:
    """Whether what the statement has in one place, the quote has in the other."""
    there = _stems(quote, one.other) & _stems(text, other.one), _stems(text, one.one) & _stems(quote, other.other)
    same = _stems(text, one.one) & _stems(quote, one.other)
    return any(there) and not same and not _JOINTS.isdisjoint(_between(text, one, other))


def _stems(text: str, places: range) -> frozenset[str]:
    found = words(text)
    return frozenset(found[at].stem for at in places if found[at].carries_meaning)


def _between(text: str, one: Edit, other: Edit) -> set[str]:
    return {word.text for word in words(text)[one.one.stop : other.one.start]}


def _same_way(text: str, quote: str) -> bool:
    """Whether no word of change was turned round with the sides, which would leave the meaning as it was."""
    return sorted(str(change.told) for change in changes(text)) == sorted(str(change.told) for change in changes(quote))


CHECK = StatementCheck(
    name="comparison_swapped",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
