"""Citation markers: the parts of a source's sentence that a quote of it may leave out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

Span = tuple[int, int]

_NUMBERS: Final = r"\d{1,3}(?:\s?[,;\u2013-]\s?\d{1,3}){0,30}+"
_SQUARE: Final = re.compile(rf"\[\s?{_NUMBERS}\s?\]")
_NO_CITATION: Final = re.compile(
    r"(?:[\d%=<>\u2264\u2265]|\b(?:CI|IQR|SD|SEM|range|interval|scores?|from)),?\s*\Z|(?<![^\W\d_])[^\W\d_]\d?\Z",
    re.IGNORECASE,
)
"""What stands in front of numbers that are data (`60 [50-80] minutes`, `95% CI [12, 34]`) or an index (`t[1]`)."""
_INDEX: Final = re.compile(r"(?<![^\W\d_])(?:(?:[^\W\d_]|[cdkmn\u03bc\u00b5]m)[\d\u2212-]{1,3}|[a-z]\[\d{1,2}\])\Z")
"""Digits behind a lone letter or a length, which print as a marker does: R², cm³, t[1]."""
_AUTHORS: Final = re.compile(
    r"(?:\s|[,;:&.\u2013-]|\b(?:19|20)\d\d[a-z]?(?:,\s?[a-z]\b)*|in press\b"
    r"|\b(?:see|also|e\.g|i\.e|cf|for|an?|example|instance|review|reviewed|reviews|in|and|by|et|al|de|der|den|van|von"
    r"|del|di|da|la|le)\b|[^\W\d_a-z][^\W\d_]*(?:['\u2019-][^\W\d_]+)*)*+"
)
"""What may stand in brackets around a year that cites: names, years and the words between them."""
_WIDEST_BRACKETS: Final = 400
_MARKED: Final = re.compile(
    rf"\[\s?{_NUMBERS}\s?\]|\(\s?{_NUMBERS}\s?\)"
    r"|[(\[][^()\[\]]{0,400}(?:19|20)\d\d[a-z]?[^()\[\]]{0,60}[)\]]"
    rf"|(?:(?<=[^\W\d_])|(?<=[.,;:)\"'\u2019\u201d])){_NUMBERS}(?!\w)"
)
"""What may be a marker in a quote: bracketed numbers, bracketed years, numbers glued to a word or its full stop."""
_EMPTY_BRACKETS: Final = (
    re.compile(r"\[(?:\s?[;,\u2013-]){0,60}+\s?\]"),
    re.compile(r"\((?:\s?[;,]){0,60}+\s?\)"),
    re.compile(r"\((?:\s?[;,\u2013-]){1,60}+\s?\)|\(\s?\)"),
)
"""What is left of markers in brackets; `(-)` is more often a word of the quote's own."""
_LOOSE_SEPARATORS: Final = re.compile(
    r"(?<=\s)[,;\u2013-](?:\s?[,;\u2013-]){0,60}+(?=[\s.,;:)]|\Z)"  # 'therapy ,,' and 'replication -,'
    r"|(?<=[.,;:)])[,;\u2013-](?:\s?[,;\u2013-]){0,60}+(?=\s|\Z)"  # 'dehydration.- Another'
)
_BETWEEN: Final = re.compile(r"[\s,;\u2013—-]*")
"""What parts the markers of one group."""
_WIDEST_SEPARATOR: Final = 4
_BRACKETS: Final = {"[": "]", "(": ")"}


def regions(text: str, given: Sequence[Span]) -> tuple[Span, ...]:
    """The citation markers of `text`, in order and without overlap.

    `given` are spans that the parser takes for markers; neighbours become one region, the commas between them and
    the brackets around them included, and so are the names in the brackets. Numbers in square brackets also count
    where no span was given, unless they look like an interval. Numbers in round brackets count only where given: as
    often as not they are data.
    """
    markers = sorted(span for span in given if not _INDEX.search(text, max(0, span[0] - 6), span[1]))
    grown = [_with_names(text, _with_brackets(text, span)) for span in _merged(text, markers)]
    others = _squares(text, grown) if _are_square(text, grown) else ()
    return tuple(_merged(text, sorted((*grown, *others))))


def marked(quote: str) -> tuple[Span, ...]:
    """What may be citation markers in a quote, neighbours as one. Data look like it too: ask whose marker it is."""
    return tuple(_merged(quote, [found.span() for found in _MARKED.finditer(quote)]))


def left_overs(quote: str) -> Iterator[tuple[Span, ...]]:
    """What may be left in a quote of markers that were dropped, the likeliest first.

    Nothing; empty brackets of one kind and of both; also commas and dashes on their own, which may as well be the
    quote's punctuation.
    """
    yield ()
    square, round_, dashed = (tuple(m.span() for m in form.finditer(quote)) for form in _EMPTY_BRACKETS)
    brackets = joined(quote, square, dashed)
    yield from dict.fromkeys(found for found in (square, round_, joined(quote, square, round_), brackets) if found)
    separators = tuple(found.span() for found in _LOOSE_SEPARATORS.finditer(quote))
    if separators:
        yield joined(quote, brackets, separators)


def joined(text: str, *groups: Sequence[Span]) -> tuple[Span, ...]:
    """Spans of several groups in order, neighbours as one."""
    return tuple(_merged(text, sorted(span for group in groups for span in group)))


def has_digits(marker: str) -> bool:
    """Whether a marker names what it refers to, so that it has to be the source's own."""
    return any(character.isdigit() for character in marker)


def _squares(text: str, given: Sequence[Span]) -> Iterator[Span]:
    found = [
        m.span() for m in _SQUARE.finditer(text) if not _NO_CITATION.search(text, max(0, m.start() - 12), m.start())
    ]
    apart = _stand_apart(text, (*given, *found))
    return (span for span in found if not (apart and _is_glued(text, span)))


def _stand_apart(text: str, markers: Sequence[Span]) -> bool:
    """Whether most markers here have a space in front, so that one glued to a word, as in `to[1]`, is none."""
    return 2 * sum(text[start - 1 : start].isspace() for start, _ in markers) > len(markers)


def _is_glued(text: str, span: Span) -> bool:
    return text[span[0] - 1 : span[0]].isalnum()


def _are_square(text: str, given: Sequence[Span]) -> bool:
    """Whether this text cites in square brackets, as far as is known."""
    return 2 * sum(text[start] == "[" for start, _ in given) >= len(given)


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


def _with_names(text: str, span: Span) -> Span:
    """The whole of `(Smith et al., 2004; Jones, 2005)` where only its years were given."""
    start, end = span
    before = text[max(0, start - _WIDEST_BRACKETS) : start]
    opener = max(before.rfind("("), before.rfind("["))
    if text[start] in _BRACKETS or opener < max(before.rfind(")"), before.rfind("]"), 0):
        return span
    first = start - len(before) + opener
    last = text.find(_BRACKETS[text[first]], end, end + _WIDEST_BRACKETS)
    return (first, last + 1) if last >= 0 and _AUTHORS.fullmatch(text, first + 1, last) else span
