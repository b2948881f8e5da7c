"""Asks for the reason of a decision; Enter decides, Escape leaves everything as it is."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pipeline.tui.dialog import Dialog
from pipeline.tui.line_field import LineField
from pipeline.tui.look import SOFT, WARN, told


class Reason(Dialog[str]):
    """Shows what is decided and asks why; an empty reason is no answer."""

    def __init__(self, title: str, lines: Sequence[Content], typed: str = "") -> None:
        super().__init__()
        self._heading = title
        self._lines = lines
        self._typed = typed

    def compose(self) -> ComposeResult:
        """The matter, the line for the reason, and the keys."""
        with Vertical(classes="box") as box:
            box.border_title = told(self._heading)
            yield Static(Content("\n").join(self._lines), classes="told")
            yield LineField(self._typed, id="reason", placeholder="the reason", select_on_focus=False)
            yield Static(told("Enter  decide   Esc  leave it as it is", SOFT), classes="keys")

    @on(LineField.Submitted)
    def _decide(self, event: LineField.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())
        else:
            self.query_one(".keys", Static).update(told("A reason is needed. Esc leaves it as it is.", WARN))
