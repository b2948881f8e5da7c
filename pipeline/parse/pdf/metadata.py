"""The metadata of an article, from its first page and from what the document declares of itself."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from pipeline.models.paper import Licence, Metadata
from pipeline.parse.article_types import article_type, type_by_name
from pipeline.parse.characters import Cleaner
from pipeline.parse.headings import cued_kind
from pipeline.parse.licences import licence_in
from pipeline.parse.pdf.blocks import Block
from pipeline.parse.pdf.first_page import FirstPage
from pipeline.parse.pdf.front import authors_in, dates_in, own_doi
from pipeline.parse.pdf.keywords import are_keywords, is_keywords_label, keywords_below, keywords_in
from pipeline.parse.pdf.layout import Layout
from pipeline.parse.pdf.outline import is_front_label
from pipeline.parse.pdf.prose import Writer
from pipeline.parse.pdf.titles import declared_title

_FRONT_TEXT: Final = 12_000
"""Characters of a first page that are looked at for dates."""
_NUMBERS: Final = re.compile(r"\d+")
_SHORTEST_NAME: Final = 6
_LONGEST_NAME: Final = 80
_LONGEST_LABEL: Final = 60


class Declared(NamedTuple):
    """What a document says of itself: its dictionary of metadata, and the DOIs of its XMP packet."""

    info: dict[str, str]
    packet: str


class MetadataReader:
    """Reads the metadata of one document."""

    def __init__(
        self,
        texts: Sequence[str],
        declared: Declared,
        layout: Layout,
        first: FirstPage,
        writer: Writer,
        cleaner: Cleaner,
    ) -> None:
        self._texts = texts
        self._declared = declared
        self._layout = layout
        self._first = first
        self._front = "\n".join(texts[: first.number])
        """The text of the first page, with that of a cover before it."""
        self._writer = writer
        self._cleaner = cleaner

    def read(self) -> Metadata:
        """The metadata, as far as the document shows it."""
        title = self._title()
        labels = self._labels()
        page_one = self._front
        return Metadata(
            title=title,
            authors=authors_in(self._first.blocks[self._first.after :]),
            journal=self._journal(title or ""),
            doi=own_doi(page_one, self._running_lines(), (self._declared.packet, *self._declared.info.values())),
            dates=dates_in(self._cleaner.squeeze(page_one[:_FRONT_TEXT])),
            article_type=article_type(labels, title),
            article_type_as_printed=labels[0] if labels else None,
            licence=self._licence(),
            keywords=self._keywords(),
        )

    def _title(self) -> str | None:
        printed = self._writer.prose([line for block in self._first.titles for line in block.lines]).text
        if printed and (below := self._first.subtitle):
            parted = " " if printed[-1] in ":.?!\u2014-" else ": "
            printed += parted + self._writer.prose(below.lines).text
        return printed or self._cleaner.squeeze(declared_title(self._declared.info.get("Title", ""))) or None

    def _running_lines(self) -> list[str]:
        return [line.text for line in self._layout.furniture.removed]

    def _journal(self, title: str) -> str | None:
        """A running head that also stands on the first page by itself: the masthead; never the title or the authors."""
        printed = {self._cleaner.squeeze(line) for line in self._front.splitlines()}
        heads = (self._cleaner.squeeze(_NUMBERS.sub("", line)).strip(" |,.") for line in self._running_lines())
        for head in heads:
            usual = _SHORTEST_NAME <= len(head) <= _LONGEST_NAME and " et al" not in head and "/" not in head
            if usual and head in printed and head.lower() not in title.lower() and not type_by_name(head):
                return head
        return None

    def _labels(self) -> tuple[str, ...]:
        """The kind of article as printed: above the title, else on a line of its own in the front matter."""
        titles, blocks = self._first.titles, self._first.blocks
        above = [block.text for block in blocks if not titles or block.bottom >= titles[0].top - 2]
        front = (block.text for block in self._first.front_blocks() if len(block.lines) == 1)
        beside = [text for text in front if not is_front_label(text) and not cued_kind(text)]
        for texts in (above, beside):
            short = (self._cleaner.squeeze(t) for text in texts if len(text) < _LONGEST_LABEL for t in text.split("|"))
            known = tuple(text for text in short if type_by_name(text))
            if known:
                return known
        return ()

    def _licence(self) -> Licence | None:
        for text in self._texts:
            if "reative" in text or "REATIVE" in text or "CC" in text:
                found = licence_in(self._cleaner.squeeze(text))
                if found:
                    return found
        return None

    def _keywords(self) -> tuple[str, ...]:
        early = [block for block in self._layout.blocks if block.page <= self._first.number + 1]
        for block, below in zip(early, [*early[1:], None], strict=True):
            if block.lines[0].text[:3].lower() == "key" and (found := self._keywords_at(block, below)):
                return found
        return ()

    def _keywords_at(self, block: Block, below: Block | None) -> tuple[str, ...]:
        """The keywords of a block that begins with their label, or of the block below where the label stands alone."""
        text, after = (self._cleaner.squeeze(each.text) if each else "" for each in (block, below))
        if is_keywords_label(text) and are_keywords(after):
            return keywords_in(f"{text} {after}")
        lines = [line for each in block.lines if (line := self._cleaner.squeeze(each.text))]
        return keywords_below(lines) or keywords_in(text)
