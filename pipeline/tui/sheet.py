"""A sheet of text over the screen, to read and to leave: help, history, what changed, what it cost."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pipeline.tui.dialog import Dialog
from pipeline.tui.look import SOFT, told


class Sheet(Dialog[None]):
    """Lines under a title; the arrow keys scroll them, Escape or q closes."""

    DEFAULT_CSS = """
    Sheet > .box { height: 90%; }
    Sheet #lines { height: 1fr; scrollbar-size-vertical: 1; }
    Sheet .keys { margin-top: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "leave", "Close", show=False),
        Binding("j", "scroll(1)", "Down", show=False),
        Binding("k", "scroll(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[Content]) -> None:
        super().__init__()
        self._heading = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The text and how to leave it."""
        with VerticalScroll(classes="box", can_focus=False) as box:
            box.border_title = told(self._heading)
            with VerticalScroll(id="lines"):
                yield Static(Content("\n").join(self._lines), classes="told")
            yield Static(told("↑ ↓  scroll   Esc  close", SOFT), classes="keys")

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one("#lines", VerticalScroll).scroll_relative(y=by, animate=False)
