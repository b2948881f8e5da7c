"""Finds passages that a text has taken over from a paper word for word, outside quotation marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
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
"""Every run of `_SHORTEST` words holds so many in a row that begin at a multiple of `_STRIDE`."""
_FEW: Final = 2_000
"""Words of a text up to which such probes are faster."""
_WORD: Final = re.compile(r"[^\W_]+")
_OPENERS: Final = "\u201c\u201e\u00ab"
_CLOSERS: Final = "\u201d\u00bb"

Run = tuple[str, ...]


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
        self._words = _words(paper.text)
        self._title = frozenset(_runs(_words(paper.metadata.title or "")))
        self._is_open = licence_class(paper.metadata.licence) is LicenceClass.OPEN

    def copied_in(self, text: str) -> Iterator[Copied]:
        """Each passage of twelve words or more that stands in the paper too; its title may be repeated."""
        found = list(_WORD.finditer(caseless(text)))
        words = [word.group() for word in found]
        if len(words) <= _FEW and not self._may_hold(words):
            return
        taken = [run in self._runs and run not in self._title for run in _runs(words)]
        start = 0
        for is_taken, group in groupby(taken):
            length = len(list(group))
            if is_taken:
                copied = found[start : start + length + _SHORTEST - 1]
                if not _is_quoted(text, copied[0].start(), copied[-1].end()):
                    yield self._copied(copied)
            start += length

    def _may_hold(self, words: Sequence[str]) -> bool:
        """Whether any passage of a text can be the paper's; the runs of a whole paper take longer to make."""
        probes = (words[at : at + _PROBE] for at in range(0, len(words) - _PROBE + 1, _STRIDE))
        return any(f" {' '.join(probe)} " in self._joined for probe in probes)

    @cached_property
    def _joined(self) -> str:
        return f" {' '.join(self._words)} "

    @cached_property
    def _runs(self) -> frozenset[Run]:
        return frozenset(_runs(self._words))

    def _copied(self, words: Sequence[re.Match[str]]) -> Copied:
        blocks = len(words) >= _LONG and not self._is_open
        return Copied(words[0].start(), words[-1].end(), len(words), blocks)


def _words(text: str) -> list[str]:
    return _WORD.findall(caseless(text))


def _runs(words: Sequence[str]) -> Iterator[Run]:
    return zip(*(words[start:] for start in range(_SHORTEST)), strict=False)


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a quotation is open where the passage begins, and is closed behind it."""
    before, behind = text[:start], text[end:]
    straight = before.count('"') % 2 == 1 and '"' in behind
    opened = sum(map(before.count, _OPENERS)) > sum(map(before.count, _CLOSERS))
    return straight or (opened and any(sign in behind for sign in _CLOSERS))
