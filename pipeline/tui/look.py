"""How text looks on the screen: always as text, in few styles that can be told apart without colour too."""

from typing import Final

from textual.content import Content
from textual.theme import Theme

from pipeline.models.finding import Severity
from pipeline.text.visible import visible

PLAIN: Final = ""
STRONG: Final = "bold"
SOFT: Final = "$text-muted"
QUOTE: Final = "bold underline $text-success"
GOOD: Final = "$text-success"
WARN: Final = "bold $text-warning"
BLOCK: Final = "bold $text-error"

SEVERITY: Final = {Severity.BLOCK: BLOCK, Severity.WARN: WARN, Severity.INFO: SOFT}
SEVERITIES: Final = tuple(SEVERITY)
"""The worst first."""
MARK: Final = {Severity.BLOCK: "✖", Severity.WARN: "▲", Severity.INFO: "•"}
"""Beside the colour, a sign: whoever sees no colour sees this."""

LIGHT: Final = Theme(
    name="layline-light",
    dark=False,
    primary="#1f5f8b",
    secondary="#4a5d6b",
    accent="#0a7265",
    warning="#8a5a00",
    error="#a3261b",
    success="#1c6b3a",
    foreground="#1c2226",
    background="#fbfbf8",
    surface="#fbfbf8",
    panel="#eceeea",
)
DARK: Final = Theme(
    name="layline-dark",
    dark=True,
    primary="#7db4dc",
    secondary="#9fb0bd",
    accent="#6fc7b8",
    warning="#e0b25a",
    error="#ef8a80",
    success="#8fce9f",
    foreground="#dfe3e6",
    background="#15191c",
    surface="#15191c",
    panel="#20262b",
)


def told(text: object, style: str = PLAIN, *, paragraphs: bool = False) -> Content:
    """Any text as one that may be shown: never read as markup, its controls made visible, on one line if not said."""
    return Content.styled(visible(str(text), newlines=paragraphs), style)


def beside(*parts: Content) -> Content:
    """Parts one after the other, as they are."""
    return Content("").join(parts)


def wrapped(content: Content, width: int, indent: int = 0) -> list[Content]:
    """Lines of at most `width` cells; those after the first are indented."""
    room = max(width - indent, 8)
    lines = content.wrap(room) or [Content("")]
    return [line.pad_left(indent) if indent and number else line for number, line in enumerate(lines)]
