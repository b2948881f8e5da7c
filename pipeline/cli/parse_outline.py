"""The outline of a paper as it was read: what identifies it, sections, tables, pages, and how good the reading is."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.cli.terminal import safe, say, show_table
from pipeline.text.in_words import in_words

if TYPE_CHECKING:
    from rich.table import Table as Grid

    from pipeline.models.paper import Paper, Paragraph, Section


def outline(paper: "Paper") -> None:
    """Print the outline of a paper."""
    _say_front(paper)
    say()
    paged = any(p.page for s in paper.sections for p in s.paragraphs)
    _show_sections(paper.sections, paged=paged)
    if paper.tables:
        say()
        _show_tables(paper)
    if paged:
        say()
        _show_pages(paper)
    say()
    _say_quality(paper)


def _say_front(paper: "Paper") -> None:
    meta = paper.metadata
    licence = (meta.licence.name or meta.licence.url) if meta.licence else None
    say(safe(meta.title or "(no title found)", "bold"))
    say(", ".join(author.name for author in meta.authors) or "(no authors found)")
    known = [meta.journal, meta.published, meta.doi, meta.pmid and f"PMID {meta.pmid}", meta.pmcid, licence]
    say(" | ".join(filter(None, known)) or "(no journal, date or DOI found)")
    basis = in_words(paper.basis.value)
    parser = f"read by {paper.parser} {paper.parser_version}"
    say(f"{in_words(meta.article_type.value)}, {basis}, {len(paper.text):,} characters; {parser}")


def _grid(*columns: str, numbers: Sequence[str] = ()) -> "Grid":
    from rich.table import Table

    grid = Table(box=None, pad_edge=False, header_style="dim")
    for name in columns:
        grid.add_column(name, justify="right" if name in numbers else "left")
    return grid


def _show_sections(sections: "Sequence[Section]", *, paged: bool) -> None:
    columns = ("Section", "Kind", "Paragraphs", "Characters", *(("Pages",) if paged else ()))
    grid = _grid(*columns, numbers=("Paragraphs", "Characters"))
    for section in sections:
        heading = "  " * (section.level - 1) + (section.heading or "(no heading)")
        row = [heading, in_words(section.kind.value), *_counts(section.paragraphs)]
        row += [_span(p.page for p in section.paragraphs)] if paged else []
        grid.add_row(*(safe(cell) for cell in row))
    show_table(grid)


def _counts(paragraphs: "Sequence[Paragraph]") -> tuple[str, str]:
    return str(len(paragraphs)), f"{sum(len(paragraph.text) for paragraph in paragraphs):,}"


def _span(pages: "Iterable[int | None]") -> str:
    """`3`, `3-5`, or nothing where no page is known."""
    known = [page for page in pages if page]
    if not known:
        return ""
    first, last = min(known), max(known)
    return str(first) if first == last else f"{first}-{last}"


def _show_tables(paper: "Paper") -> None:
    grid = _grid("Table", "Rows", "Columns", "Page", "Caption", numbers=("Rows", "Columns", "Page"))
    for table in paper.tables:
        columns = max((len(row) for row in (*table.header, *table.rows)), default=0)
        size = (str(len(table.header) + len(table.rows)), str(columns), str(table.page or ""))
        grid.add_row(*(safe(cell) for cell in (table.label or "(no label)", *size, table.caption)))
    show_table(grid)


def _show_pages(paper: "Paper") -> None:
    grid = _grid("Page", "Paragraphs", "Characters", "Tables", numbers=("Page", "Paragraphs", "Characters", "Tables"))
    paragraphs = [p for section in paper.sections for p in section.paragraphs if p.page]
    for page in sorted({p.page or 0 for p in paragraphs} | {t.page for t in paper.tables if t.page}):
        here = [p for p in paragraphs if p.page == page]
        tables = sum(table.page == page for table in paper.tables)
        grid.add_row(*(safe(cell) for cell in (str(page), *_counts(here), str(tables or ""))))
    show_table(grid)


def _say_quality(paper: "Paper") -> None:
    say(safe(f"Quality {paper.quality:.2f}", "bold"), "" if paper.warnings else "nothing stands out")
    for warning in paper.warnings:
        say(safe(f"  {in_words(warning.kind)}:", "yellow"), warning.message)
