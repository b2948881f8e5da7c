"""A question that is answered by yes or no; nothing is the answer until a key says so."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pipeline.tui.dialog import Dialog
from pipeline.tui.look import SOFT, told


class Confirm(Dialog[bool]):
    """Shows what is asked; `y` says yes, `n` says no, Escape neither."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "answer(True)", "Yes"), Binding("n", "answer(False)", "No")]

    def __init__(self, title: str, lines: Sequence[Content], yes: str, no: str = "") -> None:
        super().__init__()
        self._heading = title
        self._lines = lines
        self._keys = "   ".join([f"y  {yes}", *([f"n  {no}"] if no else []), "Esc  leave it as it is"])

    def compose(self) -> ComposeResult:
        """The question and its keys."""
        with VerticalScroll(classes="box") as box:
            box.border_title = told(self._heading)
            yield Static(Content("\n").join(self._lines), classes="told")
            yield Static(told(self._keys, SOFT), classes="keys")

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 - what the key says
        """Close with the answer."""
        self.dismiss(yes)
