"""The sheet that a publisher or an archive puts before an article: its title again, how to cite it, its terms."""

from collections.abc import Sequence
from typing import Final

from pipeline.parse.headings import cued_kind, is_references
from pipeline.parse.pdf.blocks import Block
from pipeline.parse.pdf.front import title_blocks
from pipeline.parse.pdf.styles import BodyStyle

_SHORTEST_TITLE: Final = 18
"""Letters. Shorter ones may stand on any page."""


def article_page(blocks: Sequence[Block], body: BodyStyle) -> int:
    """The page on which the article begins: 2 behind a cover, else 1.

    A cover repeats the title of the page behind it and has no part of an article: no heading such as `Abstract`, no
    `Introduction`. Told by this alone, since every publisher and every archive words its cover otherwise.
    """
    cover, behind = ([block for block in blocks if block.page == number] for number in (1, 2))
    title = _letters(title_blocks(behind, body))
    repeated = len(title) >= _SHORTEST_TITLE and title in _letters(cover)
    return 2 if repeated and not has_heading(cover) else 1


def has_heading(blocks: Sequence[Block]) -> bool:
    """Whether some heading is one that articles have."""
    short = (block.text for block in blocks if len(block.lines) <= 2 and not block.table)
    return any(cued_kind(text) or is_references(text) for text in short if len(text) < 80)


def _letters(blocks: Sequence[Block]) -> str:
    return "".join(letter for block in blocks for letter in block.text.lower() if letter.isalnum())
