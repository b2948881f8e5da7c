"""Writes the pieces of a document into a paper: sections under headings, paragraphs mended across columns and pages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.models.paper import SectionKind
from pipeline.models.paper_builder import PaperBuilder
from pipeline.parse.headings import cued_kind, is_references, kind_under
from pipeline.parse.pdf.first_page import ABSTRACT_LEAD, FIRST_PART, STATEMENTS
from pipeline.parse.pdf.grid import Cell
from pipeline.parse.pdf.keywords import are_keywords, is_keywords_label
from pipeline.parse.pdf.lines import Line
from pipeline.parse.pdf.outline import Item, Role, is_front_label
from pipeline.parse.pdf.prose import Writer
from pipeline.parse.pdf.styles import BodyStyle
from pipeline.parse.pdf.tables import FoundTable

_REVIEW_REPORTS: Final = re.compile(
    r"(?:open )?peer review\b|(?:current )?referee (?:status|report|response)|reviewer report|decision letter"
    r"|author response",
    re.IGNORECASE,
)
_SENTENCE_END: Final = '.:?!\u201d"'
_SHORTEST_ABSTRACT: Final = 280
_LONGEST_NOTE: Final = 500
"""Characters. Notes of the publisher among the text are shorter."""


class Assembler:
    """Takes items in reading order."""

    def __init__(self, builder: PaperBuilder, writer: Writer, body: BodyStyle) -> None:
        self._builder = builder
        self._writer = writer
        self._body = body
        self._parents: list[tuple[int, SectionKind]] = []
        self._open: dict[bool, list[Item]] = {False: [], True: []}
        """Paragraphs that may go on: of the body, and of small print (True), which never interrupt each other."""
        self._keywords_follow = False

    def write(self, items: Sequence[Item], statements: Sequence[Item]) -> None:
        """The article's items, without references and review reports; then statements from the first page."""
        items = _without_lone_lead(items)
        parts = _abstract_in_parts(items)
        items = [*(replace(item, level=max(2, item.level)) for item in items[:parts]), *items[parts:]]
        self._open_abstract(items, in_parts=parts > 0)
        skipping = False
        for number, item in enumerate(items):
            if item.role is not Role.HEADING:
                if not skipping:
                    self._block(item)
                continue
            text = self._text(item.lines)
            if _REVIEW_REPORTS.match(text) and number > 0.4 * len(items):
                break
            skipping = is_references(text) or (skipping and item.run_in and cued_kind(text) not in STATEMENTS)
            if not skipping:
                self._heading(text, item)
        self._flush()
        for item in statements:
            if item.role is Role.HEADING:
                self._heading(self._text(item.lines), replace(item, level=1))
            else:
                self._block(item)
        self._flush()

    def _text(self, lines: Sequence[Line]) -> str:
        return self._writer.prose(lines).text

    def _open_abstract(self, items: Sequence[Item], *, in_parts: bool) -> None:
        """An abstract without a heading, or with one that runs into its text, gets its section."""
        first = items[0] if items else None
        if first is None or not (first.role is Role.PARAGRAPH or first.run_in or in_parts):
            return
        text = self._text(first.lines)
        if first.run_in and ABSTRACT_LEAD.fullmatch(text):
            return
        headed = any(item.role is Role.HEADING and item.level == 1 for item in items)
        opens = ABSTRACT_LEAD.match(text) or FIRST_PART.match(text)
        if first.run_in or in_parts or opens or (headed and len(text) > _SHORTEST_ABSTRACT):
            self._builder.heading("Abstract", SectionKind.ABSTRACT, 1)
            self._parents = [(1, SectionKind.ABSTRACT)]

    def _heading(self, text: str, item: Item) -> None:
        self._flush()
        while self._parents and self._parents[-1][0] >= item.level:
            self._parents.pop()
        kind = kind_under(text, self._parents[-1][1] if self._parents else None, self._builder.kinds)
        self._builder.heading(text.rstrip(" .:") if item.run_in else text, kind, item.level)
        self._parents.append((item.level, kind))

    def _block(self, item: Item) -> None:
        if item.table:
            self._table(item.table, item.lines[0].page)
        elif item.role is Role.CAPTION:
            self._paragraph(item.lines)
        elif not self._is_note(item):
            waiting = self._open[item.aside]
            if waiting and not _goes_on(waiting[-1], item):
                self._flush_one(aside=item.aside)
            self._open[item.aside].append(item)

    def _is_note(self, item: Item) -> bool:
        """A note of the publisher among the text: dates, correspondence, copyright; never a paragraph of the body."""
        first, text = item.lines[0], " ".join(line.text for line in item.lines)
        follow, self._keywords_follow = self._keywords_follow, is_keywords_label(text)
        if follow and are_keywords(text):
            return True
        if not is_front_label(first.text) or sum(len(line.text) for line in item.lines) > _LONGEST_NOTE:
            return False
        plain = first.font is self._body.font and abs(first.size - self._body.size) < 0.25
        return (not plain and first.page <= 2) or ":" in first.text[:30] or first.text[:1] == "\u00a9"

    def _flush(self) -> None:
        self._flush_one(aside=False)
        self._flush_one(aside=True)

    def _flush_one(self, *, aside: bool) -> None:
        waiting = self._open[aside]
        if waiting:
            self._open[aside] = []
            self._paragraph([line for item in waiting for line in item.lines])

    def _paragraph(self, lines: Sequence[Line]) -> None:
        prose = self._writer.prose(lines)
        self._builder.paragraph(prose.text, page=lines[0].page, citations=prose.citations)

    def _table(self, table: FoundTable, page: int) -> None:
        caption = self._text(table.caption).removeprefix(table.label).lstrip(" .:|\u2014\u2013-")
        notes = tuple(self._text([line]) for line in table.notes)
        if not table.grids:
            rows = tuple((self._text([line]),) for line in table.lines)
            self._builder.table(rows, label=table.label, caption=caption, footnotes=notes, page=page)
        for number, grid in enumerate(table.grids, start=1):
            self._builder.table(
                self._cells(grid.rows),
                header=self._cells(grid.header),
                label=table.label,
                caption=caption if number == 1 else "",
                footnotes=notes if number == len(table.grids) else (),
                page=page,
            )

    def _cells(self, rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(self._cell(cell) for cell in row) for row in rows)

    def _cell(self, cell: Cell) -> str:
        return self._text([Line(runs, 0, 0) for runs in cell if runs])


