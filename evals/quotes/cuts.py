"""Cuts true quotes out of papers: from prose, from table rows, and from where a paragraph runs over a page."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from evals.quotes.pages import turns
from evals.quotes.papers import Quotable
from pipeline.text.sentences import sentences

_WORD: Final = re.compile(r"\S+")
_LINE: Final = re.compile(r"[^\n]*\t[^\n]*")
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_CELL: Final = re.compile(r"[^\t]*[^\t\s][^\t]*")
_LEAST_WORDS: Final = 4
_LEAST: Final = 15
_LEAST_LETTERS: Final = 2
"""Characters and words of a quote, and letters and digits of a cell: fewer say nothing."""


@dataclass(frozen=True)
class Cut:
    """A quote as it stands in its paper, and the citation markers within it."""

    source: Quotable
    place: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """The quote, character by character."""
        return self.source.text[self.start : self.end]

    @property
    def markers(self) -> tuple[tuple[int, int], ...]:
        """Spans within the quote."""
        inside = (m for m in self.source.markers if self.start <= m[0] and m[1] <= self.end)
        return tuple((a - self.start, b - self.start) for a, b in inside if not self._is_exponent(a))

    def _is_exponent(self, start: int) -> bool:
        """Whether raised digits that a parser took for a marker are those of R² or cm³."""
        return re.search(r"(?:\b[A-Za-z]|[ckm]m)$", self.source.text[max(0, start - 4) : start]) is not None


def cuts(sources: list[Quotable], chance: random.Random) -> Iterator[Cut]:
    """Quotes without end, each paper equally often."""
    while True:
        for source in chance.sample(sources, len(sources)):
            cut = chance.choice(_WAYS)(source, chance)
            if cut and _is_worth_it(cut) and _is_whole(cut):
                yield cut


def _is_worth_it(cut: Cut) -> bool:
    if cut.place == "cell":
        return sum(map(str.isalnum, cut.text)) >= _LEAST_LETTERS
    return len(cut.text) >= _LEAST and len(cut.text.split()) >= _LEAST_WORDS


def _is_whole(cut: Cut) -> bool:
    """Whether neither a number nor a citation is cut: `12 500` is one number, `(Smith et al., 2004)` one marker."""
    text = cut.source.text
    before, after = text[max(0, cut.start - 2) : cut.start + 1], text[cut.end - 1 : cut.end + 2]
    if re.search(r"\d\s?\d", before) or re.search(r"\d\s?[\d%]", after):
        return False
    return cut.place in ("table", "cell") or all(_is_between(cut, edge) for edge in (cut.start, cut.end))


def _is_between(cut: Cut, edge: int) -> bool:
    """Whether an edge of the quote is not within brackets that hold a citation, nor within a group of markers."""
    text = cut.source.text
    for found in _BRACKETS.finditer(text, max(0, edge - 300), edge + 300):
        if found.start() < edge < found.end():
            return not any(found.start() <= a < found.end() for a, _ in cut.source.markers)
    if re.match(r"[\s,;\u2013-]*\[\d", text[edge : edge + 8]) and text[:edge].rstrip(" ,;").endswith("]"):
        return False
    near = [(a, b) for a, b in cut.source.markers if a - 4 <= edge <= b + 4]
    return len(near) < 2


def _sentence(source: Quotable, chance: random.Random) -> Cut | None:
    spans = _sentences(source)
    return Cut(source, "prose", *chance.choice(spans)) if spans else None


def _words(source: Quotable, chance: random.Random) -> Cut | None:
    paragraphs = [p for s in source.paper.sections for p in s.paragraphs]
    paragraph = chance.choice(paragraphs)
    words = list(_WORD.finditer(source.text, paragraph.start, paragraph.end))
    if len(words) < _LEAST_WORDS:
        return None
    count = chance.randint(_LEAST_WORDS, min(40, len(words)))
    first = chance.randint(0, len(words) - count)
    return Cut(source, "prose", words[first].start(), words[first + count - 1].end())


def _row(source: Quotable, chance: random.Random) -> Cut | None:
    """A row of a table, or some neighbouring cells of it."""
    if not source.paper.tables:
        return _words(source, chance)
    table = chance.choice(source.paper.tables)
    lines = list(_LINE.finditer(source.text, table.start, table.end))
    if not lines:
        return None
    line = chance.choice(lines)
    cells = list(_CELL.finditer(source.text, line.start(), line.end()))
    if not cells:
        return None
    first = chance.randrange(len(cells))
    last = chance.randrange(first, len(cells))
    return Cut(source, "table" if last - first > 1 else "cell", cells[first].start(), cells[last].end())


def _over_a_page(source: Quotable, chance: random.Random) -> Cut | None:
    """Words on both sides of a page's end; only a PDF has pages."""
    places = turns(source)
    if not places:
        return _words(source, chance)
    at = chance.choice(places)
    before = list(_WORD.finditer(source.text, max(0, at - 200), at))[1:]
    after = list(_WORD.finditer(source.text, at, at + 200))[:-1]
    if len(before) < 2 or len(after) < 2:
        return None
    start = before[-min(len(before), chance.randint(2, 12))].start()
    return Cut(source, "page break", start, after[min(len(after), chance.randint(2, 12)) - 1].end())


_WAYS: Final[list[Callable[[Quotable, random.Random], Cut | None]]] = [_sentence, _words, _row, _row, _over_a_page]


@cache
def _sentences(source: Quotable) -> tuple[tuple[int, int], ...]:
    spans = sentences(source.text)
    return tuple((a, b) for a, b in spans if 40 <= b - a <= 400 and "\t" not in source.text[a:b])
