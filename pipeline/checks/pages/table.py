"""Tables as text (CSV, TSV): each cell a block under the first cell of its column. Source: RFC 4180, read leniently."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.block import Block, Lines, Page, as_heading

_DELIMITERS: Final = ",;\t|"
_QUOTED: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)(?:"|\Z)')
Piece = tuple[str, int]


def table_page(text: str, surface: Surface, lines: Lines) -> Page:
    """The cells of a table that hold anything; what separates them is seen from the first line."""
    headings: dict[int, str] = {}
    blocks: list[Block] = []
    for row, column, pieces in _cells(text, _delimiter(text)):
        block = Block.of(pieces, surface, lines, headings.get(column, ""), column)
        if row == 1:
            headings[column] = as_heading(block.text)
        if block.text.strip():
            blocks.append(block)
    return Page(tuple(blocks))


def _delimiter(text: str) -> str:
    first = _QUOTED.sub("", text[: text.find("\n") if "\n" in text else len(text)])
    return max(_DELIMITERS, key=first.count)


def _cells(text: str, delimiter: str) -> Iterator[tuple[int, int, list[Piece]]]:
    """Row and column, counted from 1, and the pieces of every cell."""
    bare = re.compile(rf"[^{re.escape(delimiter)}\n]*+")
    at, row, column = 0, 1, 1
    while at < len(text):
        quoted = _QUOTED.match(text, at)
        pieces = list(_unquoted(quoted.group(1), at + 1)) if quoted else []
        at = quoted.end() if quoted else at
        rest = bare.match(text, at)
        if rest and rest.group():
            pieces.append((rest.group(), at))
            at = rest.end()
        yield row, column, pieces
        row, column = (row, column + 1) if text[at : at + 1] == delimiter else (row + 1, 1)
        at += 1


def _unquoted(text: str, start: int) -> Iterator[Piece]:
    """The pieces of a quoted cell: two quotes stand for one."""
    parts = text.split('""')
    for number, part in enumerate(parts, 1):
        last = number == len(parts)
        yield part if last else f'{part}"', start
        start += len(part) + 2