def _abstract_in_parts(items: Sequence[Item]) -> int:
    """How many items make up an abstract that has headings of its own, and none above them; 0 where there is none.

    Where an introduction or methods come once more behind results or conclusions, the article begins only there.
    """
    kinds = [(at, cued_kind(item.lines[0].text)) for at, item in enumerate(items) if item.role is Role.HEADING]
    if not kinds or kinds[0][0] or kinds[0][1] in (None, SectionKind.ABSTRACT, SectionKind.LAY_SUMMARY):
        return 0
    told = next((at for at, kind in kinds if kind in _ENDS), len(items))
    before = {kind for at, kind in kinds if at < told}
    begins = next((at for at, kind in kinds if at > told and kind in before.intersection(_BEGINS)), 0)
    words = sum(len(line.text.split()) for item in items[:begins] for line in item.lines)
    return begins if words <= _LONGEST_ABSTRACT else 0


_ENDS: Final = (SectionKind.RESULTS, SectionKind.CONCLUSION)
_BEGINS: Final = (SectionKind.INTRODUCTION, SectionKind.METHODS)
_LONGEST_ABSTRACT: Final = 800
"""Words. Journals that want an abstract in parts allow 250 to 500."""


def _is_abstract(item: Item) -> bool:
    return cued_kind(item.lines[0].text) is SectionKind.ABSTRACT


def _goes_on(last: Item, item: Item) -> bool:
    """Whether a paragraph continues in the next column or on the next page."""
    end, start = last.lines[-1], item.lines[0]
    if end.text[-1:] in _SENTENCE_END or abs(end.size - start.size) > 0.3:
        return False
    if start.text[:1].islower() or end.runs[-1].hyphenated:
        return True
    elsewhere = last.block is not item.block and start.font is end.font
    full = end.x1 > last.block.x1 - 0.6 * end.size
    return elsewhere and full and start.x0 - item.block.x0 < 0.5 * start.size


def _without_lone_lead(items: Sequence[Item]) -> list[Item]:
    """An abstract in one paragraph keeps its `Background.`: one lead is no structure, two are."""
    opens = items[0] if items else None
    if opens is None or (opens.role is Role.HEADING and not opens.run_in and not _is_abstract(opens)):
        return list(items)
    ends = (i for i, item in enumerate(items) if i and item.role is Role.HEADING and not item.run_in)
    end = next(ends, len(items))
    leads = [i for i in range(end - 1) if items[i].role is Role.HEADING and items[i].run_in]
    leads = [i for i in leads if not ABSTRACT_LEAD.match(items[i].lines[0].text)]
    if len(leads) != 1 or items[leads[0] + 1].role is not Role.PARAGRAPH:
        return list(items)
    at = leads[0]
    whole = replace(items[at + 1], lines=[*items[at].lines, *items[at + 1].lines])
    return [*items[:at], whole, *items[at + 2 :]]
