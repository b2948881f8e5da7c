"""The same words come back again and again.

Why it is wrong:
    A model that runs in circles repeats itself until it is cut off; what it had to say further is lost.
Wrong:
    The group that trained the group that trained the group that trained the group that trained walked.
    Pain fell. Pain fell. Pain fell. Pain fell.
Right:
    They trained three times a week, four times a day, and five times in all.
    It was a very, very long day, day after day.
Blind spots:
    Loops that change a word each time.
    Repetitions that are parted by many other words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import eq
from typing import Final

from pipeline.checks.declaration import EVERYWHERE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(str.split("the of and to in a is was were for that with as by on be or at an it"))
_ROUNDS: Final = 4
"""How often words must come back, one right after the other."""
_LONGEST: Final = 24
"""Words of the longest round that is looked for."""
_MANY: Final = 100
"""Places of one word from which on every length of a round is looked for."""
_RUN: Final = 6
"""Words in a row that may come back anywhere in a text, as often as that."""


def _find(text: str) -> Iterator[Hit]:
    if not _comes_back(text.lower().split()):
        return
    words = [word.lower() for word in _WORD.findall(text)]
    if not _pairs_come_back(words):
        return
    span = _circle(words) or _refrain(words)
    if span:
        found = list(islice(_WORD.finditer(text), span[1]))
        yield Hit(found[span[0]].start(), found[span[1] - 1].end(), "The same words come back again and again.")


def _comes_back(words: Sequence[str]) -> bool:
    """Whether any word that says something stands there often enough."""
    if len(words) - len(set(words)) < _ROUNDS - 1:
        return len(words) == 1  # without a space there may be loops within
    return any(count >= _ROUNDS - 1 and len(word) > 1 and word not in _SMALL for word, count in Counter(words).items())


def _pairs_come_back(words: Sequence[str]) -> bool:
    """Whether two words that stand side by side do so as often as in every loop and every refrain."""
    pairs = Counter(pairwise(words))
    if max(pairs.values(), default=0) < _ROUNDS - 1:
        return False
    return any(count >= _ROUNDS - 1 and _says_something(pair) for pair, count in pairs.items())


def _circle(words: Sequence[str]) -> tuple[int, int] | None:
    """The first run of words that stands four times in a row. Linear for each length of a round."""
    for length in (length for length in _lengths(words) if length <= len(words) // _ROUNDS):
        # Whether each word is the one that stood a round before, compared and searched without a step in Python.
        same = bytes(map(eq, words[length:], words))
        at = same.find(_SAME * (length * (_ROUNDS - 1)))
        while at >= 0:
            if _says_something(words[at : at + length]):
                return at, at + _ROUNDS * length
            other = same.find(_OTHER, at)
            at = same.find(_SAME * (length * (_ROUNDS - 1)), other) if other >= 0 else -1
    return None


def _lengths(words: Sequence[str]) -> list[int]:
    """The lengths of a round at which some word that says something comes back as often as a circle needs."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        places[word].append(at)
    lengths: set[int] = set()
    for word, known in places.items():
        if len(known) >= _ROUNDS and _says_something((word,)):
            lengths.update(_steady(known))
    return sorted(lengths)


def _steady(places: Sequence[int]) -> Iterator[int]:
    """Each distance, up to the longest round, at which some place is followed by three more."""
    if len(places) > _MANY:
        yield from range(1, _LONGEST + 1)  # looking at each pair of places would cost more than it saves
        return
    known = set(places)
    for number, first in enumerate(places):
        for second in places[number + 1 :]:
            length = second - first
            if length > _LONGEST:
                break
            if all(first + length * more in known for more in range(2, _ROUNDS)):
                yield length


_SAME: Final = b"\x01"
_OTHER: Final = b"\x00"


def _says_something(words: Sequence[str]) -> bool:
    """Not figures, single letters and small words, which tables and sequences repeat."""
    return any(len(word) > 1 and not word.isdigit() and word not in _SMALL for word in words)


def _refrain(words: Sequence[str]) -> tuple[int, int] | None:
    """Six words in a row that stand four times anywhere."""
    counts = Counter(zip(*(words[start:] for start in range(_RUN)), strict=False))
    often = {run for run, count in counts.items() if count >= _ROUNDS and _says_something(run)}
    places: dict[tuple[str, ...], list[int]] = {run: [] for run in often}
    for at in range(len(words) - _RUN + 1) if often else ():
        run = tuple(words[at : at + _RUN])
        if run in often and (not places[run] or at - places[run][-1] >= _RUN):
            places[run].append(at)
            if len(places[run]) >= _ROUNDS:
                return places[run][0], at + _RUN
    return None


CHECK = TextCheck(
    name="repetition_loop",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    applies_to=EVERYWHERE - {Surface.CODE, Surface.VERBATIM, Surface.JSON_LEAF},
    warns_on_pages=True,  # menus and tables repeat themselves
)
