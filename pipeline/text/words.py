"""The words of a text: where they stand, which of them carry meaning, and a stem by which forms of one word meet."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

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
    "walking": "walk",
    "walks": "walk",
    "gait": "walk",
}
"""Irregular forms, and pairs of a paper's word and a reader's."""
_STEM: Final = 5
"""Letters by which the forms of a longer word meet: improve, improved, improvement."""


class Word(NamedTuple):
    """A word, a number or a mark of punctuation, in small letters, with its span.

    `stem` is what it has in common with other forms of the word. `carries_meaning` says that it is neither punctuation,
    nor a number, nor one of the small words that any sentence has.
    """

    text: str
    start: int
    end: int
    stem: str
    carries_meaning: bool


def stem(word: str) -> str:
    """The stem of a word in small letters: its first letters, or the plain form of an irregular one."""
    return (_FORMS.get(word) or word.removesuffix("'s").removesuffix("\u2019s"))[:_STEM]


@lru_cache(maxsize=16_384)
def _known(word: str) -> tuple[str, str, bool]:
    """A word in small letters, its stem, and whether it carries meaning; papers use the same words again and again."""
    small = word.lower()
    return small, stem(small), small[0].isalpha() and small not in _FUNCTION


def words(text: str) -> tuple[Word, ...]:
    """The words, numbers and marks of a text, in order. Linear in its length."""
    return _short(text) if len(text) <= _SHORT else _long(text)


def content(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return _content(text)


@lru_cache(maxsize=512)
def _content(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words(text) if word.carries_meaning and len(word.text) > 2)


def _read(text: str) -> tuple[Word, ...]:
    found = []
    for match in _WORD.finditer(text):
        small, name, carries = _known(match.group())
        start, end = match.span()
        found.append(Word(small, start, end, name, carries))
    return tuple(found)


_SHORT: Final = 3_000
"""Characters of a text whose words are remembered for a while: several checks ask for them."""
_short = lru_cache(maxsize=512)(_read)
_long = lru_cache(maxsize=4)(_read)
