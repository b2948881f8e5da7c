"""Finds the tables of a page by their captions, and what belongs to each by rules or by alignment."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pipeline.parse.pdf.grid import Grid, grid_lines, grid_of
from pipeline.parse.pdf.lines import Line
from pipeline.parse.pdf.page import Page
from pipeline.parse.pdf.ruling import Rule, rules_of
from pipeline.parse.pdf.styles import BodyStyle

TABLE_LABEL: Final = re.compile(
    r"(?:(?:supplementary|appendix|extended data|online) )?table\s{0,2}"
    r"(?:S?\d{1,2}[A-Za-z]?|[IVX]{1,5}|[A-D]\.?\d{1,2})\b",
    re.IGNORECASE,
)
_FIGURE_LABEL: Final = re.compile(r"(?:fig(?:ure|\.)|scheme|box)\s{0,2}\d", re.IGNORECASE)
_PANEL: Final = re.compile(r"\(?[a-dA-D]\)\.?(?: ?\(?continued\.?\)?)?", re.IGNORECASE)
_FARTHEST_RULE: Final = 48.0
"""Points from the end of a caption to the first rule of its table."""


class FoundTable(NamedTuple):
    """A table's parts: its caption's lines, its panels as cells (none: not recognisable), its lines, its footnotes."""

    label: str
    caption: list[Line]
    grids: list[Grid]
    lines: list[Line]
    notes: list[Line]


def find_tables(page: Page, body: BodyStyle) -> tuple[list[FoundTable], list[Line]]:
    """The tables of a page and the lines that belong to none."""
    starts = [line for line in page.lines if TABLE_LABEL.match(line.text)]
    rules = rules_of(page.drawn)
    if not starts and len(rules) < 3:
        return [], page.lines
    starts = [line for line in starts if _is_caption(line, rules, body)]
    used: set[int] = set()
    found: list[FoundTable] = []
    for start in sorted(starts, key=lambda line: -line.y):
        table = _Finder(page, rules, body, [s for s in starts if s is not start], used).table(start)
        if table:
            found.append(table)
            used.update(id(line) for line in (*table.caption, *table.lines, *table.notes))
    for table in _uncaptioned(page, rules, used) if len(rules) >= 3 else []:
        found.append(table)
        used.update(id(line) for line in table.lines)
    return found, [line for line in page.lines if id(line) not in used]


def _is_caption(line: Line, rules: Sequence[Rule], body: BodyStyle) -> bool:
    """`Table 1 shows …` in the type of the body is a sentence; a caption differs in type, or stands at a rule."""
    label = TABLE_LABEL.match(line.text)
    rest = line.text[label.end() :].strip() if label else ""
    if line.font.bold or line.runs[0].font is not body.font or abs(line.size - body.size) > 0.25:
        return not rest or rest[0] in ".:|\u2013\u2014-(" or not rest[:1].islower()
    if rest[:1] in (".", ":", "|") or not rest:
        return True
    return rest[0].isupper() and any(-10 < line.y - rule.y < 40 and rule.x0 < line.x1 for rule in rules)


class _Finder:
    """Looks for one table around its caption."""

    def __init__(self, page: Page, rules: list[Rule], body: BodyStyle, others: list[Line], used: set[int]) -> None:
        self._rules = rules
        self._body = body
        self._others = others
        self._lines = [line for line in page.lines if id(line) not in used]

    def table(self, start: Line) -> FoundTable | None:
        """The table under the caption that begins with `start`; None where nothing tabular stands there."""
        caption = self._caption(start)
        below = min(line.bottom for line in caption)
        top = self._top_rule(caption, below)
        bottom = self._bottom_rule(top, below) if top else None
        lines = self._between(top, bottom) if top and bottom else self._aligned(caption, below, top)
        if not lines:
            return None
        inner = [r for r in self._rules if top and bottom and top.y > r.y > bottom.y and _overlap(r, top) > 0]
        grids = _grids(lines, inner)
        if not grids and not (top and bottom):
            return None
        notes = self._notes(lines, top)
        label = TABLE_LABEL.match(start.text)
        return FoundTable(label.group(0) if label else "", caption, grids, lines, notes)

    def _caption(self, start: Line) -> list[Line]:
        """The lines under the first one that go on in its type, as far as no rule parts them."""
        caption = [start]
        for line in sorted(self._lines, key=lambda line: -line.y):
            last = caption[-1]
            down = last.y - line.y
            if line in caption or not 0 <= down < 1.7 * start.size:
                continue
            if any(last.y > rule.y > line.y and rule.x0 < last.x1 and rule.x1 > last.x0 for rule in self._rules):
                break
            if self._goes_on(caption, line):
                caption.append(line)
        return caption

    def _goes_on(self, caption: list[Line], line: Line) -> bool:
        start, last = caption[0], caption[-1]
        if abs(line.size - start.size) > 0.08 * start.size or len(caption) > 12:
            return False
        if abs(last.y - line.y) < 0.4 * line.size:  # the title beside the label
            return 0 <= line.x0 - last.x1 < 4 * line.size and not self._has_row_mates(line, [*caption, line])
        alone = not self._has_row_mates(line, caption)
        under = min(line.x1, last.x1) - max(line.x0, last.x0) > 0
        label_only = TABLE_LABEL.fullmatch(last.text.strip().rstrip(".:")) is not None
        full = last.x1 - last.x0 > 0.5 * (line.x1 - line.x0) and last.text[-1:] != "."
        return alone and under and (label_only or full or line.font is last.font) and len(line.text) > 2

    def _has_row_mates(self, line: Line, known: list[Line]) -> bool:
        return any(
            other not in known and other is not line and abs(other.y - line.y) < 0.4 * line.size
            and -4 * line.size < other.x0 - line.x1 < 30 * line.size
            for other in self._lines
        )  # fmt: skip

    def _top_rule(self, caption: list[Line], below: float) -> Rule | None:
        x0, x1 = min(line.x0 for line in caption), max(line.x1 for line in caption)
        size = caption[0].size
        for rule in self._rules:
            if below + 0.4 * size > rule.y > below - _FARTHEST_RULE and min(x1, rule.x1) - max(x0, rule.x0) > 0:
                wide = rule.x1 - rule.x0 > 0.4 * (x1 - x0) and rule.x1 - rule.x0 > 60
                if wide:
                    return rule
        return self._rule_beside(caption, x1)

    def _rule_beside(self, caption: list[Line], x1: float) -> Rule | None:
        """The first rule of a table whose caption stands to its left."""
        start = caption[0]
        beside = [
            r for r in self._rules if r.x0 > x1 - 3 and r.x1 - r.x0 > 100 and abs(r.y - start.top) < 2 * start.size
        ]
        return beside[0] if beside else None

    def _bottom_rule(self, top: Rule, below: float) -> Rule | None:
        """The lowest rule as wide as the first one, before prose or another caption begins."""
        floor = self._floor(top, min(below, top.y) if top.y > below else below)
        candidates = [rule for rule in self._rules if floor < rule.y < top.y - 8 and rule.alike(top)]
        bottom: Rule | None = None
        for rule in candidates:
            last = bottom.y if bottom else top.y
            inside = [line.y for line in self._lines if last > line.y > rule.y and _within(line, top)]
            if not inside and last - rule.y < 12:
                continue  # a double rule
            if not inside or min(inside) - rule.y > 45:
                break
            bottom = rule
        return bottom

    def _floor(self, top: Rule, below: float) -> float:
        """The height at which something else begins for sure."""
        captions = [o.top for o in self._others if o.y < below and _within(o, top)]
        figures = [o.top for o in self._lines if o.y < below and _within(o, top) and _FIGURE_LABEL.match(o.text)]
        return max([*captions, *figures, self._prose_below(top, below)], default=0.0)

    def _prose_below(self, top: Rule, below: float) -> float:
        """Where two lines of body text in a row fill the width of the table."""
        width = top.x1 - top.x0
        full = [
            line
            for line in sorted(self._lines, key=lambda line: -line.y)
            if line.y < below and _within(line, top) and self._is_body(line) and line.x1 - line.x0 > 0.75 * width
        ]
        for one, two in pairwise(full):
            if one.y - two.y < 1.4 * self._body.leading:
                return one.top
        return 0.0

    def _is_body(self, line: Line) -> bool:
        return line.font is self._body.font and abs(line.size - self._body.size) < 0.25

    def _between(self, top: Rule, bottom: Rule) -> list[Line]:
        return [line for line in self._lines if top.y > line.y > bottom.y - 1 and _within(line, top)]

    def _aligned(self, caption: list[Line], below: float, top: Rule | None) -> list[Line]:
        """Without rules: the lines under the caption as long as they stand in columns or in another type."""
        x0 = min(line.x0 for line in caption) - 4
        under = [
            line
            for line in self._lines
            if line.y < below and line.x1 > x0 and line not in caption and self._beside(line, caption, top)
        ]
        kept: list[Line] = []
        last = below
        rows = grid_lines([run for line in under for run in line.runs])
        by_y = sorted(under, key=lambda line: -line.y)
        for row in rows:
            members = [line for line in by_y if abs(line.y - row.y) < 0.45 * row.size]
            tabular = len(row.pieces) > 1
            plain = any(self._is_body(m) and (not tabular or m.text.count(" ") >= 5) for m in members)
            plain = plain or any(m.font.bold and m.size > 1.05 * self._body.size for m in members if len(members) < 3)
            if last - row.y > 3 * self._body.leading or plain or _starts_other(members):
                break
            kept.extend(members)
            last = row.y
        several = sum(len(row.pieces) > 1 for row in grid_lines([run for line in kept for run in line.runs]))
        return kept if several >= 2 else []

    def _beside(self, line: Line, caption: list[Line], top: Rule | None) -> bool:
        """Whether a line stands in the column of the caption (the rule's, where there is one)."""
        if top:
            return _within(line, top)
        x1 = max(c.x1 for c in caption)
        columns = [o for o in self._lines if self._is_body(o) and o.x0 > x1 + 5 and o.x1 - o.x0 > 100]
        edge = min((o.x0 for o in columns), default=float("inf"))
        return line.x0 < edge - 2

    def _notes(self, lines: list[Line], top: Rule | None) -> list[Line]:
        """Small print right under the table."""
        bottom, size = min(line.y for line in lines), max(line.size for line in lines)
        x0, x1 = (top.x0, top.x1) if top else (min(line.x0 for line in lines), max(line.x1 for line in lines))
        notes: list[Line] = []
        for line in sorted(self._lines, key=lambda line: -line.y):
            if line.y >= bottom or line in lines or line.x0 < x0 - 6 or line.x1 > x1 + 6:
                continue
            small = line.size < self._body.size - 0.25 and line.size <= size + 0.25
            if bottom - line.y > 2.6 * line.size or not small or _starts_other([line]):
                break
            notes.append(line)
            bottom = line.y
        return notes


def _grids(lines: list[Line], rules: Sequence[Rule]) -> list[Grid]:
    """The cells of a table; panels under a line of their own, `(a)` and `(b)`, have columns of their own."""
    marks = sorted((line.y for line in lines if _PANEL.fullmatch(line.text)), reverse=True)
    edges = [float("inf"), *marks, float("-inf")]
    grids = []
    for high, low in pairwise(edges):
        runs = [run for line in lines if high - 1 > line.y > low + 1 for run in line.runs]
        grid = grid_of(runs, [rule for rule in rules if high > rule.y > low]) if runs else None
        if grid:
            grids.append(grid)
    return grids


def _uncaptioned(page: Page, rules: list[Rule], used: set[int]) -> list[FoundTable]:
    """Tables without a caption, such as the rest of one from the page before: three equal rules or more, and cells."""
    found: list[FoundTable] = []
    free = list(rules)
    while free:
        top = free.pop(0)
        alike = [rule for rule in free if rule.alike(top)]
        if len(alike) < 2 or top.x1 - top.x0 < 100:
            continue
        bottom = alike[-1]
        free_lines = [line for line in page.lines if id(line) not in used]
        lines = [line for line in free_lines if top.y > line.y > bottom.y and _within(line, top)]
        inner = [rule for rule in free if top.y > rule.y > bottom.y and _overlap(rule, top) > 0]
        grids = _grids(lines, inner) if lines else []
        if grids and all(_tabular(grid) for grid in grids):
            found.append(FoundTable("", [], grids, lines, []))
        free = [rule for rule in free if rule not in alike]
    return found


def _tabular(grid: Grid) -> bool:
    """Most rows have three cells or more: prose in two columns has not."""
    several = [row for row in grid.rows if sum(map(bool, row)) > 2]
    return len(grid.rows) >= 3 and len(several) >= 0.5 * len(grid.rows)


def _overlap(one: Rule, other: Rule) -> float:
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def _within(line: Line, rule: Rule) -> bool:
    middle = (line.x0 + line.x1) / 2
    return rule.x0 - 4 < middle < rule.x1 + 4


def _starts_other(lines: Sequence[Line]) -> bool:
    return any(TABLE_LABEL.match(line.text) or _FIGURE_LABEL.match(line.text) for line in lines)
