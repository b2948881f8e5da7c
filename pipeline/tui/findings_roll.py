"""The findings of the statement under the cursor, each with its sign, message and excerpt."""

from collections.abc import Sequence

from textual.content import Content

from pipeline.review.statement import NotedFinding
from pipeline.tui.look import MARK, SEVERITY, SOFT, beside, told, wrapped
from pipeline.tui.roll import Roll


class FindingsRoll(Roll):
    """Findings; the one under the cursor is the one that is waived."""

    def __init__(self) -> None:
        super().__init__(id="findings")
        self.findings: Sequence[NotedFinding] = ()

    @property
    def count(self) -> int:
        """Findings of the statement."""
        return len(self.findings)

    @property
    def current(self) -> NotedFinding | None:
        """The finding under the cursor."""
        return self.findings[self.cursor] if 0 <= self.cursor < len(self.findings) else None

    def show(self, findings: Sequence[NotedFinding], at: int = 0) -> None:
        """Show these findings, with the cursor on one."""
        self.findings = findings
        self.lay_out(at)

    def draw(self, index: int) -> Sequence[Content]:
        """What was found, then the text in question."""
        finding, waived = self.findings[index].finding, self.findings[index].waived
        style = SOFT if waived else SEVERITY[finding.severity]
        head = told(f"{MARK[finding.severity]} {'waived' if waived else finding.severity.value} {finding.check}", style)
        lines = wrapped(beside(head, told(f": {finding.message}")), self.width, indent=2)
        return lines + (wrapped(told(f"  {finding.excerpt}", SOFT), self.width, indent=2) if finding.excerpt else [])
