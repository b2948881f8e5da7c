"""The document as blocks in reading order, without what is printed around the text and inside figures."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.parse.pdf.blocks import Block, blocks_of, table_block
from pipeline.parse.pdf.furniture import Furniture, furniture_of
from pipeline.parse.pdf.lines import Line
from pipeline.parse.pdf.order import reading_order
from pipeline.parse.pdf.page import Page
from pipeline.parse.pdf.styles import BodyStyle, body_style
from pipeline.parse.pdf.tables import find_tables

FIGURE_LABEL: Final = re.compile(
    r"(?:(?:supplementary|extended data|online|additional) )?(?:fig(?:ure|\.)?|scheme|chart|plate|photo)\s{0,2}"
    r"(?:S?\d{1,2}[A-Za-z]?|[IVX]{1,4})\b",
    re.IGNORECASE,
)


class Layout(NamedTuple):
    """Blocks in reading order, page by page; the type of the body; what was left out."""

    blocks: list[Block]
    body: BodyStyle
    furniture: Furniture
    figure_words: int


def layout_of(pages: Sequence[Page]) -> Layout:
    """Read the layout of all pages together: what repeats and what is usual shows only in the whole."""
    furniture = furniture_of(pages)
    body = body_style(line for lines in furniture.kept for line in lines)
    blocks: list[Block] = []
    figure_words = 0
    for page, lines in zip(pages, furniture.kept, strict=True):
        tables, rest = find_tables(page._replace(lines=lines), body)
        found = [*(table_block(table) for table in tables), *blocks_of(rest, body.leading)]
        kept, words = _without_figure_text(found, body)
        figure_words += words
        blocks += reading_order(kept)
    return Layout(blocks, body, furniture, figure_words)


def _without_figure_text(blocks: list[Block], body: BodyStyle) -> tuple[list[Block], int]:
    """Labels of axes and boxes inside figures are no text: short pieces in another type, on a page with a figure."""
    if not any(is_figure_caption(block) for block in blocks):
        return blocks, 0
    columns = _column_edges(blocks, body)
    labels = [block for block in blocks if _is_label(block, body) and not _is_set_as_heading(block, columns)]
    inside = _hull(labels)
    away = {id(block) for block in labels}
    away |= {id(block) for block in blocks if inside and _is_legend(block, body, inside)}
    kept = [block for block in blocks if id(block) not in away]
    words = sum(len(block.text.split()) for block in blocks) - sum(len(block.text.split()) for block in kept)
    return kept, words


def is_figure_caption(block: Block) -> bool:
    """Whether the block begins as a figure's caption does."""
    return block.table is None and FIGURE_LABEL.match(block.lines[0].text) is not None


def _is_label(block: Block, body: BodyStyle) -> bool:
    first = block.lines[0]
    if block.table or is_figure_caption(block) or first.size > 1.02 * body.size:
        return False
    if _ends_sentence(block.lines[-1]) or len(block.text) > 150:
        return False
    words = sum(line.text.count(" ") + 1 for line in block.lines) / len(block.lines)
    if first.size < 0.93 * body.size:
        return words <= 4
    family = first.font.name[:6] == body.font.name[:6]
    number = len(block.text) < 12 and any(character.isdigit() for character in block.text)
    return number or (not family and words <= 3 and not first.font.bold and not first.font.italic)


def _column_edges(blocks: list[Block], body: BodyStyle) -> set[int]:
    """Where the lines of the body begin, in whole points."""
    starts = Counter(round(line.x0) for block in blocks for line in block.lines if line.font is body.font)
    return {x + shift for x, count in starts.items() if count >= 5 for shift in (-1, 0, 1)}


def _is_set_as_heading(block: Block, columns: set[int]) -> bool:
    """Bold words at the left edge of a column of text are a small heading, not the label of an axis."""
    return block.lines[0].font.bold and round(block.x0) in columns and block.text[:1].isupper()


def _hull(labels: list[Block]) -> tuple[float, float, float, float] | None:
    """The box around the labels of a page's figures, where there are several."""
    if len(labels) < 4:
        return None
    return (
        min(b.x0 for b in labels),
        min(b.bottom for b in labels),
        max(b.x1 for b in labels),
        max(b.top for b in labels),
    )


def _is_legend(block: Block, body: BodyStyle, hull: tuple[float, float, float, float]) -> bool:
    """Small print among the labels that is no sentence: the legend of a figure."""
    left, low, right, high = hull
    small = block.lines[0].size < 0.93 * body.size and not block.table and not is_figure_caption(block)
    among = left - 9 < block.x0 and block.x1 < right + 9 and low - 9 < block.bottom and block.top < high + 9
    return small and among and len(block.text) < 150 and not _ends_sentence(block.lines[-1])


def _ends_sentence(line: Line) -> bool:
    return line.text[-1:] in ".:;"
