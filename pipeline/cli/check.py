"""`layline check`: hold a summary in a file against its paper."""

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson, BesidePaper


def check(
    summary: Annotated[Path, typer.Argument(metavar="SUMMARY.json", help="A summary or a published page, as JSON.")],
    paper: BesidePaper = None,
    as_json: AsJson = False,
) -> None:
    """Hold a summary in a file against its paper. Every check runs; exit 1 when anything blocks."""
    from pipeline.checks.severities import Severities
    from pipeline.cli import session
    from pipeline.cli.findings_view import say_target
    from pipeline.cli.terminal import print_json, say
    from pipeline.examine.paper import paper_of
    from pipeline.examine.summary_file import check_file

    settings = session.settings()
    beside = None if paper is None else paper_of(paper, session.workspace(), settings)
    target = check_file(summary, beside, Severities.of(settings.severities))
    if as_json:
        print_json({"targets": [target.as_json()]})
    else:
        say_target(target)
        say(f"1 looked at: {int(not target.findings)} without findings, {int(target.blocks)} blocked")
    raise typer.Exit(ExitCode.FAILED if target.blocks else ExitCode.OK)
