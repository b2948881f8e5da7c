"""Finding a quote in a paper: exactly, or equal but for typography and citation markers."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from pipeline.models.claim import Match
from pipeline.text.citations import Span, has_digits, joined, left_overs, marked, regions
from pipeline.text.folding import fold, fold_quote
from pipeline.text.rewriting import Rewritten, rewrite
from pipeline.text.word_boundary import ends_whole, starts_whole

_SHORT_CHARACTERS: Final = 12
_SHORT_WORDS: Final = 3
"""Below either, a quote says too little to be recognised in another case, or with markers left out."""
_LEAST_LETTERS: Final = 2
"""Letters and digits that a quote must have, so that it is more than punctuation."""
_EFFORT: Final = 2_000_000
_MOST_TRIES: Final = 20_000
"""Characters and places that may be compared in vain for one quote, so that hostile repetition stays cheap."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quote stands: half-open offsets into the text, and how it matched (never NOT_FOUND)."""

    start: int
    end: int
    match: Match


class QuoteIndex:
    """A paper's text, made ready once for many quotes; `citations` are spans of its citation markers."""

    def __init__(self, text: str, citations: Sequence[Span] = ()) -> None:
        self._text = text
        self._citations = tuple(citations)

    def locate(self, quote: str) -> Located | None:
        """Where `quote` stands in the text, or None.

        First exactly; then equal but for case, white space, hyphenation, dashes, ligatures, quotation marks and
        citation markers that the quote lacks. Digits, signs, decimal points and units are always exact, and an
        ellipsis stands for nothing but itself. A match begins and ends with whole words and whole numbers. A
        quote of fewer than 12 characters or 3 words, such as a cell of a table, keeps its case and its markers.
        """
        bare = quote.strip()
        if not bare:
            return None
        return self._exact(bare) or self._folded(bare) or (None if _is_short(bare) else self._without_markers(bare))

    def match_at(self, quote: str, start: int, end: int) -> Match | None:
        """How `quote` matches exactly the span from `start` to `end`; None where it does not."""
        bare = quote.strip()
        if not bare or not 0 <= start < end <= len(self._text) or not self._is_whole(start, end):
            return None
        if self._text[start:end].strip() == bare:
            return Match.EXACT
        return Match.NORMALISED if self._equals(bare, start, end) else None

    def _exact(self, quote: str) -> Located | None:
        for start in _occurrences(self._text, quote):
            if self._is_whole(start, start + len(quote)):
                return Located(start, start + len(quote), Match.EXACT)
        return None

    def _folded(self, quote: str) -> Located | None:
        haystack = self._folded_text
        for start, end in _spans(haystack, quote):
            span = haystack.origin(start), self._after(haystack.origin(end - 1))
            if self._is_whole(*span) and self._has_case(quote, span):
                return Located(*span, Match.NORMALISED)
        return None

    def _has_case(self, quote: str, span: Span) -> bool:
        """Whether a short quote has its letters in the case in which they stand; a longer one need not."""
        return not _is_short(quote) or _letters(quote) == _letters(self._text[slice(*span)])

    def _without_markers(self, quote: str) -> Located | None:
        """Leave the markers out of both; those that the quote has must stand at the same place in the text."""
        if not self._regions:
            return None
        found = (self._uncited(quote, markers) for markers in self._readings(quote))
        return next((located for located in found if located), None)

    def _readings(self, quote: str) -> Iterator[tuple[Span, ...]]:
        """The ways to tell a quote's markers from its data: some or none of what may be one or left of one."""
        kept = tuple((a, b) for a, b in marked(quote) if _mark(quote[a:b]) in self._marks)
        for left in left_overs(quote):
            if kept:
                yield joined(quote, kept, left)
            yield left

    def _uncited(self, quote: str, markers: Sequence[Span]) -> Located | None:
        spliced = _without(quote, markers).text.strip()
        if _is_short(spliced):
            return None
        uncited, haystack = self._uncited_text
        for start, end in _spans(haystack, spliced):
            span = uncited.origin(haystack.origin(start)), self._after(uncited.origin(haystack.origin(end - 1)))
            span = self._with_edge_markers(quote, markers, span)
            if self._is_whole(*span) and self._has_markers(quote, markers, span):
                return Located(*span, Match.NORMALISED)
        return None

    def _equals(self, quote: str, start: int, end: int) -> bool:
        passage = self._text[start:end]
        if _says_something(quote) and set(fold_quote(quote)) & set(fold_quote(passage.strip())):
            return self._has_case(quote, (start, end))
        if _is_short(quote):
            return False
        own = set(fold_quote(_without(passage, self._markers_within(start, end)).text.strip()))
        return any(
            own.intersection(fold_quote(_without(quote, markers).text.strip()))
            and self._has_markers(quote, markers, (start, end))
            for markers in self._readings(quote)
        )

    @cached_property
    def _folded_text(self) -> Rewritten:
        return fold(self._text)

    @cached_property
    def _regions(self) -> tuple[Span, ...]:
        return regions(self._text, self._citations)

    @cached_property
    def _marks(self) -> frozenset[str]:
        return frozenset(_mark(self._text[start:end]) for start, end in self._regions)

    @cached_property
    def _uncited_text(self) -> tuple[Rewritten, Rewritten]:
        uncited = _without(self._text, self._regions)
        return uncited, fold(uncited.text)

    @cached_property
    def _marker_edges(self) -> frozenset[int]:
        return frozenset(edge for span in (*self._regions, *self._citations) for edge in span)

    def _is_whole(self, start: int, end: int) -> bool:
        starts = starts_whole(self._text, start) or start in self._marker_edges
        return starts and (ends_whole(self._text, end) or end in self._marker_edges)

    def _after(self, offset: int) -> int:
        end = offset + 1
        while unicodedata.combining(self._text[end : end + 1] or " "):
            end += 1
        return end

    def _with_edge_markers(self, quote: str, markers: Sequence[Span], span: Span) -> Span:
        start, end = span
        if markers and markers[-1][1] == len(quote):
            end = next((b for a, b in self._next_regions(end) if not self._text[end:a].strip()), end)
        if markers and markers[0][0] == 0:
            start = next((a for a, b in self._last_regions(start) if not self._text[b:start].strip()), start)
        return start, end

    def _next_regions(self, offset: int) -> tuple[Span, ...]:
        at = bisect_left(self._regions, (offset, 0))
        return self._regions[at : at + 1]

    def _last_regions(self, offset: int) -> tuple[Span, ...]:
        at = bisect_left(self._regions, (offset, 0))
        return self._regions[max(0, at - 1) : at]

    def _markers_within(self, start: int, end: int) -> tuple[Span, ...]:
        first, last = bisect_left(self._regions, (start, 0)), bisect_left(self._regions, (end, 0))
        return tuple((a - start, min(b, end) - start) for a, b in self._regions[first:last])

    def _has_markers(self, quote: str, markers: Sequence[Span], span: Span) -> bool:
        if not markers:
            return True
        passage = self._text[span[0] : span[1]]
        there = _placed(passage, self._markers_within(*span))
        places = {place for place, _ in there}
        return all(
            (place, mark) in there if has_digits(mark) else place in places for place, mark in _placed(quote, markers)
        )


