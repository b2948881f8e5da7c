"""Builds a `Paper` block by block, so that text and offsets can never disagree."""

from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from pipeline.models.paper import Basis, Metadata, Paper, Paragraph, ParseWarning, Section, SectionKind, Span, Table

_BLOCK_BREAK: Final = "\n\n"
_HYPHENS = str.maketrans("\u2010\u2011", "--")
"""Some publishers set every hyphen as U+2010; it is the same sign, and as long, so that offsets stay."""


def plain_hyphens(text: str) -> str:
    """`text` with the hyphens of typography as those of keyboards."""
    return text.translate(_HYPHENS)


class _Block(NamedTuple):
    """A paragraph to be: its text, page, place behind the title, and citations within it."""

    text: str
    page: int | None
    start: int
    citations: tuple[tuple[int, int], ...]

    def behind(self, title: int) -> Paragraph:
        """The paragraph in a text that begins with a title of so many characters."""
        start = title + self.start
        spans = tuple(Span(start=start + first, end=start + last) for first, last in self.citations)
        return Paragraph(text=self.text, page=self.page, start=start, end=start + len(self.text), citations=spans)


class PaperBuilder:
    """Collects headings, paragraphs and tables in reading order; `build` writes the title before them.

    Blocks that come before the first heading belong to a section with an empty heading.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._sections: list[tuple[str, SectionKind, int, list[_Block]]] = []
        self._kinds: set[SectionKind] = set()
        self._tables: list[Table] = []

    @property
    def kinds(self) -> AbstractSet[SectionKind]:
        """The kinds of the sections so far."""
        return self._kinds

    def heading(self, text: str, kind: SectionKind, level: int = 1) -> None:
        """Open a section. An empty heading opens one without writing into the text."""
        text = plain_hyphens(text)
        if text:
            self._write(text)
        self._sections.append((text, kind, level, []))
        self._kinds.add(kind)

    def paragraph(self, text: str, page: int | None = None, citations: tuple[tuple[int, int], ...] = ()) -> None:
        """Add a paragraph to the open section; `citations` are spans within `text`."""
        if not text:
            return
        if not self._sections:
            self.heading("", SectionKind.OTHER)
        text = plain_hyphens(text)
        self._sections[-1][3].append(_Block(text, page, self._write(text), citations))

    def table(
        self,
        rows: tuple[tuple[str, ...], ...],
        *,
        header: tuple[tuple[str, ...], ...] = (),
        label: str = "",
        caption: str = "",
        footnotes: tuple[str, ...] = (),
        page: int | None = None,
    ) -> None:
        """Add a table; its label, caption, rows (cells parted by tabs) and footnotes are written into the text."""
        label, caption = plain_hyphens(label), plain_hyphens(caption)
        rows, header = _plain_rows(rows), _plain_rows(header)
        footnotes = tuple(map(plain_hyphens, footnotes))
        title = " ".join(part for part in (label, caption) if part)
        lines = ([title] if title else []) + ["\t".join(row) for row in (*header, *rows)] + list(footnotes)
        text = "\n".join(lines)
        if not text.strip():
            return
        start = self._write(text)
        self._tables.append(
            Table(
                label=label,
                caption=caption,
                header=header,
                rows=rows,
                footnotes=footnotes,
                page=page,
                start=start,
                end=start + len(text),
            )
        )

    def build(
        self,
        metadata: Metadata,
        *,
        basis: Basis,
        parser: str,
        parser_version: str,
        title_page: int | None = None,
        quality: float = 1.0,
        warnings: tuple[ParseWarning, ...] = (),
    ) -> Paper:
        """The paper as collected, behind its title."""
        title = _title(metadata, title_page)
        behind = len(title.text) + len(_BLOCK_BREAK) if title else 0
        sections = tuple(
            Section(heading=heading, kind=kind, level=level, paragraphs=tuple(b.behind(behind) for b in blocks))
            for heading, kind, level, blocks in self._sections
        )
        return Paper(
            metadata=metadata,
            title=title,
            sections=sections,
            tables=tuple(_moved(table, behind) for table in self._tables),
            text=_BLOCK_BREAK.join([title.text, *self._pieces] if title else self._pieces),
            basis=basis,
            parser=parser,
            parser_version=parser_version,
            quality=quality,
            warnings=warnings,
        )

    def _write(self, text: str) -> int:
        start = self._length + (len(_BLOCK_BREAK) if self._pieces else 0)
        self._pieces.append(text)
        self._length = start + len(text)
        return start


def _title(metadata: Metadata, page: int | None) -> Paragraph | None:
    """The title on one line: a line break in it would part blocks."""
    text = plain_hyphens(" ".join((metadata.title or "").split()))
    return Paragraph(text=text, page=page, start=0, end=len(text)) if text else None


def _moved(table: Table, by: int) -> Table:
    return table.model_copy(update={"start": table.start + by, "end": table.end + by})


def _plain_rows(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(plain_hyphens, row)) for row in rows)
