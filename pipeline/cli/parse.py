"""`layline parse`: see how a document was read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import AsJson

if TYPE_CHECKING:
    from pipeline.models.paper import Paper


def parse(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="A PDF, JATS XML or plain text file.")],
    text: Annotated[bool, typer.Option("--text", help="Print the canonical text that all offsets refer to.")] = False,
    page: Annotated[
        int | None, typer.Option("--show", metavar="PAGE", min=1, help="Print what stands on a page, in reading order.")
    ] = None,
    password: Annotated[str | None, typer.Option(metavar="WORD", help="For an encrypted PDF.")] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise the text of a scanned PDF with ocrmypdf.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show how a document was read. Headings with kinds, paragraphs, pages, tables, quality with its reasons."""
    from pipeline.cli import session
    from pipeline.errors import UsageError
    from pipeline.examine.paper import read_paper

    if not source.is_file():
        raise UsageError(f"there is no file {str(source)!r}", remedy="Name a PDF, a JATS XML or a text file.")
    if text + as_json + (page is not None) > 1:
        raise UsageError("--text, --json and --show are three answers", remedy="Choose one of them.")
    _show(read_paper(source, session.settings(), password, ocr=ocr), page, text=text, as_json=as_json)


def _show(paper: "Paper", page: int | None, *, text: bool, as_json: bool) -> None:
    from pipeline.cli.parse_outline import outline
    from pipeline.cli.parse_page import show_page
    from pipeline.cli.terminal import print_json, say

    if as_json:
        print_json({"paper": paper.model_dump(mode="json")})
    elif text:
        say(paper.text)
    elif page is not None:
        show_page(paper, page)
    else:
        outline(paper)
