"""The title of an article: on its first page, beneath it, or as the document declares it."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.parse.article_types import type_by_name
from pipeline.parse.headings import cued_kind
from pipeline.parse.pdf.blocks import Block
from pipeline.parse.pdf.outline import is_front_label
from pipeline.parse.pdf.styles import BodyStyle

_SHORTEST: Final = 18
"""Characters."""
_LONGEST_SUBTITLE: Final = 160
_KIND_OF_STUDY: Final = re.compile(
    r"\b(?:trial|study|studies|review|meta-?analys[ie]s|analysis|protocol|cohort|report|survey|series|guidelines?"
    r"|statement|experiment)\b",
    re.IGNORECASE,
)
_NO_TITLE: Final = re.compile(
    r"untitled|microsoft|powerpoint|document\d{0,3}$|(?:no|print(?:ed)?) title|\(anonymous\)|layout \d"
    r"|.{0,200}\.(?:docx?|pdf|indd|tex|dvi|ps|qxd|rtf|odt)$|\W*$|[\w.-]{0,60}\d[\w.-]{0,60}(?: \d[\d.-]{0,20})?$",
    re.IGNORECASE,
)
"""What programs write where nobody named the document: their own name, a file's, a number of the publisher's."""


def title_blocks(blocks: Sequence[Block], body: BodyStyle) -> list[Block]:
    """The blocks of a first page that hold the title, in one run: the largest type with several words.

    A manuscript that is set in one size has it in bold, above the first part of the article.
    """
    worthy = [block for block in blocks if _may_be_title(block)]
    larger = [block for block in worthy if block.lines[0].size > 1.12 * body.size]
    if larger:
        return _run(blocks, max(larger, key=lambda b: (round(b.lines[0].size), b.lines[0].font.bold, b.top)))
    bold = next((block for block in _front(worthy) if _is_bold(block, body)), None)
    return _run(blocks, bold) if bold else []


def _may_be_title(block: Block) -> bool:
    return block.table is None and len(block.text) > _SHORTEST and block.text.count(" ") > 1


def _front(blocks: Sequence[Block]) -> list[Block]:
    """What stands above the first part of an article."""
    end = next((at for at, block in enumerate(blocks) if cued_kind(block.lines[0].text[:80])), len(blocks))
    return list(blocks[:end])


def _is_bold(block: Block, body: BodyStyle) -> bool:
    bold = all(line.font.bold for line in block.lines) and not body.font.bold
    return bold and not is_front_label(block.text) and not type_by_name(block.text)


def _run(blocks: Sequence[Block], largest: Block) -> list[Block]:
    size, run = largest.lines[0].size, [largest]
    for block in blocks[blocks.index(largest) + 1 :][:5]:
        alike = (
            abs(block.lines[0].size - size) <= 0.05 * size and block.lines[0].font.bold == largest.lines[0].font.bold
        )
        if not alike or not _is_under(run[-1], block) or block.table:
            break
        run.append(block)
    return run


def _is_under(above: Block, block: Block) -> bool:
    near = above.bottom - block.top < 1.5 * above.lines[0].size
    return near and block.x0 < above.x1 and block.x1 > above.x0


def subtitle_of(titles: Sequence[Block], blocks: Sequence[Block]) -> Block | None:
    """The line under the title that says in smaller type what kind of study it is, `A Randomized Clinical Trial`."""
    below = blocks[blocks.index(titles[-1]) + 1 :][:1] if titles else ()
    return next((block for block in below if _is_under(titles[-1], block) and _tells_kind(block.text)), None)


def _tells_kind(text: str) -> bool:
    named = _KIND_OF_STUDY.search(text) is not None
    return named and len(text) < _LONGEST_SUBTITLE and not re.search(r"[,;@\d.]", text) and not type_by_name(text)


def declared_title(text: str) -> str:
    """The title that a document declares of itself; empty where a program wrote something in its place."""
    return "" if _NO_TITLE.match(text.strip()) else text
