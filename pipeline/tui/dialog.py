"""What all dialogs share: a box over the screen, and Escape that leaves everything as it is."""

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A box in the middle of the screen; its answer is None when it was left."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > .box { width: 90%; max-width: 100; height: auto; max-height: 90%; border: round $primary; padding: 0 1;
      background: $surface; }
    Dialog .told { height: auto; }
    Dialog .keys { height: 1; color: $text-muted; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave")]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
