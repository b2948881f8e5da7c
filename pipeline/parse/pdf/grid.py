"""From the runs of a table to rows of cells: columns by what stands under each other, rows by rules and leading."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from pipeline.parse.pdf.ruling import Rule
from pipeline.parse.pdf.runs import Run

_MOST_ROWS: Final = 400
_CORE: Final = 0.6
"""Rows with at least this share of the most pieces are taken to show the columns."""

Cell = list[list[Run]]
"""The runs of a cell, line by line; empty for an empty cell."""


class Span(NamedTuple):
    """A column's place, or a piece's."""

    x0: float
    x1: float


class GridLine(NamedTuple):
    """The pieces of a table on one baseline, from left to right."""

    y: float
    size: float
    pieces: list[list[Run]]


class Grid(NamedTuple):
    """Header and body rows of cells."""

    header: list[list[Cell]]
    rows: list[list[Cell]]


def grid_of(runs: Sequence[Run], rules: Sequence[Rule]) -> Grid | None:
    """The cells of a table, or None where the runs stand in fewer than two columns or rows."""
    lines = grid_lines(runs)
    if not 2 <= len(lines) <= _MOST_ROWS:
        return None
    rule = _header_rule(lines, rules)
    heads = [line for line in lines if rule is not None and line.y > rule]
    body = lines[len(heads) :]
    columns = _columns(body if len(body) > 1 else lines)
    if len(columns) < 2:
        return None
    if not heads and rule is None:
        heads, body = _headed(lines, columns)
    between = [r.y for r in rules if _wide(r, columns)]
    return Grid(_header_rows(heads, columns, rules), _body_rows(body, columns, between))


def grid_lines(runs: Sequence[Run]) -> list[GridLine]:
    """Runs by baseline from above to below; raised and lowered marks stay with their line."""
    lines: list[list[Run]] = []
    base, size = 0.0, 0.0
    for run in sorted(runs, key=lambda run: -run.y):
        if lines and base - run.y < 0.45 * max(size, run.size):
            lines[-1].append(run)
            if run.size > 1.1 * size:
                base, size = run.y, run.size
        else:
            lines.append([run])
            base, size = run.y, run.size
    return [_grid_line(line) for line in lines]


def _grid_line(runs: list[Run]) -> GridLine:
    ordered = sorted(runs, key=lambda run: run.x0)
    pieces: list[list[Run]] = []
    for run in ordered:
        if (
            pieces
            and (run.glued or run.x0 - pieces[-1][-1].x1 < 0.5 * run.size)
            and run.x0 - pieces[-1][-1].x1 < run.size
        ):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    largest = max(ordered, key=lambda run: run.size)
    return GridLine(largest.y, largest.size, pieces)


def _span(piece: Sequence[Run]) -> Span:
    return Span(piece[0].x0, piece[0].x1 if len(piece) == 1 else max([run.x1 for run in piece]))


def _header_rule(lines: Sequence[GridLine], rules: Sequence[Rule]) -> float | None:
    """The height of the first rule across most of the table that has lines above and below it."""
    if not rules:
        return None
    widest = max(rule.x1 - rule.x0 for rule in rules)
    for rule in rules:
        if rule.x1 - rule.x0 > 0.8 * widest and lines[0].y > rule.y > lines[-1].y:
            return rule.y
    return None


def _columns(lines: Sequence[GridLine]) -> list[Span]:
    """The columns that most lines agree on: islands of their pieces, as other lines leave them apart."""
    most = max(len(line.pieces) for line in lines)
    core = [line for line in lines if len(line.pieces) >= max(2, _CORE * most)]
    islands = _islands([_span(piece) for line in core for piece in line.pieces], median(line.size for line in lines))
    widest = 0.5 * (lines_width(lines) or 1.0)
    for line in lines:
        for piece in line.pieces:
            span = _span(piece)
            over = [i for i, island in enumerate(islands) if span.x0 < island.x1 and span.x1 > island.x0]
            if not over and span.x1 - span.x0 < widest:
                islands = sorted([*islands, span])
            elif len(over) == 1:
                island = islands[over[0]]
                islands[over[0]] = Span(min(island.x0, span.x0), max(island.x1, span.x1))
    return islands


def lines_width(lines: Sequence[GridLine]) -> float:
    """From the leftmost to the rightmost mark."""
    spans = [_span(piece) for line in lines for piece in line.pieces]
    return max(span.x1 for span in spans) - min(span.x0 for span in spans) if spans else 0.0


def _islands(spans: list[Span], size: float) -> list[Span]:
    islands: list[Span] = []
    for span in sorted(spans):
        if islands and span.x0 < islands[-1].x1 + 0.3 * size:
            islands[-1] = Span(islands[-1].x0, max(islands[-1].x1, span.x1))
        else:
            islands.append(span)
    return islands


def _places(piece: Sequence[Run], columns: Sequence[Span]) -> list[int]:
    """The columns that a piece stands in: those of which it covers a good part, else the nearest one."""
    span = _span(piece)
    for number, column in enumerate(columns):
        if column.x0 - 1 <= span.x0 and span.x1 <= column.x1 + 1:
            return [number]
    shares = [min(span.x1, c.x1) - max(span.x0, c.x0) for c in columns]
    covered = [i for i, s in enumerate(shares) if s > 0.5 * min(span.x1 - span.x0, columns[i].x1 - columns[i].x0)]
    if covered:
        return list(range(covered[0], covered[-1] + 1))
    middle = (span.x0 + span.x1) / 2
    return [min(range(len(columns)), key=lambda i: max(columns[i].x0 - middle, middle - columns[i].x1))]


def _row(line: GridLine, columns: Sequence[Span]) -> list[Cell]:
    """The cells of one line; a piece across several columns is repeated in each, as spans of a table are."""
    row: list[Cell] = [[] for _ in columns]
    for piece in line.pieces:
        places = _places(piece, columns)
        whole = len(places) > 1 and len(line.pieces) == 1  # a subheading across the table stands once
        for place in places[:1] if whole else places:
            if row[place]:
                row[place][0].extend(piece)
            else:
                row[place].append(list(piece))
    return row


def _headed(lines: Sequence[GridLine], columns: Sequence[Span]) -> tuple[list[GridLine], list[GridLine]]:
    """Without a rule the first line is the header, if its type is bold or it holds no number while others do."""
    first = lines[0]
    bold = all(run.font.bold for piece in first.pieces for run in piece)
    words = not any(run.text[:1].isdigit() for piece in first.pieces for run in piece)
    return ([first], list(lines[1:])) if (bold or words) and len(columns) > 1 else ([], list(lines))


def _header_rows(lines: Sequence[GridLine], columns: Sequence[Span], rules: Sequence[Rule]) -> list[list[Cell]]:
    """Header lines as rows: headings over several columns keep a row of their own, the lines of others are joined."""
    rows: list[list[Cell]] = []
    spanning_above = True
    for number, line in enumerate(lines):
        row = _row(line, columns)
        spanning = any(len(_places(piece, columns)) > 1 for piece in line.pieces)
        ruled = number > 0 and any(lines[number - 1].y > rule.y > line.y for rule in rules)
        if rows and not spanning and not spanning_above and not ruled:
            _stack(rows[-1], row)
        else:
            rows.append(row)
        spanning_above = spanning
    return rows


def _stack(upper: list[Cell], lower: list[Cell]) -> None:
    for above, below in zip(upper, lower, strict=True):
        above.extend(below)


def _wide(rule: Rule, columns: Sequence[Span]) -> bool:
    width = columns[-1].x1 - columns[0].x0
    return min(rule.x1, columns[-1].x1) - max(rule.x0, columns[0].x0) > 0.8 * width


def _body_rows(lines: Sequence[GridLine], columns: Sequence[Span], rules: Sequence[float]) -> list[list[Cell]]:
    inner = [y for y in rules if lines and lines[0].y > y > lines[-1].y]
    ruled = len(inner) >= max(2, 0.4 * len(lines))
    close = _closeness(lines)
    cells = {id(line): _row(line, columns) for line in lines}
    wrapped = _is_wrapped(lines, cells, close)
    rows: list[list[Cell]] = []
    last: GridLine | None = None
    for group in _interleaved(lines):
        some = [cells[id(line)] for line in group]
        some = some if ruled else _resolved(some)
        for number, row in enumerate(some):
            goes_on = False
            if rows and last is not None and number == 0 and ruled:
                goes_on = not any(last.y > y > group[0].y for y in inner)
            elif rows and last is not None and number == 0 and last.y - group[0].y < close:
                goes_on = _goes_on(rows[-1], row) or (wrapped and not all(row))
            elif ruled and number:
                goes_on = not any(group[number - 1].y > y > group[number].y for y in inner)
            if goes_on:
                _stack(rows[-1], row)
            else:
                rows.append(row)
        last = group[-1]
    return rows


def _interleaved(lines: Sequence[GridLine]) -> list[list[GridLine]]:
    """Lines that stand nearer than lines of print can: cells of several lines beside cells of few, each centred."""
    groups: list[list[GridLine]] = []
    for line in lines:
        if groups and groups[-1][-1].y - line.y < 0.8 * max(groups[-1][-1].size, line.size):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _resolved(rows: list[list[Cell]]) -> list[list[Cell]]:
    """One row of interleaved lines; or, where values stand under values, several that share a label between them."""
    values = [row for row in rows if any(_is_value(cell) for cell in row)]
    shared = any(
        sum(_is_value(x) and _is_value(y) for x, y in zip(one, two, strict=True)) >= 2 for one, two in pairwise(values)
    )
    if not shared:
        whole: list[Cell] = [[] for _ in rows[0]]
        for row in rows:
            _stack(whole, row)
        return [whole]
    labels = [row for row in rows if row not in values]
    for label in labels:
        for row in values:
            for place, cell in enumerate(label):
                if not row[place]:
                    row[place] = list(cell)
    return values


def _is_value(cell: Cell) -> bool:
    text = _text(cell).lstrip("<>=\u2264\u2265~\u00b1\u2212-\u2013 (.")
    return text[:1].isdigit()


def _closeness(lines: Sequence[GridLine]) -> float:
    """Lines further apart than this are not the lines of one cell: those keep the closest leading of the table."""
    gaps = [a.y - b.y for a, b in pairwise(lines)]
    full = [gap for gap, line in zip(gaps, lines, strict=False) if gap > 0.85 * line.size]
    return 1.02 * min(full) + 0.1 if full else 0.0


def _is_wrapped(lines: Sequence[GridLine], cells: dict[int, list[Cell]], close: float) -> bool:
    """Whether rows stand apart from each other and the lines within them close: then closeness alone tells rows.

    A table whose sections stand apart has close lines too, but those are whole rows, and what follows a gap is not.
    """
    pairs = [(a.y - b.y, a, b) for a, b in pairwise(lines)]
    tight = [(a, b) for gap, a, b in pairs if gap < close]
    loose = [b for gap, _, b in pairs if gap > 1.1 * close]
    if len(loose) < 0.15 * len(pairs) or not tight:
        return False
    unlabelled = sum(_unlabelled(cells[id(a)], cells[id(b)]) for a, b in tight)
    openers = [cells[id(line)] for line in (lines[0], *loose)]
    opened = sum(sum(map(bool, row)) >= len(row) - (len(row) > 3) for row in openers)
    rests = sum(not all(cells[id(b)]) for _, b in tight)
    return unlabelled >= 0.7 * len(tight) or (opened >= 0.7 * len(openers) and rests >= 0.8 * len(tight))


def _unlabelled(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a line has no label of its own in the first column, and not every cell."""
    if all(row):
        return False
    return not row[0] or (bool(above[0]) and _is_rest(_text(above[0]), _text(row[0])))


def _text(cell: Cell) -> str:
    return " ".join(run.text for line in cell for run in line).strip()


def _goes_on(above: list[Cell], row: list[Cell]) -> bool:
    """Whether a line is the rest of the row above: its cells go on in the middle of what stands there."""
    shared = [i for i, cell in enumerate(row) if cell and above[i]]
    if not shared:
        return False
    return all(_is_rest(_text(above[i]), _text(row[i])) for i in shared)


_OPEN_ENDS: Final = frozenset(
    ("of", "and", "the", "with", "in", "to", "by", "for", "or", "a", "an", "from", "at", "on", "per")
)


def _is_rest(above: str, text: str) -> bool:
    first, last = text.split(" ", 1)[0], above.rsplit(" ", 1)[-1]
    if (text[0].islower() and len(first) > 1 and first.strip(",.;:)").isalpha()) or last.lower() in _OPEN_ENDS:
        return True
    return above[-1] in ",-/(\u2013+" or (text[0] == "(" and above[-1].isalpha())
