"""What Layline itself says to models, sentence by sentence: it must never come back on a page."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from pipeline.config import shipped_prompts

_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_VARIABLE: Final = re.compile(r"\{\{\w+\}\}")
_EXAMPLE: Final = re.compile(r'"[^"\n]*"')
"""What a prompt quotes as an example is meant to be written."""
_BREAK: Final = re.compile(r"(?<=[.:;])\s+|\n\n|\n(?=[-\[A-Z])")


@cache
def own_prompts() -> tuple[str, ...]:
    """The sentences of every shipped prompt, without its variables and examples."""
    return tuple(_sentences())


def _sentences() -> Iterator[str]:
    for path in sorted(shipped_prompts().glob("*.md")):
        text = _FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
        for piece in _BREAK.split(_EXAMPLE.sub("\n\n", _VARIABLE.sub("\n\n", text))):
            yield " ".join(piece.split())
