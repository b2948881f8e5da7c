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
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.checks.declaration import EVERYWHERE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(str.split("the of and to in a is was were for that with as by on be or at an it"))
_ROUNDS: Final = 4
"""How often words must come back, one right after the other."""
_LONGEST: Final = 24
"""Words of the longest round that is looked for."""
_RUN: Final = 6
"""Words in a row that may come back anywhere in a text, as often as that."""


def _find(text: str) -> Iterator[Hit]:
    if not _comes_back(text.lower().split()):
        return
    found = list(_WORD.finditer(text))
    words = [word.group().lower() for word in found]
    span = (_circle(words) or _refrain(words)) if _says_something(words) else None
    if span:
        yield Hit(found[span[0]].start(), found[span[1] - 1].end(), "The same words come back again and again.")


def _comes_back(words: Sequence[str]) -> bool:
    """Whether any word that says something stands there often enough."""
    if len(words) - len(set(words)) < _ROUNDS - 1:
        return len(words) == 1  # without a space there may be loops within
    return any(count >= _ROUNDS - 1 and len(word) > 1 and word not in _SMALL for word, count in Counter(words).items())


def _find_on_pages(text: str) -> Iterator[Hit]:
    for hit in _find(text):
        yield Hit(hit.start, hit.end, hit.message, Severity.WARN)  # menus and tables repeat themselves


def _circle(words: Sequence[str]) -> tuple[int, int] | None:
    """The first run of words that stands four times in a row. Linear for each length of a round."""
    for length in range(1, min(_LONGEST, len(words) // _ROUNDS) + 1):
        same = 0
        for at in range(length, len(words)):
            same = same + 1 if words[at] == words[at - length] else 0
            if same >= length * (_ROUNDS - 1) and _says_something(words[at - length + 1 : at + 1]):
                return at - same - length + 1, at + 1
    return None


def _says_something(words: Sequence[str]) -> bool:
    """Not figures, single letters and small words, which tables and sequences repeat."""
    return any(len(word) > 1 and not word.isdigit() and word not in _SMALL for word in words)


def _refrain(words: Sequence[str]) -> tuple[int, int] | None:
    """Six words in a row that stand four times anywhere."""
    seen: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - _RUN + 1):
        run = tuple(words[at : at + _RUN])
        places = seen.setdefault(run, [])
        if not places or at - places[-1] >= _RUN:
            places.append(at)
        if len(places) >= _ROUNDS and _says_something(run):
            return places[0], at + _RUN
    return None


CHECK = TextCheck(
    name="repetition_loop",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.2",
    find=_find,
    applies_to=EVERYWHERE - {Surface.CODE, Surface.VERBATIM, Surface.JSON_LEAF},
    find_on_pages=_find_on_pages,
)
