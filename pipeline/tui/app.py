"""The reviewer's app: its frame, its themes, and how faults become messages."""

import gc
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, ParamSpec, TypeVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType

from pipeline.config import Settings
from pipeline.errors import LaylineError
from pipeline.models.ids import PaperId
from pipeline.store.store import Store
from pipeline.text.visible import visible
from pipeline.tui.desk import Desk
from pipeline.tui.key_list import keys_of
from pipeline.tui.look import DARK, LIGHT
from pipeline.tui.queue_screen import QueueScreen
from pipeline.tui.sheet import Sheet

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.notifications import SeverityLevel

P = ParamSpec("P")
T = TypeVar("T")


def run(store: Store, settings: Settings, person: str, paper: str | None) -> None:
    """Open the app for a person, at a paper or at the queue, and stay until it is left. Raises StoreError."""
    first = store.papers.find(paper).id if paper else None
    desk = Desk(store, settings, person)
    # `layline review` has switched Python's collector off for the start; what is there now need not be looked through.
    gc.freeze()
    gc.enable()
    app = ReviewApp(desk, first)
    try:
        app.run()
    finally:
        desk.close()
    if app.broken_by is not None:
        raise app.broken_by


class ReviewApp(App[None]):
    """Holds the desk and the screens."""

    TITLE = "Layline review"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Footer { background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "theme", "Light or dark", show=False),
        Binding("ctrl+q", "quit", "Leave Layline", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, first: PaperId | None = None) -> None:
        # Without colour (NO_COLOR) the terminal's own two colours are left alone, whatever they are.
        super().__init__(ansi_color="NO_COLOR" in os.environ)
        self.desk = desk
        self._first = first
        self.broken_by: BaseException | None = None
        """The error, Layline's own fault, that ended the app."""
        self.register_theme(LIGHT)
        self.register_theme(DARK)
        self.theme = LIGHT.name if _is_light(os.environ.get("COLORFGBG", "")) else DARK.name

    def _fatal_error(self) -> None:
        # Textual's own would print a traceback with all variables and leave with 0. `run` raises the error instead, so
        # that it is told as every command tells a fault of Layline's own.
        self.broken_by = sys.exc_info()[1]
        self.panic()

    def on_mount(self) -> None:
        """The queue lies under everything."""
        self.push_screen(QueueScreen())
        if self._first is not None:
            self.open_paper(self._first)

    @work
    async def prepare(self) -> None:
        """Load what a paper needs (all checks: 0.4 s) while the reviewer looks at the queue."""
        await self.desk.do(import_module, "pipeline.tui.paper_screen")

    def open_paper(self, paper_id: PaperId) -> None:
        """Show a paper over the queue."""
        from pipeline.tui.paper_screen import PaperScreen  # noqa: PLC0415 - slow to import: see `prepare`

        self.push_screen(PaperScreen(paper_id))

    async def attempt(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Run something at the desk; a fault becomes a message, and None."""
        try:
            return await self.desk.do(function, *args, **kwargs)
        except (LaylineError, OSError) as error:
            self.say_fault(error)
        return None

    def attempt_soon(self, function: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Have something done at the desk and go on; it is under way when this returns. A fault becomes a message."""
        self.desk.begin(function, *args, **kwargs).add_done_callback(self._tell_of)

    def _tell_of(self, done: "Future[object]") -> None:
        error = done.exception()
        if isinstance(error, (LaylineError, OSError)):
            self.call_later(self.say_fault, error)

    def say_fault(self, error: LaylineError | OSError) -> None:
        """Tell what went wrong, and what to do."""
        if isinstance(error, LaylineError):
            self.say(error.message, error.remedy, wrong=True)
        else:
            self.say(f"{error.filename or 'the system'}: {error.strerror or error}", wrong=True)

    def say(self, message: str, remedy: str = "", *, wrong: bool = False, seconds: float | None = None) -> None:
        """Tell something at the edge of the screen, for some seconds."""
        told = visible("\n".join(filter(None, (message, remedy))), newlines=True)
        severity: SeverityLevel = "error" if wrong else "information"
        self.notify(told, severity=severity, timeout=seconds or (12 if wrong else 4), markup=False)

    def action_keys(self) -> None:
        """Show every key that does something here."""
        self.push_screen(Sheet("Keys", keys_of(self.screen)))

    def action_theme(self) -> None:
        """Change between light and dark."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name


def _is_light(colours: str) -> bool:
    """Whether the terminal says that its background is light (`COLORFGBG`, such as `0;15`, set by many of them)."""
    return colours.rpartition(";")[2] in ("7", "15")
