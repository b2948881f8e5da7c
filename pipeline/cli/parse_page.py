"""One page of a paper as it was read: its blocks in reading order, each under its heading."""

from typing import TYPE_CHECKING

from pipeline.cli.terminal import safe, say
from pipeline.text.in_words import in_words

if TYPE_CHECKING:
    from pipeline.models.paper import Paper, Paragraph, Section, Table


def show_page(paper: "Paper", page: int) -> None:
    """Print the blocks of a page. Raises UsageError where the paper has no pages, or no such page."""
    _require(paper, page)
    if paper.title and paper.title.page == page:
        say(safe(f"{paper.title.text}\n", "bold"))
    tables = [table for table in paper.tables if table.page == page]
    for section in paper.sections:
        here = [paragraph for paragraph in section.paragraphs if paragraph.page == page]
        if here:
            tables = _show_section(section, here, tables)
    for table in tables:
        _show_table(table)


def _require(paper: "Paper", page: int) -> None:
    from pipeline.errors import UsageError

    pages = {p.page for s in paper.sections for p in s.paragraphs if p.page} | {t.page for t in paper.tables if t.page}
    if not pages:
        raise UsageError(
            f"this paper has no pages: it was read by {paper.parser}, which knows text without a layout",
            remedy="See the whole of it with --text, or name the PDF.",
            kind="no_pages",
        )
    if page not in pages:
        raise UsageError(
            f"there is no text on page {page}; the last page with text is {max(pages)}",
            remedy="`layline parse` without --show lists the pages with text.",
            kind="no_such_page",
        )


def _show_section(section: "Section", here: "list[Paragraph]", tables: "list[Table]") -> "list[Table]":
    """Print a section's blocks of this page, with the tables that stand between them; the tables that come later."""
    continued = " (continued)" if here[0] is not section.paragraphs[0] else ""
    say(safe(f"{section.heading or '(no heading)'}{continued}", "bold"), f"[{in_words(section.kind.value)}]")
    for paragraph in here:
        for table in [table for table in tables if table.start < paragraph.start]:
            _show_table(table)
        tables = [table for table in tables if table.start > paragraph.start]
        say(f"  {paragraph.text}\n")
    return tables


def _show_table(table: "Table") -> None:
    say(safe(f"  {table.label or 'Table'}", "bold"), table.caption)
    for row in (*table.header, *table.rows):
        say("    " + " | ".join(row))
    for note in table.footnotes:
        say(f"    {note}")
    say()
