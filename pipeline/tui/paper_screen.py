"""One paper: the page on the left, the proof on the right, the findings below, and the keys of a review."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static

from pipeline.models.finding import Severity
from pipeline.models.ids import PaperId
from pipeline.review.going import next_unproved, next_with_finding
from pipeline.review.statement import ReviewStatement
from pipeline.tui.findings_roll import FindingsRoll
from pipeline.tui.look import SOFT, STRONG, WARN, beside, told, words
from pipeline.tui.page_roll import PageRoll
from pipeline.tui.proof_roll import ProofRoll
from pipeline.tui.roll import Roll
from pipeline.tui.sitting import Sitting, sit_down

if TYPE_CHECKING:
    from pipeline.tui.app import ReviewApp


class PaperScreen(Screen[None]):
    """Shows a sitting; every key of it is in `?`."""

    app: "ReviewApp"
    DEFAULT_CSS = """
    PaperScreen #head { height: 1; background: $panel; padding: 0 1; }
    PaperScreen #desk { height: 1fr; }
    PaperScreen #left { width: 1fr; layers: base above; }
    PaperScreen Roll { border-top: solid $secondary; border-title-color: $foreground; border-title-style: bold; }
    PaperScreen Roll:focus { border-top: heavy $accent; }
    PaperScreen #proof { width: 1fr; border-left: vkey $panel; }
    PaperScreen #findings { height: 7; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "unproved", "Unproved"),
        Binding("f", "finding", "Finding"),
        Binding("s", "seen", "Seen"),
        Binding("e", "edit", "Edit"),
        Binding("w", "waive", "Waive"),
        Binding("a", "approve", "Approve"),
        Binding("r", "reject", "Reject"),
        Binding("c", "changes", "Changes"),
        Binding("question_mark", "app.keys", "Keys", key_display="?"),
        Binding("N", "unproved(True)", "The unproved statement before", show=False),
        Binding("F", "finding(True)", "The finding before", show=False),
        Binding("p", "proof", "The statement's next proof", show=False),
        Binding("u", "order", "Unproved and flagged statements first, or the page's order", show=False),
        Binding("E", "editor", "Open all in $EDITOR", show=False),
        Binding("o", "open", "Open the source at the page of the proof", show=False),
        Binding("z", "undo", "Undo the last decision", show=False),
        Binding("d", "difference", "What differs from the draft before", show=False),
        Binding("h", "history", "Who decided what, and when", show=False),
        Binding("i", "provenance", "Costs and provenance", show=False),
        Binding("q,escape", "close", "Back to the queue", show=False),
    ]

    def __init__(self, paper_id: PaperId) -> None:
        super().__init__()
        self._paper_id = paper_id
        self.sitting: Sitting | None = None
        self._flagged_first = False

    def compose(self) -> ComposeResult:
        """The four parts."""
        yield Static(id="head")
        with Horizontal(id="desk"):
            with Container(id="left"):
                yield PageRoll()
            yield ProofRoll()
        yield FindingsRoll()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Open the paper; the screen stands already."""
        self.page.focus()
        self.page.border_title = told("Opening …")
        self.load()

    @property
    def page(self) -> PageRoll:
        """The page."""
        return self.query_one(PageRoll)

    @property
    def proof(self) -> ProofRoll:
        """The proof of the statement under the cursor."""
        return self.query_one(ProofRoll)

    @property
    def findings(self) -> FindingsRoll:
        """The findings of the statement under the cursor."""
        return self.query_one(FindingsRoll)

    @work(exclusive=True, group="load")
    async def load(self) -> None:
        """Open the paper anew and show it."""
        sitting = await self.app.attempt(sit_down, self.app.desk, self._paper_id)
        if sitting is None:
            self.dismiss(None)
        else:
            self.show(sitting)

    def show(self, sitting: Sitting) -> None:
        """Show how the paper stands now."""
        self.sitting = sitting
        self.page.border_title = told(sitting.case.draft.summary.citation.title)
        self.page.show(self._in_order(sitting.statements), sitting.seen)
        self._show_head(sitting)

    def _in_order(self, statements: tuple[ReviewStatement, ...]) -> tuple[ReviewStatement, ...]:
        if not self._flagged_first:
            return statements
        return tuple(sorted(statements, key=lambda each: not (each.is_unproved or each.has_open_finding)))

    def _show_head(self, sitting: Sitting) -> None:
        row, standing = sitting.case.row, sitting.case.standing
        seen = sum(each.hash in sitting.seen for each in sitting.statements)
        open_ones = [finding.severity for finding in standing.findings if not standing.is_waived(finding)]
        counts = f"{open_ones.count(Severity.BLOCK)} block, {open_ones.count(Severity.WARN)} warn"
        status = standing.status(self.app.desk.settings.required_approvals)
        self.query_one("#head", Static).update(
            beside(
                told(row.display_id, STRONG),
                told(f"  {words(status.value)}  {seen} of {len(sitting.statements)} seen  "),
                told(counts, WARN if standing.blocking else SOFT),
                told("  unproved and flagged first" if self._flagged_first else "", SOFT),
            )
        )

    @on(Roll.Moved, "#page")
    def _statement_changed(self) -> None:
        statement = self.page.current
        if self.sitting is not None and statement is not self.proof.statement:
            self.proof.show(self.sitting.case.paper, statement)
            noted = statement.findings if statement else ()
            self.findings.show(noted)
            self.findings.border_title = told(f"Findings here: {len(noted)}" if noted else "No finding here")

    def action_unproved(self, back: bool = False) -> None:  # noqa: FBT001, FBT002 - from the key
        """Go to the next statement that nothing proves."""
        self._go(next_unproved(self.page.statements, self.page.cursor, back=back), "No statement is without proof.")

    def action_finding(self, back: bool = False) -> None:  # noqa: FBT001, FBT002 - from the key
        """Go to the next open finding, first within the statement."""
        step = -1 if back else 1
        beyond = self.findings.cursor + step
        if 0 <= beyond < self.findings.count:
            self.findings.cursor = beyond
            return
        self._go(next_with_finding(self.page.statements, self.page.cursor, back=back), "No finding is open.")

    def _go(self, index: int | None, otherwise: str) -> None:
        if index is None:
            self.app.say(otherwise)
        else:
            self.page.cursor = index

    def action_proof(self) -> None:
        """Show the next proof of the statement."""
        if self.sitting is not None:
            self.proof.show(self.sitting.case.paper, self.page.current, self.proof.chosen + 1)

    def action_order(self) -> None:
        """Put what wants an eye first, or go back to the page's order."""
        self._flagged_first = not self._flagged_first
        if self.sitting is not None:
            self.show(self.sitting)

    def action_close(self) -> None:
        """Back to the queue."""
        self.dismiss(None)
