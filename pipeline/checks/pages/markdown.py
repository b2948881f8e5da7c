"""Markdown as blocks: front matter, paragraphs and table rows; code apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.block import Block, Lines, Page, as_heading

_FRONT_MATTER: Final = re.compile(r"---[^\S\n]*\n(.*?\n)(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_ENTRY: Final = re.compile(r"^[^\S\n]*(?:-[^\S\n]+)?(?:[\w-]{1,60}:(?:[^\S\n]+|$))?([^\n]*)$", re.MULTILINE)
_LINE: Final = re.compile(r"[^\n]*\n?")
_HEADING: Final = re.compile(r"[^\S\n]{0,3}#{1,6}[^\S\n]")
_FENCE: Final = re.compile(r"[^\S\n]{0,3}(`{3,}|~{3,})")
_MARKER: Final = re.compile(r"[^\S\n]*(?:(?:[-*+]|\d{1,9}[.)]|>|#{1,6})[^\S\n]+)+")
_SPECIAL: Final = re.compile(r"`[^`\n]+`|\\([!-/:-@\[-`{-~])|\|")

Piece = tuple[str, int]


def markdown_page(text: str, lines: Lines) -> Page:
    """The blocks of a Markdown file; its own markup is not part of them."""
    start, blocks = 0, []
    if front := _FRONT_MATTER.match(text):
        start = front.end()
        blocks = [
            Block.of([(entry.group(1), entry.start(1))], Surface.MARKDOWN, lines) for entry in _entries(text, front)
        ]
    return Page(tuple(block for block in (*blocks, *_body(text, start, lines)) if block.text.strip()))


def _entries(text: str, front: re.Match[str]) -> Iterator[re.Match[str]]:
    """The values in the front matter; YAML's own word for nothing is no text."""
    for entry in _ENTRY.finditer(text, front.start(1), front.end(1)):
        if entry.group(1).strip() not in ("null", "~"):
            yield entry


@dataclass
class _Open:
    """The block that is being read, and the heading that it stands under."""

    lines: Lines
    prose: list[Piece] = field(default_factory=list)
    code: list[Piece] = field(default_factory=list)
    heading: str = ""

    def close(self, *, is_heading: bool = False) -> Iterator[Block]:
        """What was read, as blocks; what follows stands under it if it is a heading."""
        block = Block.of(self.prose, Surface.MARKDOWN, self.lines, self.heading)
        yield from (block, Block.of(self.code, Surface.CODE, self.lines, self.heading))
        self.prose, self.code = [], []
        if is_heading:
            self.heading = as_heading(block.text).rstrip("# ")


def _body(text: str, start: int, lines: Lines) -> Iterator[Block]:
    block, fence = _Open(lines), ""
    for found in _LINE.finditer(text, start):
        line, at = found.group(), found.start()
        mark = _FENCE.match(line)
        if fence:
            block.code.append((line, at))
            fence = "" if mark and mark.group(1).startswith(fence) else fence
        elif mark:
            fence = mark.group(1)
            block.code.append((line[mark.end() :], at + mark.end()))
        elif line.strip():
            yield from _read_line(line, at, block)
        if not fence and (mark or not line.strip()):
            yield from block.close()
    yield from block.close()


def _read_line(line: str, at: int, block: _Open) -> Iterator[Block]:
    """Add a line to the block that is open; a heading is a block by itself."""
    is_heading = _HEADING.match(line) is not None
    if is_heading:
        yield from block.close()
    _add_line(line, at, block.prose, block.code)
    if is_heading:
        yield from block.close(is_heading=True)


def _add_line(line: str, at: int, prose: list[Piece], code: list[Piece]) -> None:
    marker = _MARKER.match(line)
    last = marker.end() if marker else 0
    is_row = line.lstrip().startswith("|")
    for special in _SPECIAL.finditer(line, last):
        prose.append((line[last : special.start()], at + last))
        last = special.end()
        if special.group()[0] == "`" and len(special.group()) > 1:
            code.append((special.group(), at + special.start()))
        else:
            prose.append((special.group(1) or ("\n" if is_row else "|"), at + special.start()))
    prose.append((line[last:], at + last))
