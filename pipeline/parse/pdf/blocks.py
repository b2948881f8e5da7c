"""Blocks of a page: lines that stand under each other in one column and one type size."""

from collections.abc import Sequence
from typing import Final

from pipeline.parse.pdf.lines import Line
from pipeline.parse.pdf.tables import FoundTable

_LOOSEST_LEADING: Final = 1.75
"""Lines of one paragraph stand at most so many type sizes below each other, unless the document is set wider."""


class Block:
    """Lines from above to below with the box around them; `table` where they are one."""

    __slots__ = ("bottom", "lines", "order", "table", "top", "x0", "x1")

    def __init__(self, lines: list[Line], table: FoundTable | None = None) -> None:
        self.lines = lines
        self.table = table
        self.order = min([line.order for line in lines])
        self.x0 = min([line.x0 for line in lines])
        self.x1 = max([line.x1 for line in lines])
        self.top = max([line.top for line in lines])
        self.bottom = min([line.bottom for line in lines])

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(line.text for line in self.lines)

    @property
    def page(self) -> int:
        """The page, from 1."""
        return self.lines[0].page


def table_block(table: FoundTable) -> Block:
    """A table with its caption and footnotes as one block, which nothing is read in between of."""
    return Block([*table.caption, *table.lines, *table.notes], table)


def blocks_of(lines: Sequence[Line], leading: float) -> list[Block]:
    """Group lines that follow each other in the content stream and on the page; `leading` is the document's usual."""
    blocks: list[Block] = []
    current: list[Line] = []
    x0 = x1 = 0.0
    for line in lines:
        if current and _follows(current[-1], line, x0, x1, leading):
            current.append(line)
            x0, x1 = min(x0, line.x0), max(x1, line.x1)
            continue
        if current:
            blocks.append(Block(current))
        current, x0, x1 = [line], line.x0, line.x1
    if current:
        blocks.append(Block(current))
    return blocks


def _follows(last: Line, line: Line, x0: float, x1: float, leading: float) -> bool:
    size = max(last.size, line.size)
    down = last.y - line.y
    if abs(down) < 0.4 * size:
        return -0.3 * size <= line.x0 - last.x1 < 3 * size
    furthest = max(_LOOSEST_LEADING * size, 1.15 * leading)
    if not 0.4 * size < down < furthest or not _alike(last, line):
        return False
    overlap = min(x1, line.x1) - max(x0, line.x0)
    return overlap > 0.5 * min(x1 - x0, line.x1 - line.x0)


def _alike(a: Line, b: Line) -> bool:
    if abs(a.size - b.size) > 0.08 * max(a.size, b.size):
        return False
    if a.font is b.font or a.runs[-1].font is b.runs[0].font:
        return True
    return a.font.bold == b.font.bold and a.font.italic == b.font.italic
