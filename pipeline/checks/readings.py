"""What a reader reads of a summary, and of somebody else's page."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from typing import Final

from pipeline.checks.pages.block import Block
from pipeline.checks.place import at_pointer
from pipeline.checks.reading import Item, Passage, Reading
from pipeline.models.claim import Claim
from pipeline.models.summary import Summary
from pipeline.text.in_words import in_words

_QUOTATION: Final = ("\u201c", '"', "\u00ab", ">")
"""How a block begins that is a quotation, which is the paper's to answer for."""

_WORDS_OF_A_TITLE: Final = 8


def reading_of_summary(summary: Summary) -> Reading:
    """The lay parts of a summary. Definitions and facts, which are no running text, are left out."""
    told = summary.practical_implications
    passages = (
        _passage("key_messages", summary.key_messages, alone=True, glossary_is_near=False),
        _passage("simple_explanation", summary.simple_explanation),
        _passage("key_findings", summary.key_findings, alone=True),
        _passage("research_summary", summary.research_summary),
        *(_passage(f"practical_implications/{name}", items) for name, items in told),
        _passage("limitations", summary.limitations),
        _passage("what_this_does_not_mean", summary.what_this_does_not_mean),
        _passage("harms", summary.harms),
    )
    return Reading(tuple(p for p in passages if p.items), tuple(entry.term for entry in summary.glossary))


def reading_of_page(blocks: Iterable[Block]) -> Reading:
    """The running text of a page. A passage is what stands under one heading, or under a line that looks like one."""
    told = [block for block in blocks if not block.quoted and not block.text.lstrip().startswith(_QUOTATION)]
    sections = groupby(zip(told, accumulate(map(_is_title, told)), strict=True), lambda at: (at[0].heading, at[1]))
    return Reading(tuple(_section([block for block, _ in of]) for _, of in sections), is_page=True)


def _passage(name: str, claims: Iterable[Claim], *, alone: bool = False, glossary_is_near: bool = True) -> Passage:
    items = tuple(Item(claim.text, at_pointer(f"/{name}/{at}/text")) for at, claim in enumerate(claims))
    called = in_words(name.rpartition("/")[2])
    return Passage(f"the part {called!r}", items, alone=alone, glossary_is_near=glossary_is_near)


def _is_title(block: Block) -> bool:
    text = block.text.strip()
    return len(text.split()) <= _WORDS_OF_A_TITLE and not text.endswith((".", "!", ":", ";", ","))


def _section(blocks: Sequence[Block]) -> Passage:
    name = f"the part under {blocks[0].heading!r}" if blocks[0].heading else "this text"
    return Passage(name, tuple(Item(block.text, block.place_of, block.heading) for block in blocks))
