"""Where two texts that are nearly the same differ, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from pipeline.text.words import Word, words

_LONGEST: Final = 250
"""Words of either text; the comparison is quadratic, and no statement is longer."""

_EDGE: Final = 2
"""Words for which the beginning or the end of both texts counts."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Places in the words of the one and of the other text that stand for each other; either may be empty.

    `size` is the number of words that differ, those in brackets left out; `before` and `behind` are the numbers of
    words
    directly beside them that both texts have.
    """

    one: range
    other: range
    size: int
    before: int
    behind: int

    def is_small(self, most: int) -> bool:
        """Whether no more words than this differ, between words that both texts have."""
        return self.size <= most and min(self.before, self.behind) > 0


@lru_cache(maxsize=64)
def edits(one: str, other: str) -> tuple[Edit, ...]:
    """What has to be changed to turn one text into the other; nothing for texts that are too long to compare."""
    left, right = _outside_brackets(words(one)), _outside_brackets(words(other))
    if max(len(left), len(right)) > _LONGEST:
        return ()
    before, after = ([found.text for _, found in side] for side in (left, right))
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    lengths = [_EDGE, *(end - start if kind == "equal" else 0 for kind, start, end, _, _ in codes), _EDGE]
    return tuple(
        Edit(
            _places(left[start:end]),
            _places(right[begin:stop]),
            max(end - start, stop - begin),
            lengths[at],
            lengths[at + 2],
        )
        for at, (kind, start, end, begin, stop) in enumerate(codes)
        if kind != "equal"
    )


def _outside_brackets(found: Sequence[Word]) -> list[tuple[int, Word]]:
    """The words with their places, those in round brackets left out: statistics, which a reader is spared."""
    kept, depth = [], 0
    for place, word in enumerate(found):
        depth += word.text == "("
        if not depth:
            kept.append((place, word))
        depth -= word.text == ")" and depth > 0
    return kept


def _places(piece: Sequence[tuple[int, Word]]) -> range:
    return range(piece[0][0], piece[-1][0] + 1) if piece else range(0)
