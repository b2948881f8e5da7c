"""The least that Textual can do, as a baseline: a field, and a list of 58 lines."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList


class BareApp(App[None]):
    """`j` moves down the list, `/` goes to the field."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "down", "Down"), Binding("slash", "field", "Field")]

    def compose(self) -> ComposeResult:
        """The field and the list."""
        yield Input()
        yield OptionList(*(f"statement {number}, ready" for number in range(58)))

    def on_mount(self) -> None:
        """Start in the list."""
        self.query_one(OptionList).focus()

    def action_down(self) -> None:
        """Move down."""
        self.query_one(OptionList).action_cursor_down()

    def action_field(self) -> None:
        """Go to the field."""
        self.query_one(Input).focus()


if __name__ == "__main__":
    BareApp().run()
