"""The first page: where the title stands, where the article's own text begins, and which statements stand before it."""

import re
from collections.abc import Sequence
from typing import Final

from pipeline.models.paper import SectionKind
from pipeline.parse.headings import cued_kind
from pipeline.parse.pdf.blocks import Block
from pipeline.parse.pdf.cover import has_heading
from pipeline.parse.pdf.layout import Layout
from pipeline.parse.pdf.outline import Item, Outliner, Role, is_front_label
from pipeline.parse.pdf.titles import subtitle_of, title_blocks

ABSTRACT_LEAD: Final = re.compile(r"(?:abstract|summary)\b\s{0,3}[:.\u2014\u2013-]?\s{0,3}", re.IGNORECASE)
FIRST_PART: Final = re.compile(
    r"(?:(?i:(?:objectives?|background|purpose|aims?|study design|design|importance|context|question|introduction)"
    r"(?: and [a-z]{3,12})?)\s{0,2}[:.\u2014]|(?:OBJECTIVES?|BACKGROUND|PURPOSE|AIMS?|STUDY DESIGN|IMPORTANCE|CONTEXT)"
    r" (?=[A-Z][a-z]{0,20}\b))\s{0,3}\S"
)
"""What the first part of an abstract is called."""
STATEMENTS: Final = frozenset(
    {
        SectionKind.FUNDING,
        SectionKind.CONFLICTS,
        SectionKind.DATA_AVAILABILITY,
        SectionKind.ETHICS,
        SectionKind.REGISTRATION,
    }
)
"""What publishers print in a box beside the text, or after the references."""
_VERBS: Final = re.compile(
    r"\b(?:was|were|is|are|be|been|has|have|had|that|this|which|we|our|these|with|by|from|to|as|than|can|may|it|there)\b"
)
"""Words of sentences; names, addresses and lists of keywords have hardly any."""


def is_prose(text: str) -> bool:
    """Whether a block is sentences, not a list of names, addresses or dates.

    In abstracts that are told like telegrams such words are rarer, but hardly a word has a capital; in 16 papers at
    most three words of ten of an address were without one, and half or more of every text's.
    """
    words = text.split()
    verbs = len(_VERBS.findall(text)) / max(1, len(words))
    running = sum(word[0].islower() for word in words) >= 0.5 * len(words)
    return len(words) >= 20 and (verbs >= 0.08 or (verbs >= 0.02 and running))


class FirstPage:
    """The blocks of the article's first page (the second one of the document behind a cover): front matter and text."""

    def __init__(self, layout: Layout, outliner: Outliner, number: int) -> None:
        self._layout = layout
        self._outliner = outliner
        self.number = number
        self.blocks = [block for block in layout.blocks if block.page == number]
        self.titles = title_blocks(self.blocks, layout.body)
        self.subtitle = subtitle_of(self.titles, self.blocks)
        last = self.subtitle or (self.titles[-1] if self.titles else None)
        self.after = self.blocks.index(last) + 1 if last else 0
        """How many blocks stand before the end of the title."""
        self._start = self._found_start()

    def text_blocks(self) -> list[Block]:
        """The article's own text; tables of the front matter are kept, wherever they stand."""
        tables = [block for block in self.blocks[: self._start] if block.table]
        return [*self.blocks[self._start :], *tables]

    def front_blocks(self) -> list[Block]:
        """Authors, addresses, the publisher's notes."""
        titles = (*self.titles, self.subtitle)
        return [block for block in self.blocks[: self._start] if block not in titles and not block.table]

    def statements(self) -> list[Item]:
        """Funding, conflicts and the like that stand in a box before the text, each heading with its paragraphs."""
        kept: list[Item] = []
        taking = False
        for item in self._outliner.items(self.front_blocks()):
            if item.role is Role.HEADING:
                taking = cued_kind(" ".join(line.text for line in item.lines)) in STATEMENTS
            elif is_front_label(item.lines[0].text):
                taking = False
            if taking:
                kept.append(item)
        return kept

    def _found_start(self) -> int:
        """Where the text begins; 0 where nothing says that this is an article: then every word is kept."""
        if not self.titles or not has_heading(self._layout.blocks):
            return self._at_abstract(0) or 0
        return self._at_abstract(self.after) or self._unheaded(self._at_introduction())

    def _opens_introduction(self, block: Block) -> bool:
        cued = cued_kind(block.lines[0].text[:80]) is SectionKind.INTRODUCTION
        return cued and self._outliner.is_heading(block)

    def _at_introduction(self) -> int:
        rest = range(self.after, len(self.blocks))
        return next((i for i in rest if self._opens_introduction(self.blocks[i])), len(self.blocks))

    def _at_abstract(self, after: int) -> int | None:
        for position in range(after, len(self.blocks)):
            block = self.blocks[position]
            lead = block.lines[0].text[:80]
            kind = cued_kind(lead)
            if kind in (SectionKind.ABSTRACT, SectionKind.LAY_SUMMARY) or ABSTRACT_LEAD.match(lead):
                return position
            if self._opens_introduction(block):
                return None
        return None

    def _unheaded(self, end: int) -> int:
        """The first real paragraph after the title, or the first part of an abstract that is told in parts."""
        for position in range(self.after, end):
            block = self.blocks[position]
            told = is_prose(block.text) or FIRST_PART.match(block.text)
            if told and not block.table and not is_front_label(block.text):
                return position
        return end if end < len(self.blocks) or self._is_title_page() else self.after

    def _is_title_page(self) -> bool:
        """Whether the article begins with the abstract on the page behind this one, as manuscripts do."""
        behind = (block for block in self._layout.blocks if block.page == self.number + 1)
        return any(cued_kind(block.lines[0].text[:80]) is SectionKind.ABSTRACT for block in behind)


def words_in(blocks: Sequence[Block]) -> int:
    """How many words stand in blocks."""
    return sum(block.text.count(" ") + 1 for block in blocks)
