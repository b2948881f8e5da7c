"""Markdown as blocks: front matter, paragraphs and table rows; code apart."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.block import Block, Lines, Page

_FRONT_MATTER: Final = re.compile(r"---[^\S\n]*\n(.*?\n)(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_ENTRY: Final = re.compile(r"^[^\S\n]*(?:-[^\S\n]+)?(?:[\w-]{1,60}:(?:[^\S\n]+|$))?([^\n]*)$", re.MULTILINE)
_LINE: Final = re.compile(r"[^\n]*\n?")
_FENCE: Final = re.compile(r"[^\S\n]{0,3}(`{3,}|~{3,})")
_MARKER: Final = re.compile(r"[^\S\n]*(?:(?:[-*+]|\d{1,9}[.)]|>|#{1,6})[^\S\n]+)+")
_SPECIAL: Final = re.compile(r"`[^`\n]+`|\\([!-/:-@\[-`{-~])|\|")

Piece = tuple[str, int]


def markdown_page(text: str, lines: Lines) -> Page:
    """The blocks of a Markdown file; its own markup is not part of them."""
    start, blocks = 0, []
    if front := _FRONT_MATTER.match(text):
        start = front.end()
        blocks = [_block([(entry.group(1), entry.start(1))], lines) for entry in _entries(text, front)]
    return Page(tuple(block for block in (*blocks, *_body(text, start, lines)) if block.text.strip()))


def _entries(text: str, front: re.Match[str]) -> Iterator[re.Match[str]]:
    """The values in the front matter; YAML's own word for nothing is no text."""
    for entry in _ENTRY.finditer(text, front.start(1), front.end(1)):
        if entry.group(1).strip() not in ("null", "~"):
            yield entry


def _body(text: str, start: int, lines: Lines) -> Iterator[Block]:
    prose: list[Piece] = []
    code: list[Piece] = []
    fence = ""
    for found in _LINE.finditer(text, start):
        line, at = found.group(), found.start()
        mark = _FENCE.match(line)
        if fence:
            code.append((line, at))
            fence = "" if mark and mark.group(1).startswith(fence) else fence
        elif mark:
            fence = mark.group(1)
            code.append((line[mark.end() :], at + mark.end()))
        elif line.strip():
            _read_line(line, at, prose, code)
        if not fence and (mark or not line.strip()):
            yield from (_block(prose, lines), _block(code, lines, Surface.CODE))
            prose, code = [], []
    yield from (_block(prose, lines), _block(code, lines, Surface.CODE))


def _read_line(line: str, at: int, prose: list[Piece], code: list[Piece]) -> None:
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


def _block(pieces: list[Piece], lines: Lines, surface: Surface = Surface.MARKDOWN) -> Block:
    return Block.of(pieces, surface, lines)
