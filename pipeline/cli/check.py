"""`layline check`: hold a summary in a file against its paper."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson


def check(
    summary: Annotated[Path, typer.Argument(metavar="SUMMARY.json", help="A summary or a published page, as JSON.")],
    paper: Annotated[Path | None, typer.Option(metavar="SOURCE", help="The paper: PDF, JATS or plain text.")] = None,
    as_json: AsJson = False,
) -> None:
    """Hold a summary in a file against its paper. Every check runs; exit 1 when anything blocks."""
    from pipeline.cli import session
    from pipeline.cli.findings_view import say_targets
    from pipeline.cli.terminal import print_json
    from pipeline.errors import UsageError
    from pipeline.examine import check_file, read_paper

    if paper is not None and not paper.is_file():
        raise UsageError(f"there is no file {str(paper)!r}", remedy="Name the paper as PDF, JATS or plain text.")
    target = check_file(summary, read_paper(paper, session.settings()) if paper else None)
    if as_json:
        print_json({"targets": [target.as_json()]})
    else:
        say_targets([target])
    raise typer.Exit(ExitCode.FAILED if target.blocks else ExitCode.OK)
