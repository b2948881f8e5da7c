"""The words of a text: where they stand, which of them carry meaning, and a stem by which forms of one word meet."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+(?:[.,\u00b7]\d+)*|[.;:,()!?\u2014\u2013]")
_FUNCTION: Final = frozenset(
    str.split(
        "a about above after again against all also although am an and another any are as at be because been before"
        " being below between both but by can could did do does doing done down during each either else even every few"
        " for from further had has have having he her here hers him his how however i if in into is it its itself just"
        " let may me might mine more most much must my myself nor now of off on once one only onto or other others our"
        " ours out over own per rather same shall she should since so some such than that the their theirs them then"
        " there therefore these they this those though through thus to too toward towards two under until up upon us"
        " very was we were what when where whether which while who whom whose why will with within would yet you your"
        " yours et al ie eg e.g i.e vs versus s t"
    )
)
_FORMS: Final = {
    "people": "person",
    "persons": "person",
    "patients": "person",
    "patient": "person",
    "participants": "person",
    "participant": "person",
    "subjects": "person",
    "individuals": "person",
    "kids": "child",
    "children": "child",
    "found": "find",
    "shown": "show",
    "seen": "see",
    "saw": "see",
    "took": "take",
    "taken": "take",
    "gave": "give",
    "given": "give",
    "felt": "feel",
    "died": "death",
    "dead": "death",
    "mortality": "death",
    "deaths": "death",
    "differed": "differ",
    "different": "differ",
    "difference": "differ",
    "differences": "differ",
    "effective": "effect",
    "effects": "effect",
    "efficacy": "effect",
    "adverse": "harm",
    "harms": "harm",
    "walked": "walk",
    "gait": "walk",
}
"""Irregular forms, and pairs of a paper's word and a reader's."""
_STEM: Final = 5
"""Letters by which the forms of a longer word meet: improve, improved, improvement."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a mark of punctuation, in small letters, with its span."""

    text: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum()

    @property
    def carries_meaning(self) -> bool:
        """Whether it is neither punctuation nor one of the small words that any sentence has."""
        return self.text[0].isalpha() and self.text not in _FUNCTION

    @property
    def stem(self) -> str:
        """What it has in common with other forms of the word."""
        return stem(self.text)


def stem(word: str) -> str:
    """The stem of a word in small letters: its first letters, or the plain form of an irregular one."""
    return _FORMS.get(word) or word.removesuffix("'s").removesuffix("\u2019s")[:_STEM]


def words(text: str) -> tuple[Word, ...]:
    """The words, numbers and marks of a text, in order. Linear in its length."""
    return _short(text) if len(text) <= _SHORT else _read(text)


def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(word.stem for word in words(text) if word.carries_meaning and len(word.text) > 2)


def _read(text: str) -> tuple[Word, ...]:
    return tuple(Word(found.group().lower(), *found.span()) for found in _WORD.finditer(text))


_SHORT: Final = 3_000
"""Characters of a text whose words are remembered for a while: several checks ask for them."""
_short = lru_cache(maxsize=512)(_read)
