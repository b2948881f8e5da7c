"""Blocks of a page's text that know which line of the file each character comes from."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from pipeline.checks.declaration import Surface
from pipeline.models.finding import Severity


class Lines:
    """The lines of a file, counted from 1."""

    def __init__(self, text: str) -> None:
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def at(self, offset: int) -> int:
        """The line on which the character at `offset` stands."""
        return bisect_right(self._breaks, offset - 1) + 1


@dataclass(frozen=True, slots=True)
class Block:
    """A text that a reader sees as one; `starts` and `origins` lead from its pieces back to the file."""

    text: str
    surface: Surface
    lines: Lines = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    origins: tuple[int, ...] = field(repr=False)
    heading: str = ""
    """The nearest heading above it; empty where there is none."""
    column: int | None = None
    """The column of a table's cell, counted from 1."""
    quoted: bool = False
    """Whether the page marks it as a quotation."""

    @classmethod
    def of(
        cls,
        pieces: Iterable[tuple[str, int]],
        surface: Surface,
        lines: Lines,
        heading: str = "",
        column: int | None = None,
        *,
        quoted: bool = False,
    ) -> "Block":
        """A block made of texts, each with the offset in the file where it stands."""
        texts, starts, origins, length = [], [], [], 0
        for text, origin in pieces:
            texts.append(text)
            starts.append(length)
            origins.append(origin)
            length += len(text)
        return cls("".join(texts), surface, lines, tuple(starts), tuple(origins), heading, column, quoted)

    @property
    def is_running_text(self) -> bool:
        """Whether it tells something, and is no code, name or figure in a table or in data."""
        if self.surface in _TOLD and self.column is None:
            return True
        return self.surface in _TOLD | _STRINGS and len(self.text.split()) >= _WORDS_OF_A_SENTENCE

    def place_of(self, offset: int) -> str:
        """Where the character at `offset` stands, in words: `line 12`, and in a table `line 12, column 3`."""
        line = f"line {self.line_of(offset)}"
        return line if self.column is None else f"{line}, column {self.column}"

    def line_of(self, offset: int) -> int:
        """The line of the first character from `offset` on that is not white space."""
        ahead = self.text[offset : offset + 200]
        offset += len(ahead) - len(ahead.lstrip())
        piece = max(0, bisect_right(self.starts, min(offset, max(0, len(self.text) - 1))) - 1)
        return self.lines.at(self.origins[piece] + offset - self.starts[piece])


_TOLD: Final = frozenset({Surface.PAGE, Surface.FOREIGN_PAGE, Surface.MARKDOWN})
_STRINGS: Final = frozenset({Surface.JSON_LEAF, Surface.ITEM, Surface.FIELD})
_WORDS_OF_A_SENTENCE: Final = 5


def as_heading(text: str) -> str:
    """A heading on one line, of a length that can be shown."""
    return " ".join(text.split())[:_LONGEST_HEADING]


_LONGEST_HEADING: Final = 120


@dataclass(frozen=True, slots=True)
class PageFault:
    """Why a part of the file cannot be read; None leaves the severity to the check."""

    line: int
    message: str
    excerpt: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of a file."""

    blocks: tuple[Block, ...]
    faults: tuple[PageFault, ...] = ()
