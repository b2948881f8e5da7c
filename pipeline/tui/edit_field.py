"""The statement under the cursor as a field: typed in where it stands, kept as it is left."""

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from pipeline.text.visible import visible

LEAST_LINES = 3


class EditField(TextArea):
    """A text field that shows hidden characters as what they are, and therefore saves exactly what is seen."""

    DEFAULT_CSS = """
    EditField { layer: above; position: absolute; border: round $accent; padding: 0; background: $surface;
      height: auto; scrollbar-size-vertical: 1; }
    EditField:focus { border: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s,tab", "leave", "Done: checks run", priority=True),
        Binding("ctrl+r", "restore", "Old text", priority=True),
    ]

    class Left(Message):
        """The person has left the field with this text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Typed(Left):
        """The text has changed."""

    def __init__(self, before: str, text: str) -> None:
        super().__init__(_line(text), soft_wrap=True, show_line_numbers=False, tab_behavior="focus", compact=True)
        self.before = _line(before)
        self.border_title = "Esc done, checks run   ctrl+r old text"

    def on_mount(self) -> None:
        """The cursor stands at the end, where most corrections begin."""
        self.move_cursor(self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text; what is pasted loses line breaks, and its hidden characters are shown."""
        return super().edit(replace(edit, text=_line(edit.text)))

    def on_text_area_changed(self) -> None:
        """Say what is typed, so that it is kept whatever happens."""
        self.post_message(self.Typed(self.text))

    def on_blur(self, _event: events.Blur) -> None:
        """Leaving by the mouse is leaving."""
        self.action_leave()

    def action_leave(self) -> None:
        """Leave the field; once."""
        if not self.has_class("left"):
            self.add_class("left")
            self.post_message(self.Left(self.text))

    def action_restore(self) -> None:
        """Put the old text back."""
        self.text = self.before


def _line(text: str) -> str:
    return visible(text)
