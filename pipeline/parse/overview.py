"""What a person wants to see of a paper that was read: its outline, and one page in reading order."""

from typing import NamedTuple

from pipeline.models.paper import Paper, SectionKind


class OutlineRow(NamedTuple):
    """A section: heading, kind, level, how many paragraphs and characters stand directly under it, on which pages."""

    heading: str
    kind: SectionKind
    level: int
    paragraphs: int
    characters: int
    pages: tuple[int, ...]


class PageRow(NamedTuple):
    """How much of the text stands on a page: paragraphs, their characters, tables."""

    page: int
    paragraphs: int
    characters: int
    tables: int


class PageBlock(NamedTuple):
    """A block of a page with its place in `Paper.text`; `what` is `heading`, `paragraph` or `table`."""

    what: str
    text: str
    start: int


def outline_of(paper: Paper) -> list[OutlineRow]:
    """The sections in reading order."""
    return [
        OutlineRow(
            heading=section.heading,
            kind=section.kind,
            level=section.level,
            paragraphs=len(section.paragraphs),
            characters=sum(len(paragraph.text) for paragraph in section.paragraphs),
            pages=tuple(sorted({p.page for p in section.paragraphs if p.page is not None})),
        )
        for section in paper.sections
    ]


def pages_of(paper: Paper) -> list[PageRow]:
    """The pages that hold text, in order; none for a paper without pages (JATS, plain text)."""
    paragraphs = [p for section in paper.sections for p in section.paragraphs]
    numbers = {p.page for p in paragraphs} | {table.page for table in paper.tables}
    return [
        PageRow(
            page=number,
            paragraphs=sum(p.page == number for p in paragraphs),
            characters=sum(len(p.text) for p in paragraphs if p.page == number),
            tables=sum(table.page == number for table in paper.tables),
        )
        for number in sorted(number for number in numbers if number is not None)
    ]


def blocks_on(paper: Paper, page: int) -> list[PageBlock]:
    """The blocks that begin on `page`, in reading order; a heading belongs to the page of its first paragraph."""
    blocks = [PageBlock("table", paper.text[t.start : t.end], t.start) for t in paper.tables if t.page == page]
    for section in paper.sections:
        own = [PageBlock("paragraph", p.text, p.start) for p in section.paragraphs if p.page == page]
        if own and section.heading and section.paragraphs[0].page == page:
            before = paper.text.rfind(section.heading, 0, own[0].start)
            blocks.append(PageBlock("heading", section.heading, max(before, 0)))
        blocks += own
    return sorted(blocks, key=lambda block: block.start)
