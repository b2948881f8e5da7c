"""The changes that a statement tells, beside those of its quotes: which of them the quotes contradict."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from pipeline.checks.statement import Statement
from pipeline.text.changes import OF_DEGREE, Change, Sense, changes
from pipeline.text.edits import edits
from pipeline.text.words import content, stem, words


class Contradiction(StrEnum):
    """How a statement and its quote differ about a change."""

    REVERSED = "reversed"
    """More told as less, better as worse."""
    DENIED = "denied"
    """The same word, denied in one of the two only."""
    NULL_AS_EFFECT = "null as effect"
    """The quote says that nothing changed."""
    EFFECT_AS_NULL = "effect as null"


@dataclass(frozen=True, slots=True)
class Told:
    """A change of a statement, the one of its quotes that contradicts it, and whether it keeps close to their words."""

    change: Change
    quoted: Change
    how: Contradiction
    is_close: bool


CLOSE: Final = 0.6
"""Share of a statement's words that its quotes have, from which on their changes must agree one by one."""
_LOOK_BACK: Final = 50
_SAME: Final = frozenset({Sense.SAME})
_LOOSELY_SAME: Final = frozenset(str.split("equal equally alike same"))
"""Two treatments may be equally good where both made something better."""
_OPEN: Final = re.compile(
    r"\b(?:whether|if|to (?:see|find out|test|check|determine|assess|examine|evaluate|investigate"
    r"|compare|explore)|aim(?:s|ed)?"
    r"|goal|objective|purpose|hypothesi[sz]e[ds]?|hypothesis|designed to|wanted to|expected|could help|in order to"
    r"|not known|unclear)\b",
    re.IGNORECASE,
)
"""What is asked, planned or expected is not told as a result."""


def contradicted(statement: Statement) -> tuple[Told, ...]:
    """The changes of a statement that its quotes contradict, and that nothing else in them bears out."""
    return _contradicted(statement.text, statement.quoted)


@lru_cache(maxsize=64)
def _contradicted(text: str, quote: str) -> tuple[Told, ...]:
    # Three checks ask, each about its own kind of contradiction.
    return tuple(_compared(text, quote)) if quote and text not in quote else ()


def _compared(text: str, quote: str) -> Iterator[Told]:
    quoted = changes(quote)
    if not quoted:
        return
    close = closeness(text, quote) >= CLOSE
    swapped = dict(_swapped(text, quote)) if close and _senses_of(text) != _senses_of(quote) else {}
    own = changes(text)
    for change in own:
        if change in swapped:
            yield Told(change, swapped[change], _how(change, swapped[change]), is_close=True)
            continue
        if _is_open(text, change, close=close) or (change.word in _LOOSELY_SAME and not close):
            continue
        if against := _against(change, quoted, own, close=close):
            yield Told(change, against, _how(change, against), close)


def _senses_of(text: str) -> list[str]:
    return sorted(f"{change.axis} {change.told}" for change in changes(text))


def _swapped(text: str, quote: str) -> Iterator[tuple[Change, Change]]:
    """The changes that stand in the place of an opposite one, in a statement that is nearly its quote."""
    told, there = words(text), words(quote)
    for edit in edits(text, quote):
        if not edit.is_small(_SMALL) or not edit.one or not edit.other:
            continue
        for change in _within(text, told[edit.one[0]].start, told[edit.one[-1]].end):
            for other in _within(quote, there[edit.other[0]].start, there[edit.other[-1]].end):
                opposite = {change.told, other.told} == {Sense.UP, Sense.DOWN} and _on_one_axis(change, other)
                if opposite and not _is_turned_round(change, other):
                    yield change, other


def _within(text: str, start: int, end: int) -> list[Change]:
    return [change for change in changes(text) if start <= change.start < end]


def _on_one_axis(change: Change, other: Change) -> bool:
    """Whether the two can be told apart without knowing the outcome; less of a bad thing is better."""
    if change.axis is other.axis:
        return change.denied == other.denied
    senses = other.on(change.axis)
    return senses is not None and not senses & change.senses


_SMALL: Final = 4
"""Words of an edit that turns a change round; what is longer tells something else."""


def _is_open(text: str, change: Change, *, close: bool) -> bool:
    """Whether a change is asked about or planned: anywhere in a statement in other words, else just in front of it."""
    if not close:
        return _is_open_anywhere(text)
    return _OPEN.search(text, max(0, change.start - _LOOK_BACK), change.start) is not None


@lru_cache(maxsize=64)
def _is_open_anywhere(text: str) -> bool:
    return _OPEN.search(text) is not None


def closeness(text: str, quote: str) -> float:
    """The share of a statement's words with a meaning that its quotes have."""
    own, theirs = content(text), content(quote)
    return len(own & theirs) / len(own) if own else 0.0