def _is_short(quote: str) -> bool:
    return len(quote) < _SHORT_CHARACTERS or len(quote.split(maxsplit=_SHORT_WORDS)) < _SHORT_WORDS


def _says_something(quote: str) -> bool:
    return sum(map(str.isalnum, quote)) >= _LEAST_LETTERS


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text)))


def _without(text: str, spans: Sequence[Span]) -> Rewritten:
    return rewrite(text, ((start, end, "") for start, end in spans))


def _occurrences(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    tries = min(max(100, _EFFORT // len(needle)), _MOST_TRIES)
    while at >= 0 and tries:
        yield at
        at = text.find(needle, at + 1)
        tries -= 1


def _spans(haystack: Rewritten, quote: str) -> Iterator[Span]:
    if not _says_something(quote):
        return
    for needle in fold_quote(quote):
        for at in _occurrences(haystack.text, needle):
            yield at, at + len(needle)


def _placed(text: str, markers: Sequence[Span]) -> set[tuple[int, str]]:
    """Each marker with the number of letters and digits in front of it, which no folding changes."""
    found, count, last = set(), 0, 0
    for start, end in markers:
        count += sum(letter.isalnum() for letter in unicodedata.normalize("NFKC", text[last:start]))
        found.add((count, _mark(text[start:end])))
        last = end
    return found


def _mark(marker: str) -> str:
    """A marker as it is compared: folded, and without spaces."""
    return fold(marker).text.replace(" ", "")
