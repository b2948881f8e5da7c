"""The page as a reader will see it, statement by statement, with signs for what a reviewer must know."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Offset

from pipeline.review.statement import LineKind, ReviewStatement
from pipeline.tui.look import GOOD, MARK, PLAIN, SEVERITIES, SEVERITY, SOFT, STRONG, WARN, beside, told, wrapped
from pipeline.tui.roll import Roll

_SIGNS = 4
"""Cells left of a statement: one for what was seen, one for proof, one for findings, one free."""


class PageRoll(Roll):
    """Statements under the headings of their parts."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self.statements: Sequence[ReviewStatement] = ()
        self._seen: frozenset[str] = frozenset()

    @property
    def count(self) -> int:
        """Statements of the page."""
        return len(self.statements)

    @property
    def current(self) -> ReviewStatement | None:
        """The statement under the cursor."""
        return self.statements[self.cursor] if 0 <= self.cursor < len(self.statements) else None

    def show(self, statements: Sequence[ReviewStatement], seen: frozenset[str]) -> None:
        """Show these statements; the cursor stays on its statement."""
        here = self.current
        self.statements, self._seen = statements, seen
        at = next((n for n, each in enumerate(statements) if here is not None and each.place == here.place), None)
        self.lay_out(at)

    def draw(self, index: int) -> Sequence[Content]:
        """The lines of a statement, under the heading of its part where it is the first of it."""
        return [*self._heading(index), *self._statement(self.statements[index])]

    def _heading(self, index: int) -> list[Content]:
        heading = self.statements[index].heading
        if index and self.statements[index - 1].heading == heading:
            return []
        lines = wrapped(told(heading, STRONG), self.width)
        return [Content(""), *lines] if index else lines

    def _statement(self, statement: ReviewStatement) -> list[Content]:
        label = told(f"{statement.label}: ", SOFT) if statement.label else Content("")
        lines = wrapped(beside(label, _text(statement)), self.width - _SIGNS)
        signs = self._signs(statement)
        return [beside(signs if number == 0 else Content(" " * _SIGNS), line) for number, line in enumerate(lines)]

    def _signs(self, statement: ReviewStatement) -> Content:
        seen = told("✓", GOOD) if statement.place in self._seen else Content(" ")
        proof = told("?", WARN) if statement.is_unproved else Content(" ")
        worst = min((SEVERITIES.index(n.finding.severity) for n in statement.findings if not n.waived), default=None)
        found = Content(" ") if worst is None else told(MARK[SEVERITIES[worst]], SEVERITY[SEVERITIES[worst]])
        return beside(seen, proof, found, Content(" "))

    def heading_lines(self, index: int) -> int:
        """The heading of a part is not marked with its first statement."""
        return len(self._heading(index))

    def field_at(self) -> tuple[Offset, int, int]:
        """Where a field over the statement under the cursor belongs: its place, width and lines."""
        heading = self.heading_lines(self.cursor)
        own = len(self.lines_of(self.cursor)) - heading
        return Offset(_SIGNS - 1, self.top_of(self.cursor) + heading), self.width - _SIGNS + 2, own


def _text(statement: ReviewStatement) -> Content:
    if statement.kind is LineKind.FINDINGS:
        return told("(findings about this part as a whole)", SOFT)
    return told(statement.text, SOFT if statement.kind is LineKind.MISSING or not statement.on_page else PLAIN)