def _against(change: Change, quoted: tuple[Change, ...], own: tuple[Change, ...], *, close: bool) -> Change | None:
    """The quote's change that fits best by the words around it, if it contradicts and no other agrees as well.

    What the statement tells too, elsewhere and in the same word (an outcome called `clinical improvement`), does not
    contradict it where the quote has one that agrees.
    """
    agreeing: list[tuple[float, int, Change]] = []
    opposed: list[tuple[float, int, Change]] = []
    for other in quoted:
        senses = None if change.is_bound or other.is_bound else _comparable(change, other)
        if senses is not None:
            agrees = senses & change.senses and not _opposite_though_denied(change, other)
            agrees = agrees or _is_turned_round(change, other)
            (agreeing if agrees else opposed).append((_likeness(change, other), -other.start, other))
    best = max(opposed, default=None)
    if best is None or best[0] < (_LEAST_CLOSE if close else _LEAST):
        return None
    if agreeing and any(_tells(each, best[2], best[0]) for each in own if each is not change):
        return None
    needed = best[0] * (0.9 if close else 0.4)
    return None if any(likeness >= needed for likeness, _, _ in agreeing) else best[2]


def _tells(own: Change, quoted: Change, likeness: float) -> bool:
    """Whether a change of the statement is the quoted one in the same word, and closer to it than so much."""
    same = stem(own.word) == stem(quoted.word) and own.senses == quoted.senses
    return same and _likeness(own, quoted) > likeness


_LEAST_CLOSE: Final = 2
_LEAST: Final = 5
"""Likeness that two changes must have to be about the same thing, where the statement is close to its quotes or not."""


def _likeness(change: Change, other: Change) -> int:
    """How much what stands around two changes has in common; nothing, if what changed has not."""
    same = _weight(change.before & other.before) + _weight(change.behind & other.behind)
    crossed = _weight(change.before & other.behind) + _weight(change.behind & other.before)
    beside = sum(one == two != "" for one, two in zip(change.beside, other.beside, strict=True))
    if not same and not crossed and not beside:
        return 0
    around = len((change.around & other.around) - _ANY_STUDY)
    return 2 * same + crossed + 3 * beside + around + 2 * (stem(change.word) == stem(other.word))


def _weight(shared: frozenset[str]) -> int:
    """The number of words; a figure beside a change says which one it is more surely than a word."""
    return sum(_IF_A_NUMBER if name[0].isdigit() else 1 for name in shared - _ANY_STUDY)


_IF_A_NUMBER: Final = 3
_ANY_STUDY: Final = frozenset(
    map(stem, str.split("people group groups study treatment treated significantly significant time"))
)
"""What any change in any study may have beside it."""


def _comparable(change: Change, other: Change) -> frozenset[Sense] | None:
    """The senses of another change on the axis of this one; None where the outcome would have to be known."""
    if (change.word in OF_DEGREE) != (other.word in OF_DEGREE) and not (change.compares and other.compares):
        return None
    senses = other.on(change.axis)
    if senses is None and change.worth_of_more:
        mine = change.on(other.axis)
        return None if mine is None else change.senses if mine & other.senses else frozenset()
    return senses


def _opposite_though_denied(change: Change, other: Change) -> bool:
    """`No improvement` and `no worsening` may both be true, but the one is not what the other says."""
    both = change.denied and other.denied and change.axis is other.axis
    return both and {change.told, other.told} == {Sense.UP, Sense.DOWN}


def _is_turned_round(change: Change, other: Change) -> bool:
    """`A did less than B` says what `B did more than A` says: the sides have changed places with the direction."""
    if not (change.compares and other.compares) or {change.told, other.told} != {Sense.UP, Sense.DOWN}:
        return False
    if change.denied == other.denied and sides_crossed(change, other):
        return True
    kept = (change.before & other.before) | (change.behind & other.behind)
    crossed = change.before & other.behind - other.before and change.behind & other.before - other.behind
    return bool(crossed) and not kept and change.denied == other.denied


def sides_crossed(change: Change, other: Change) -> bool:
    """Whether what stands before `than` in the one stands behind it in the other, and nothing in its own place."""
    if change.sides is None or other.sides is None:
        return False
    (first, last), (their_first, their_last) = change.sides, other.sides
    kept = first & their_first or last & their_last
    return bool(first & their_last or last & their_first) and not kept


def _how(change: Change, other: Change) -> Contradiction:
    if change.denied != other.denied and stem(change.word) == stem(other.word):
        return Contradiction.DENIED
    if other.senses == _SAME:
        return Contradiction.NULL_AS_EFFECT
    return Contradiction.EFFECT_AS_NULL if change.senses == _SAME else Contradiction.REVERSED
