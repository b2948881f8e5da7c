"""A line to type in, where nothing that is pasted can hide or steer the terminal."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from pipeline.text.visible import visible


class LineField(Input):
    """An input whose value is always what is seen."""

    DEFAULT_CSS = """
    LineField { border: none; height: 1; padding: 0 1; background: $panel; }
    LineField:focus { border: none; background-tint: $foreground 5%; }
    LineField:nocolor { text-style: underline; }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """The field's own size never changes: a letter must not lay out the whole screen."""

    def validate_value(self, value: str) -> str:
        """Hidden characters become visible ones."""
        return visible(value)
