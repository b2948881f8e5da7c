"""A statement as a field: typed in where it stands, kept as it is left."""

from dataclasses import replace
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from pipeline.text.visible import visible

_LEAVING: Final = ("escape", "enter", "tab", "ctrl+s")


class EditField(TextArea):
    """A text field that shows hidden characters as what they are, and therefore saves exactly what is seen."""

    DEFAULT_CSS = """
    EditField { layer: above; position: absolute; border: round $accent; padding: 0; background: $surface;
      scrollbar-size-vertical: 1; }
    EditField:focus { border: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Done, checks run"),
        Binding("ctrl+r", "restore", "Old text"),
    ]

    class Typed(Message):
        """The text has changed."""

        def __init__(self, field: "EditField") -> None:
            super().__init__()
            self.field = field

    class Left(Typed):
        """The person has left the field."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.place = ""
        self.before = ""
        self.border_subtitle = "Esc done   ctrl+r old text"
        self.is_busy = False
        """Whether it was left and its text is being judged."""
        self.display = False

    @property
    def is_open(self) -> bool:
        """Whether something is edited now."""
        return bool(self.display)

    def open(self, place: str, before: str, text: str) -> None:
        """Edit what stands at a place; the cursor stands at the end, where most corrections begin."""
        self.place, self.before, self.is_busy = place, visible(before), False
        self.load_text(visible(text))
        self.display = True
        self.focus()
        self.move_cursor(self.document.end)

    def close(self) -> None:
        """Done. The field stays where it is, out of sight."""
        self.display = False

    def on_key(self, event: events.Key) -> None:
        """Act in the order of the keys: a binding would act before the letters that were typed just before it."""
        acts = {"ctrl+u": self.clear_before} | dict.fromkeys(_LEAVING, self.action_leave)
        if event.key in acts:
            event.stop()
            event.prevent_default()
            acts[event.key]()

    def clear_before(self) -> None:
        """Delete everything before the cursor: a statement is one line, however it is wrapped."""
        self.delete((0, 0), self.cursor_location)

    def edit(self, edit: Edit) -> EditResult:
        """Change the text; what is pasted loses line breaks, and its hidden characters are shown."""
        return super().edit(replace(edit, text=visible(edit.text)))

    def on_text_area_changed(self) -> None:
        """Say what is typed, so that it is kept whatever happens."""
        if self.is_open and self.text != self.before:
            self.post_message(self.Typed(self))

    def on_blur(self, _event: events.Blur) -> None:
        """Leaving by the mouse is leaving; looking at another window is not."""
        if self.app.app_focus:
            self.action_leave()

    def action_leave(self) -> None:
        """Leave the field."""
        if self.is_open and not self.is_busy:
            self.is_busy = True
            self.post_message(self.Left(self))

    def action_restore(self) -> None:
        """Put the old text back."""
        self.text = self.before
        self.move_cursor(self.document.end)
