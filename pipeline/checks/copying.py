"""Finds passages that a text has taken over from a paper word for word, outside quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.models.licence_class import LicenceClass, licence_class
from pipeline.models.paper import Paper
from pipeline.text.caseless import caseless

_SHORTEST: Final = 12
"""Words in a row that are told; fewer are names of methods and outcomes, which have no other words."""
_LONG: Final = 25
"""Words in a row that block, unless the licence lets everybody print them. Both figures are judgements."""
_STRIDE: Final = 4
_PROBE: Final = _SHORTEST - _STRIDE + 1
"""Every run of `_SHORTEST` words holds so many in a row that begin at a multiple of `_STRIDE`: those are looked up."""
_MOST_PLACES: Final = 20
"""Places of the paper at which one probe is followed; only hostile papers have more."""
_WORD: Final = re.compile(r"[^\W_]+")
_OPENERS: Final = "\u201c\u201e\u00ab"
_CLOSERS: Final = "\u201d\u00bb"


@dataclass(frozen=True, slots=True)
class Copied:
    """A half-open span of a text, so many words long; `blocks` where no licence is known that allows it."""

    start: int
    end: int
    words: int
    blocks: bool


class Wording:
    """The words of a paper, ready to be found again."""

    def __init__(self, paper: Paper) -> None:
        self._words = _quickly(paper.text)
        self._vocabulary = frozenset(self._words)
        self._text = _joined(self._words)
        self._title = _joined(_quickly(paper.metadata.title or ""))
        self._is_open = licence_class(paper.metadata.licence) is LicenceClass.OPEN

    def copied_in(self, text: str) -> Iterator[Copied]:
        """Each passage of twelve words or more that stands in the paper too; its title may be repeated."""
        found = list(_WORD.finditer(caseless(text)))
        for run in self._runs([word.group() for word in found]):
            copied = found[run.start : run.stop]
            if not _is_quoted(text, copied[0].start(), copied[-1].end()):
                yield self._copied(copied)

    def _runs(self, words: Sequence[str]) -> Iterator[range]:
        end = 0
        for at in range(0, len(words) - _PROBE + 1, _STRIDE):
            places = self._places(words[at : at + _PROBE]) if at >= end else ()
            run = max((self._around(words, at, place, end) for place in places), key=len, default=range(0))
            if len(run) >= _SHORTEST:
                end = run.stop
                if _joined(words[run.start : run.stop]) not in self._title:
                    yield run

    def _places(self, probe: Sequence[str]) -> Iterator[int]:
        """Where in the paper, counted in words, these stand in a row; that it lacks one of them is seen at once."""
        if not self._vocabulary.issuperset(probe):
            return
        joined = _joined(probe)
        found = self._text.find(joined)
        for _ in range(_MOST_PLACES):
            if found < 0:
                return
            yield self._text.count(" ", 0, found)
            found = self._text.find(joined, found + 1)

    def _around(self, words: Sequence[str], at: int, place: int, first: int) -> range:
        """The words of a text, from `first` on, that go on as the paper does around one of its places."""
        start, shift = at, place - at
        while start > first and start + shift > 0 and words[start - 1] == self._words[start + shift - 1]:
            start -= 1
        stop, last = at + _PROBE, min(len(words), len(self._words) - shift)
        while stop < last and words[stop] == self._words[stop + shift]:
            stop += 1
        return range(start, stop)

    def _copied(self, words: Sequence[re.Match[str]]) -> Copied:
        blocks = len(words) >= _LONG and not self._is_open
        return Copied(words[0].start(), words[-1].end(), len(words), blocks)


def _quickly(text: str) -> list[str]:
    """The words of a whole paper: what `_WORD` finds, in a third of the time, but for signs of mathematics."""
    small = caseless(text)
    for sign in _SIGNS:
        small = small.replace(sign, " ")
    return small.encode("utf-8", "surrogatepass").translate(_NO_WORD).decode("utf-8", "surrogatepass").split()


_SIGNS: Final = (
    "\xa0\u2009\u202f\u2002\u2003\u200a\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d\u2212"
    "\xb1\xb7\xd7\xb0\u2022\u2026\u2032\u2033\u2264\u2265\u2248\u2122\xae\xa9\xab\xbb\u2192"
)
_NO_WORD: Final = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))
"""What is no letter and no digit of ASCII becomes a space; the bytes of other letters stay."""


def _joined(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation is open where the passage begins, and is closed behind it."""
    before, behind = text[:start], text[end:]
    straight = before.count('"') % 2 == 1 and '"' in behind
    opened = sum(map(before.count, _OPENERS)) > sum(map(before.count, _CLOSERS))
    return straight or (opened and any(sign in behind for sign in _CLOSERS))
