"""What is printed around the text: running heads and feet, page numbers, line numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.parse.pdf.lines import Line
from pipeline.parse.pdf.page import Page

_DIGITS: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"(?:(?:page|p\.)\s?)?(?:e?\d{1,5}|[ivxlc]{1,6})(?:\s?(?:of|/)\s?\d{1,4})?", re.IGNORECASE
)
_EDGE: Final = 0.11
"""Heads and feet stand in the outer tenth of the page."""
_NUMBERED_LINES: Final = 15
"""So many bare numbers in one column of a page are line numbers of a manuscript."""


class Furniture(NamedTuple):
    """Each page's lines without furniture, and the furniture."""

    kept: list[list[Line]]
    removed: list[Line]


def furniture_of(pages: Sequence[Page]) -> Furniture:
    """Part heads, feet, page and line numbers from the text: what repeats at the same edge, and bare numbers there."""
    edges = [_edge_lines(page) for page in pages]
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page, lines in zip(pages, edges, strict=True):
        for line in lines:
            seen[_signature(line)].add(page.number)
    # Left and right pages have heads of their own; a paper of three pages shows each but once or twice.
    enough = 2 if len(pages) < 12 else len(pages) // 6
    removed: list[Line] = []
    kept: list[list[Line]] = []
    for page, lines in zip(pages, edges, strict=True):
        away = _from_outside(page, lines, {id(line) for line in lines if _is_furniture(line, seen, enough)})
        away |= _line_numbers(page)
        removed += [line for line in page.lines if id(line) in away]
        kept.append([line for line in page.lines if id(line) not in away])
    return Furniture(kept, removed)


def _edge_lines(page: Page) -> list[Line]:
    high, low = (1 - _EDGE) * page.height, _EDGE * page.height
    return [line for line in page.lines if line.y > high or line.y < low]


def _from_outside(page: Page, lines: list[Line], repeating: set[int]) -> set[int]:
    """Heads and feet are what stands outermost: what repeats behind the first line of text is text (a table's head)."""
    away: set[int] = set()
    for edge in (
        sorted((line for line in lines if line.y > page.height / 2), key=lambda line: -line.y),
        sorted((line for line in lines if line.y <= page.height / 2), key=lambda line: line.y),
    ):
        last = None
        for line in edge:
            if id(line) in repeating:
                away.add(id(line))
                last = line.y
            elif last is None or abs(line.y - last) > line.size:
                break
    return away


def _signature(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text[:200]), round(line.y / 8)


def _is_furniture(line: Line, seen: dict[tuple[str, int], set[int]], enough: int) -> bool:
    if len(line.text) < 16 and _PAGE_NUMBER.fullmatch(line.text.strip(" |-\u2013\u2014")):
        return True
    text, place = _signature(line)
    pages = {page for shift in (-1, 0, 1) for page in seen.get((text, place + shift), ())}
    return len(pages) >= enough


def _line_numbers(page: Page) -> set[int]:
    """Bare numbers that count upwards down the page, in one column left of the text."""
    numbers = [line for line in page.lines if line.text.isascii() and line.text.isdigit() and len(line.text) < 5]
    if len(numbers) < _NUMBERED_LINES:
        return set()
    edge = Counter(round(line.x1 / 4) for line in numbers).most_common(1)[0][0]
    texts = sorted(line.x0 for line in page.lines if not line.text.isdigit())
    if texts and edge * 4 > texts[len(texts) // 20] + 4:
        return set()  # something stands left of them: a column of a table
    column = sorted((line for line in numbers if abs(round(line.x1 / 4) - edge) <= 1), key=lambda line: -line.y)
    steps = [int(b.text) - int(a.text) for a, b in pairwise(column)]
    rising = sum(step in (1, 5) for step in steps) >= 0.9 * len(steps)
    return {id(line) for line in column} if len(column) >= _NUMBERED_LINES and rising else set()
