"""The only way to the screen: text shows as it is, control characters are made visible, JSON stands alone on stdout."""

import json
import os
import sys
import textwrap
from functools import cache
from typing import IO, TYPE_CHECKING, Any

from pipeline.cli.exit_codes import ExitCode
from pipeline.text.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text


@cache
def screen(*, errors: bool = False) -> "Console":
    """Standard output, or standard error. Rich's markup, emoji codes and highlighting are off: they eat text."""
    from rich.console import Console

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            _reader_left(self.file)

    return Screen(stderr=errors, markup=False, emoji=False, highlight=False, soft_wrap=True)


def safe(text: object, style: str = "") -> "Text":
    """Any text as one that may be shown: never read as markup, its controls made visible."""
    from rich.text import Text

    return Text(visible(str(text), newlines=True), style=style)


def say(*parts: "object | Text") -> None:
    """Print a line to standard output; plain text is made safe."""
    _print(screen(), parts)


def say_hanging(text: str, indent: str, style: str = "") -> None:
    """Print a paragraph that keeps its indent when a terminal is too narrow for it; into a pipe it goes as one line."""
    console = screen()
    shown = visible(text, newlines=True)
    if not console.is_terminal:
        _write(console.file, f"{indent}{shown}\n")
        return
    width = max(console.width, len(indent) + 20)
    lines = textwrap.wrap(shown, width - len(indent) - 1, break_long_words=True, break_on_hyphens=False) or [""]
    for line in lines:
        console.print(safe(indent + line, style))


def tell(*parts: "object | Text") -> None:
    """Print a line to standard error, where everything goes that is not the answer."""
    _print(screen(errors=True), parts)


def show_table(table: "Table") -> None:
    """Print a table whose cells were made with `safe`."""
    screen().print(table, soft_wrap=False)


def print_json(value: dict[str, Any]) -> None:
    """Print the one JSON object of a `--json` command. ASCII: no control or bidi character reaches a terminal raw."""
    _write(sys.stdout, json.dumps(value, ensure_ascii=True, indent=2) + "\n")


def print_json_line(value: dict[str, Any]) -> None:
    """The same on one line, at once: for a command that goes on, and whose reader waits for the line."""
    _write(sys.stdout, json.dumps(value, ensure_ascii=True) + "\n")


def print_raw(text: str) -> None:
    """Print text that goes into a file or an editor rather than before a person's eyes."""
    _write(sys.stdout, text)


def _print(console: "Console", parts: "tuple[object | Text, ...]") -> None:
    from rich.text import Text

    if not console.is_terminal:
        # Into a file or a pipe go plain words, without the detour over styles: a run tells a line a paper.
        words = (part.plain if isinstance(part, Text) else visible(str(part), newlines=True) for part in parts)
        _write(console.file, " ".join(words) + "\n")
        return
    console.print(Text(" ").join(part if isinstance(part, Text) else safe(part) for part in parts))


def _write(stream: IO[str], text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _reader_left(stream)


def _reader_left(stream: IO[str]) -> None:
    """Whoever reads (head, a pager) has seen enough: that ends an answer well, and progress goes on unseen."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if stream.fileno() == sys.stdout.fileno():
        raise SystemExit(ExitCode.OK)
