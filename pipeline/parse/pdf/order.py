"""The order in which a person reads the blocks of a page: column by column, between what spans them."""

from collections.abc import Callable
from typing import Final

from pipeline.parse.pdf.blocks import Block

_NARROWEST_GUTTER: Final = 4.0
"""Points. Narrower gaps between blocks are accidents of indentation."""
_DEEPEST: Final = 40
_PASSES: Final = 2
"""Two lines of a column each become part of columns only when one of them has been joined to such."""
_MOST_BLOCKS: Final = 3_000
"""More blocks on one page are a drawing or an attack; they stay in the order of the content stream."""


def reading_order(blocks: list[Block]) -> list[Block]:
    """`blocks` sorted as they are read (recursive cuts, vertical gutters before horizontal gaps)."""
    return blocks if len(blocks) > _MOST_BLOCKS else _cut(blocks, 0)


def _cut(blocks: list[Block], depth: int) -> list[Block]:
    if len(blocks) < 2 or depth > _DEEPEST:
        return _top_down(blocks)
    columns = _columns(blocks)
    if len(columns) > 1:
        return [block for column in columns for block in _cut(column, depth + 1)]
    groups = _grouped(_bands(blocks))
    if len(groups) > 1:
        return [block for group in groups for block in _cut(group, depth + 1)]
    return _top_down(blocks)


def _top_down(blocks: list[Block]) -> list[Block]:
    return sorted(blocks, key=lambda block: (-block.top, block.x0, block.order))


def _columns(blocks: list[Block]) -> list[list[Block]]:
    return _split(blocks, lambda b: b.x0, lambda b: b.x1, _NARROWEST_GUTTER)


def _bands(blocks: list[Block]) -> list[list[Block]]:
    return _split(blocks, lambda b: -b.top, lambda b: -b.bottom, 0.0)


def _split(
    blocks: list[Block], start: Callable[[Block], float], end: Callable[[Block], float], gap: float
) -> list[list[Block]]:
    """Groups of blocks whose intervals overlap, parted where `gap` is free of all of them."""
    groups: list[list[Block]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=start):
        if not groups or start(block) > reach + gap:
            groups.append([])
        groups[-1].append(block)
        reach = max(reach, end(block))
    return groups


def _grouped(bands: list[list[Block]]) -> list[list[Block]]:
    """Neighbouring bands that share a gutter are read together: a gap across columns may be mere chance.

    The nearest are joined first, so that a heading goes with the text below it, not with a box far above.
    """
    groups = [list(band) for band in bands]
    nearest = sorted(range(1, len(bands)), key=lambda at: _gap(bands[at - 1], bands[at]))
    for at in nearest * _PASSES:
        above, below = groups[at - 1], groups[at]
        if above is not below and len(_columns(above + below)) > 1 and _has_columns(above, below):
            above.extend(below)
            groups = [above if group is below else group for group in groups]
    return [group for at, group in enumerate(groups) if at == 0 or group is not groups[at - 1]]


def _gap(above: list[Block], below: list[Block]) -> float:
    return min(block.bottom for block in above) - max(block.top for block in below)


def _has_columns(above: list[Block], below: list[Block]) -> bool:
    """One block on top of another is no pair of columns, though they may be shifted."""
    return len(_columns(above)) > 1 or len(_columns(below)) > 1
