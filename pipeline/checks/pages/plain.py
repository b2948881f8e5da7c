"""Plain text as blocks: what stands between blank lines."""

import re
from typing import Final

from pipeline.checks.declaration import Surface
from pipeline.checks.pages.block import Block, Lines, Page

_BLOCK: Final = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*+\n))*+")


def plain_page(text: str, surface: Surface, lines: Lines) -> Page:
    """The blocks of a plain text."""
    found = _BLOCK.finditer(text)
    return Page(tuple(Block.of([(block.group(), block.start())], surface, lines) for block in found))
