"""What is compared with what: the words on both sides of `more than`, `compared with` and their kin."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.text.words import Word, words

_JOINTS: Final = frozenset(str.split("than versus vs"))
_WITH: Final = frozenset(str.split("with to against"))
_REACH: Final = 12
"""Words on each side among which what is compared is named."""
_NEAREST: Final = 4
"""Of those with a meaning, so many name it."""
_ENDS: Final = frozenset(str.split(". ; : ! ? ,"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Stems on the left and on the right of the joint, and from where to where the whole of it stands."""

    left: frozenset[str]
    right: frozenset[str]
    start: int
    joint: int
    end: int

    def straight(self, other: "Comparison") -> int:
        """How many words stand behind the joint in both. In front of it, the outcome stands too, which tells nothing."""
        return len(self._right & other._right)

    def crossed(self, other: "Comparison") -> int:
        """How many words stand behind the joint in the one and in front of it in the other."""
        return len(self._left & other._right) + len(self._right & other._left)

    @property
    def _left(self) -> frozenset[str]:
        return self.left - self.right

    @property
    def _right(self) -> frozenset[str]:
        return self.right - self.left


@lru_cache(maxsize=512)
def comparisons(text: str) -> tuple[Comparison, ...]:
    """The comparisons of a text, in order. Linear in its length."""
    found = words(text)
    return tuple(_comparison(found, at) for at in range(1, len(found)) if _is_joint(found, at))


def _is_joint(found: tuple[Word, ...], at: int) -> bool:
    if found[at].text in _JOINTS:
        return True
    return found[at].text in _WITH and found[at - 1].text in ("compared", "comparison", "relative")


def _comparison(found: tuple[Word, ...], at: int) -> Comparison:
    start, end = at, at + 1
    while start > 0 and at - start < _REACH and found[start - 1].text not in _ENDS:
        start -= 1
    while end < len(found) and end - at <= _REACH and found[end].text not in _ENDS:
        end += 1
    left, right = _stems(found[start:at])[-_NEAREST:], _stems(found[at + 1 : end])[:_NEAREST]
    return Comparison(frozenset(left), frozenset(right), found[start].start, found[at].start, found[end - 1].end)


def _stems(side: tuple[Word, ...]) -> list[str]:
    return [each.stem if each.text[0].isalpha() else each.text for each in side if _names(each)]


def _names(word: Word) -> bool:
    """Letters of groups name a side: group A."""
    return word.text not in _ANY and (word.carries_meaning or (len(word.text) == 1 and word.text.isalpha()))


_ANY: Final = frozenset(str.split("group groups compared comparison relative arm arms"))
