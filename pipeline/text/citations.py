"""Citation markers: the parts of a source's sentence that a quote of it may leave out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

Span = tuple[int, int]

_NUMERIC: Final = re.compile(
    r"\[\s?(\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3}){0,30}+)\s?\]|\(\s?(\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3}){0,30}+)\s?\)"
)
_STATISTIC: Final = re.compile(r"(?:\A|[^A-Za-z])[A-Za-zχ]\d?\Z")
"""A single letter glued to the bracket makes it an argument: `F(1,23)`, `t(12)`, `χ2(1)`."""
_LEFT_OVER: Final = re.compile(
    r"(?<=\s)[,;\u2013-](?:\s?[,;\u2013-]){0,60}+(?=[\s.,;:)]|\Z)"  # 'therapy ,,' and 'replication -,'
    r"|(?<=[.,;:)])[,;\u2013-](?:\s?[,;\u2013-]){0,60}+(?=\s|\Z)"  # 'dehydration.- Another'
    r"|\((?:\s?[;,\u2013-]){1,60}+\s?\)|\[(?:\s?[;,\u2013-]){0,60}+\s?\]|\(\s?\)"
)
_BETWEEN: Final = re.compile(r"[\s,;\u2013—-]*")
"""What parts the markers of one group."""
_WIDEST_SEPARATOR: Final = 4
_BRACKETS: Final = {"[": "]", "(": ")"}


def numeric_markers(text: str) -> Iterator[Span]:
    """Bracketed numbers that look like citations: `[12]`, `[3, 4]`, `(5-7)`; decimals and percentages are data."""
    for found in _NUMERIC.finditer(text):
        look_back = text[max(0, found.start() - 3) : found.start()]
        if found.group(1) or not _STATISTIC.search(look_back):
            yield found.span()


def regions(text: str, given: Sequence[Span]) -> tuple[Span, ...]:
    """The citation markers of `text`, in order and without overlap.

    `given` are spans that the parser knows to be markers; neighbours become one region, brackets around them
    and the commas between them included. Bracketed numbers count even where no span was given.
    """
    grown = (_with_brackets(text, span) for span in _merged(text, sorted(given)))
    return tuple(_merged(text, sorted((*grown, *numeric_markers(text)))))


def quote_markers(quote: str) -> Iterator[tuple[Span, ...]]:
    """The ways to read the markers of a quote, the likeliest first.

    Bracketed numbers; then also the commas, dashes and brackets that are left where markers were dropped, which
    may as well be the quote's own punctuation.
    """
    numeric = tuple(numeric_markers(quote))
    yield tuple(_merged(quote, numeric))
    left_over = [found.span() for found in _LEFT_OVER.finditer(quote)]
    if left_over:
        yield tuple(_merged(quote, sorted((*numeric, *left_over))))


def has_digits(marker: str) -> bool:
    """Whether a marker names what it refers to, so that it has to be the source's own."""
    return any(character.isdigit() for character in marker)


def _merged(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for start, end in spans:
        if current and (start <= current[1] or _are_neighbours(text, current, start)):
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _are_neighbours(text: str, first: Span, second: int) -> bool:
    """Whether only separators part two markers; `[28]; (4)` is a citation and the number of a point."""
    if second - first[1] > _WIDEST_SEPARATOR or not _BETWEEN.fullmatch(text, first[1], second):
        return False
    openers = text[first[0]], text[second]
    return openers[0] == openers[1] or not set(openers) <= set(_BRACKETS)


def _with_brackets(text: str, span: Span) -> Span:
    start, end = span
    opener = text[start - 1 : start]
    if opener in _BRACKETS and text[end : end + 1] == _BRACKETS[opener]:
        return start - 1, end + 1
    return span
