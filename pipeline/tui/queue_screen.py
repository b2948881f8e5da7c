"""The queue: what waits, who holds it, and what is shown of it; live while other processes add papers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Footer, Static

from pipeline.errors import LaylineError
from pipeline.models.queue_row import QueueRow
from pipeline.models.status import Status
from pipeline.review.queue import WAITING, QueueFilter, QueueOrder, arranged, waits
from pipeline.text.in_words import in_words
from pipeline.tui.desk import Desk
from pipeline.tui.line_field import LineField
from pipeline.tui.look import BLOCK, SOFT, STRONG, beside, told
from pipeline.tui.queue_roll import HEADINGS, WIDE_HEADINGS, QueueRoll
from pipeline.tui.roll import Roll

if TYPE_CHECKING:
    from pipeline.tui.app import ReviewApp

T = TypeVar("T")

_LOOK_AGAIN: Final = 2.0
"""Seconds after which the queue asks whether anything has changed."""
_WAITING: Final = "waiting"
_EVERYTHING: Final = "every paper"
_VIEWS: Final = (_WAITING, *(status.value for status in Status), _EVERYTHING)


class QueueScreen(Screen[None]):
    """Shows the queue; Enter opens a paper."""

    app: "ReviewApp"
    DEFAULT_CSS = """
    QueueScreen .head { height: 1; background: $panel; padding: 0 1; }
    QueueScreen #headings { height: 1; padding: 0 1; color: $text-muted; text-style: underline; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "filter", "Filter", key_display="/", tooltip="Filter by typing: title, DOI, id"),
        Binding("s", "sort", "Sort", tooltip="Sort by risk, by what is ready, by waiting time, by title"),
        Binding("v", "view", "View", tooltip="Show what waits, one status, or every paper"),
        Binding("c", "category", "Category", tooltip="Show one category, then the next, then all"),
        Binding("question_mark", "app.keys", "Keys", key_display="?", tooltip="Show these keys"),
        Binding("q", "app.quit", "Leave", tooltip="Leave Layline"),
        Binding("escape", "clear", "Show everything that waits", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QueueRow] = []
        self._version: int | None = None
        self._trouble = ""
        self._order = QueueOrder.RISK
        self._view = _WAITING
        self._category: str | None = None

    def compose(self) -> ComposeResult:
        """Head, filter, list, keys."""
        yield Static(id="head", classes="head")
        yield LineField(id="filter", placeholder="/ to filter by title, DOI or id", select_on_focus=False)
        yield Static(id="headings")
        yield QueueRoll()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Look again from time to time; the first look comes as the screen is shown."""
        self.set_interval(_LOOK_AGAIN, self.look)

    def on_screen_resume(self) -> None:
        """Look at once; back from a paper, it may stand elsewhere now."""
        self.papers.focus()
        self.look()

    @property
    def papers(self) -> QueueRoll:
        """The list."""
        return self.query_one(QueueRoll)

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Read the queue anew where something has changed; as long as that cannot be done, the head says why."""
        if not self.is_current:
            return
        try:
            found = await self.app.desk.do(_read, self.app.desk, self._view, self._version)
        except LaylineError as error:
            self._trouble = f"{error.message}. {error.remedy}"
            self._show_head()
            return
        if found is not None or self._trouble:
            self._trouble = ""
            is_first = self._version is None
            self._version, self._rows = found or (self._version, self._rows)
            self._sort()
            if is_first:
                self.call_after_refresh(self.app.prepare)

    def _sort(self) -> None:
        """Put the rows in order once; each letter of a filter then only looks through them."""
        self._rows = list(arranged(self._rows, self._order))
        self.show_rows()

    def show_rows(self) -> None:
        """Show what fits, in order."""
        wanted = QueueFilter(text=self.query_one(LineField).value, category=self._category)
        self.papers.show([row for row in self._rows if wanted.fits(row)])
        self._show_head()

    def _show_head(self) -> None:
        shown, there = self.papers.count, len(self._rows)
        count = f"{shown:,} of {there:,}" if shown != there else f"{there:,}"
        chosen = f"{in_words(self._view)}, by {self._order.value}" + (f", {self._category}" if self._category else "")
        trouble = told(f"  {self._trouble}", BLOCK)
        who = told(f"  {self.app.desk.person}", SOFT)
        head = beside(told("Layline review", STRONG), told(f"  {count} {chosen}"), trouble if self._trouble else who)
        headings = HEADINGS + (WIDE_HEADINGS if self.papers.is_wide else "") + "Title"
        self.query_one("#head", Static).update(head, layout=False)
        self.query_one("#headings", Static).update(told(headings), layout=False)

    @on(LineField.Changed, "#filter")
    def _filter_typed(self) -> None:
        self.show_rows()

    @on(LineField.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.papers.focus()

    @on(Roll.Chosen, "#papers")
    def action_open(self) -> None:
        """Open the paper under the cursor."""
        row = self.papers.current
        if row is None:
            return
        if row.has_draft:
            self.app.open_paper(row.id)
        else:
            self.app.say(f"{row.display_id} has no draft yet.", f"layline show {row.display_id} says why.")

    def action_filter(self) -> None:
        """Type what is sought."""
        self.query_one(LineField).focus()

    def action_sort(self) -> None:
        """Go on to the next order."""
        self._order = _after(list(QueueOrder), self._order)
        self._sort()

    def action_view(self) -> None:
        """Go on to the next choice of statuses."""
        self._view, self._version = _after(_VIEWS, self._view), None
        self.look()

    def action_category(self) -> None:
        """Go on to the next category that a paper of the queue has."""
        known = sorted({category for row in self._rows for category in row.categories})
        self._category = _after([None, *known], self._category)
        self.show_rows()

    def action_clear(self) -> None:
        """Leave the field for the list; from the list, show everything that waits again."""
        if self.papers.has_focus:
            self._category, self._view, self._version = None, _WAITING, None
            self.query_one(LineField).value = ""
            self.look()
        self.papers.focus()


def _read(desk: Desk, view: str, version: int | None) -> tuple[int, list[QueueRow]] | None:
    """The rows of a view with the version of the workspace that they show; None where nothing has changed since."""
    queue = desk.store.queue
    now = queue.version()
    if now == version:
        return None
    if view == _WAITING:
        return now, [row for row in queue.rows(WAITING) if waits(row)]
    return now, queue.rows(() if view == _EVERYTHING else (Status(view),))


def _after(choices: Sequence[T], chosen: T) -> T:
    """The choice after this one; the last is followed by the first, and what is gone too."""
    return choices[(choices.index(chosen) + 1) % len(choices)] if chosen in choices else choices[0]
