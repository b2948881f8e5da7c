"""A line to type in, where nothing that is pasted can hide or steer the terminal."""

from textual.widgets import Input

from pipeline.text.visible import visible


class LineField(Input):
    """An input whose value is always what is seen."""

    DEFAULT_CSS = """
    LineField { border: none; height: 1; padding: 0 1; background: $panel; }
    LineField:focus { border: none; background-tint: $foreground 5%; }
    LineField:nocolor { text-style: underline; }
    """

    def validate_value(self, value: str) -> str:
        """Hidden characters become visible ones."""
        return visible(value)
