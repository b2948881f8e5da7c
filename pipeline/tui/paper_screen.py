"""One paper: the page on the left, the proof on the right, the findings below, and the keys of a review."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Concatenate, Final, ParamSpec

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static

from pipeline.config import Settings
from pipeline.decide import Outcome, mark_seen
from pipeline.errors import LaylineError
from pipeline.models.ids import PaperId
from pipeline.review.going import next_unproved, next_with_finding
from pipeline.review.stale import StaleError
from pipeline.review.statement import ReviewStatement
from pipeline.store.store import Store
from pipeline.tui import decisions, editing, reading
from pipeline.tui.changes import refused
from pipeline.tui.desk import HOLD_SECONDS
from pipeline.tui.edit_field import EditField
from pipeline.tui.findings_roll import FindingsRoll
from pipeline.tui.look import told
from pipeline.tui.page_roll import PageRoll
from pipeline.tui.paper_head import paper_head
from pipeline.tui.proof_roll import ProofRoll
from pipeline.tui.sheet import Sheet
from pipeline.tui.sitting import Sitting, sit_before, sit_down

if TYPE_CHECKING:
    from pipeline.tui.app import ReviewApp

P = ParamSpec("P")
_RENEW: Final = HOLD_SECONDS / 3


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
        Binding("n", "unproved", "Unproved", tooltip="Next statement without proof (N: the one before)"),
        Binding("f", "finding", "Finding", tooltip="Next open finding (F: the one before)"),
        Binding("s", "seen", "Seen", tooltip="Mark the statement as seen and go on"),
        Binding("e", "edit", "Edit", tooltip="Edit the statement where it stands; checks run as you leave it"),
        Binding("w", "waive", "Waive", tooltip="Waive the finding under the cursor, with a reason"),
        Binding("a", "approve", "Approve", tooltip="Approve this content; shows first what is signed"),
        Binding("r", "reject", "Reject", tooltip="Reject this content, with a reason"),
        Binding("c", "changes", "Changes", tooltip="Request changes: the note goes into the next draft's prompt"),
        Binding("question_mark", "app.keys", "Keys", key_display="?", tooltip="Show these keys"),
        Binding("N", "unproved(True)", show=False),
        Binding("F", "finding(True)", show=False),
        Binding("u", "order", "Unproved and flagged statements first, or the page's order", show=False),
        Binding("p", "proof", "Show the next proof of the statement", show=False),
        Binding("o", "open", "Open the source at the page of the proof", show=False),
        Binding("E", "editor", "Edit everything in $EDITOR", show=False),
        Binding("z", "undo", "Undo the last decision", show=False),
        Binding("d", "difference", "What differs from the draft before", show=False),
        Binding("h", "history", "Who decided what, when and why", show=False),
        Binding("i", "provenance", "How the draft was made, and what it cost", show=False),
        Binding("q,escape", "close", "Back to the queue", show=False),
    ]

    def __init__(self, paper_id: PaperId) -> None:
        super().__init__()
        self.paper_id = paper_id
        self.sitting: Sitting | None = None
        self.reasons: dict[str, str] = {}
        """Reasons that were typed for decisions that did not come about; they are offered again."""
        self._flagged_first = False

    def compose(self) -> ComposeResult:
        """The four parts."""
        yield Static(id="head")
        with Horizontal(id="desk"):
            with Container(id="left"):
                yield PageRoll()
                yield EditField()
            yield ProofRoll()
        yield FindingsRoll()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Open the paper; the screen stands already."""
        self.page.focus()
        self.page.border_title = told("Opening …")
        self.watch(self.page, "cursor", self.follow, init=False)
        self.open()
        self.set_interval(_RENEW, self.hold_on)

    def on_resize(self) -> None:
        """The field stays over its statement."""
        self.call_after_refresh(self.place_field)

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

    @property
    def field(self) -> EditField:
        """The field in which a statement is edited."""
        return self.query_one(EditField)

    @work(group="load")
    async def open(self) -> None:
        """Open the paper and show it, and offer what was being typed when it was last left."""
        await self.look()
        if self.sitting is None:
            self.dismiss(None)
        else:
            await editing.offer_unsaved(self, self.sitting.unsaved)

    async def look(self) -> None:
        """Open the paper anew and show how it stands."""
        sitting = await self.app.attempt(sit_down, self.app.desk, self.paper_id)
        if sitting is not None:
            self.show(sitting)

    def show(self, sitting: Sitting) -> None:
        """Show how the paper stands now."""
        self.sitting = sitting
        self.page.border_title = told(sitting.case.draft.summary.citation.title)
        self.page.show(self._in_order(sitting.statements), sitting.seen)
        self.follow()
        self.query_one("#head", Static).update(paper_head(sitting, self.app.desk, flagged_first=self._flagged_first))

    def _in_order(self, statements: tuple[ReviewStatement, ...]) -> tuple[ReviewStatement, ...]:
        if not self._flagged_first:
            return statements
        return tuple(sorted(statements, key=lambda each: not (each.is_unproved or each.has_open_finding)))

    async def decide(
        self, act: Callable[Concatenate[Store, Settings, P], Outcome], *args: P.args, **kwargs: P.kwargs
    ) -> Outcome | None:
        """Have something decided, and show how the paper stands then; None if it was refused.

        Where somebody was faster, what they changed is shown, and the screen shows their content from then on.
        """
        desk = self.app.desk
        try:
            outcome = await desk.do(act, desk.store, desk.settings, *args, **kwargs)
        except StaleError as error:
            self.app.push_screen(Sheet("Somebody was faster", refused(error)))
            await self.look()
            return None
        except (LaylineError, OSError) as error:
            self.app.say_fault(error)
            return None
        await self._show_outcome(outcome)
        return outcome

    async def _show_outcome(self, outcome: Outcome) -> None:
        if self.sitting is not None:
            sitting = await self.app.attempt(sit_before, self.app.desk, outcome.case, outcome.status, self.sitting.hold)
            if sitting is not None:
                self.show(sitting)

    @work(exclusive=True, group="hold")
    async def hold_on(self) -> None:
        """Go on holding the paper, or take it once nobody else holds it; show a change."""
        hold = await self.app.attempt(self.app.desk.hold, self.paper_id)
        if hold is not None and self.sitting is not None and hold.person != self.sitting.hold.person:
            await self.look()

    def follow(self) -> None:
        """Show proof and findings of the statement under the cursor, at once: keys come faster than messages."""
        statement = self.page.current
        if self.sitting is not None and statement is not self.proof.statement:
            self.proof.show(self.sitting.case.paper, statement)
            noted = statement.findings if statement else ()
            self.findings.show(noted)
            self.findings.border_title = told(f"Findings here: {len(noted)}" if noted else "No finding here")
        self.place_field()

    def place_field(self) -> None:
        """Keep the field over the statement under the cursor, as long as that is edited."""
        if not (self.field.is_open and self.page.count):
            return
        offset, width, lines = self.page.field_at()
        room = self.page.size.height
        lines = max(lines, self.field.wrapped_document.height, 2)
        height = min(lines + 3, room)
        styles = self.field.styles
        styles.offset = (offset.x, max(min(offset.y, room - height + 1), 0))
        styles.width, styles.height = width, height

    def action_unproved(self, back: bool = False) -> None:  # noqa: FBT001, FBT002 - from the key
        """Go to the next statement that nothing proves."""
        self._go(next_unproved(self.page.statements, self.page.cursor, back=back), "No statement is without proof.")

    def action_finding(self, back: bool = False) -> None:  # noqa: FBT001, FBT002 - from the key
        """Go to the next open finding, first within the statement."""
        beyond = self.findings.cursor + (-1 if back else 1)
        if 0 <= beyond < self.findings.count:
            self.findings.cursor = beyond
        else:
            self._go(next_with_finding(self.page.statements, self.page.cursor, back=back), "No finding is open.")

    def _go(self, index: int | None, otherwise: str) -> None:
        if index is None:
            self.app.say(otherwise)
        else:
            self.page.cursor = index

    def action_seen(self) -> None:
        """Mark the statement as seen and go on to the next."""
        statement, sitting = self.page.current, self.sitting
        if statement is not None and sitting is not None:
            desk, at = self.app.desk, self.page.cursor
            self.run_worker(self.app.attempt(mark_seen, desk.store, sitting.case, desk.person, [statement]))
            self.show(replace(sitting, seen=sitting.seen | {statement.place}))
            self.page.cursor = at + 1

    def action_proof(self) -> None:
        """Show the next proof of the statement."""
        if self.sitting is not None:
            self.proof.show(self.sitting.case.paper, self.page.current, self.proof.chosen + 1)

    def action_order(self) -> None:
        """Put what wants an eye first, or go back to the page's order."""
        self._flagged_first = not self._flagged_first
        if self.sitting is not None:
            self.show(self.sitting)

    def action_edit(self) -> None:
        """Edit the statement in place."""
        editing.begin_edit(self)

    @on(EditField.Typed)
    def _typed(self, typed: EditField.Typed) -> None:
        if not isinstance(typed, EditField.Left):
            self.place_field()
            self.run_worker(editing.keep_typed(self, typed.field.place, typed.field.text), group="typed")

    @on(EditField.Left)
    def _left(self, left: EditField.Left) -> None:
        self.run_worker(editing.end_edit(self, left.field), group="edit")

    @work(exclusive=True, group="decide")
    async def action_waive(self) -> None:
        """Waive the finding under the cursor."""
        await decisions.waive(self)

    @work(exclusive=True, group="decide")
    async def action_approve(self) -> None:
        """Approve, after a question."""
        await decisions.approve(self)

    @work(exclusive=True, group="decide")
    async def action_reject(self) -> None:
        """Reject, with a reason."""
        await decisions.reject(self)

    @work(exclusive=True, group="decide")
    async def action_changes(self) -> None:
        """Request changes, with a note."""
        await decisions.request_changes(self)

    @work(exclusive=True, group="decide")
    async def action_undo(self) -> None:
        """Undo the last decision, after a question."""
        await decisions.undo(self)

    @work(exclusive=True, group="edit")
    async def action_editor(self) -> None:
        """Edit everything in $EDITOR."""
        await editing.edit_all(self)

    @work(exclusive=True, group="read")
    async def action_open(self) -> None:
        """Open the source at the page of the proof."""
        await reading.open_source(self)

    @work(exclusive=True, group="read")
    async def action_difference(self) -> None:
        """Show what differs from the draft before."""
        await reading.difference(self)

    def action_history(self) -> None:
        """Show every decision."""
        reading.history(self)

    @work(exclusive=True, group="read")
    async def action_provenance(self) -> None:
        """Show how the draft came about."""
        await reading.provenance(self)

    @work(exclusive=True, group="close")
    async def action_close(self) -> None:
        """Give the paper back and go to the queue."""
        await self.app.attempt(self.app.desk.release, self.paper_id)
        self.dismiss(None)
