"""Tables as rows of cell texts, spans resolved."""

from typing import Any, Final, NamedTuple

from pipeline.parse.characters import Cleaner
from pipeline.parse.jats.inline import plain_text

Rows = tuple[tuple[str, ...], ...]

_WIDEST: Final = 200
_LONGEST: Final = 5_000
"""Columns and rows of any table that a person could read; a span of a billion columns is cut to this."""


class Grid(NamedTuple):
    """Header and body rows of one table."""

    header: Rows
    rows: Rows


def grid_of(table: Any, cleaner: Cleaner) -> Grid:
    """The cells of a `table` element. A cell over several rows or columns is repeated in each of them.

    A cell across the whole width (a subheading of the body) stands once, in the first column.
    """
    rows = [row for row in table.iter("tr", "row") if _owner(row) is table][:_LONGEST]
    heads = sum(1 for row in rows if _in_head(row))
    resolved = _resolved(rows, cleaner)
    if not heads and resolved and all(cell.tag == "th" for cell in rows[0]):
        heads = 1
    return Grid(header=tuple(resolved[:heads]), rows=tuple(row for row in resolved[heads:] if any(row)))


def _owner(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _in_head(row: Any) -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == "thead"


def _span(cell: Any, name: str) -> int:
    value = str(cell.get(name) or "1").strip()
    return max(1, min(int(value), _WIDEST)) if value.isascii() and value.isdigit() and len(value) < 9 else 1


def _resolved(rows: list[Any], cleaner: Cleaner) -> Rows:
    hanging: dict[int, tuple[int, str]] = {}
    grid = [_row(row, hanging, cleaner) for row in rows]
    width = max((len(row) for row in grid), default=0)
    return tuple(_filled(row, width) for row in grid)


def _row(row: Any, hanging: dict[int, tuple[int, str]], cleaner: Cleaner) -> list[str]:
    out: list[str] = []
    for cell in row.iterchildren("td", "th", "entry"):
        _take_hanging(out, hanging)
        text = plain_text(cell, cleaner)
        down = _span(cell, "rowspan")
        for _ in range(min(_span(cell, "colspan"), _WIDEST - len(out))):
            if down > 1:
                hanging[len(out)] = (down - 1, text)
            out.append(text)
    _take_hanging(out, hanging)
    return out


def _take_hanging(out: list[str], hanging: dict[int, tuple[int, str]]) -> None:
    while len(out) in hanging:
        left, text = hanging.pop(len(out))
        if left > 1:
            hanging[len(out)] = (left - 1, text)
        out.append(text)


def _filled(row: list[str], width: int) -> tuple[str, ...]:
    if len(row) == width > 1 and len(set(row)) == 1:
        return (row[0], *[""] * (width - 1))
    return (*row, *[""] * (width - len(row)))
