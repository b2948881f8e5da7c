"""`layline lint`: look for malformed text in pages, whoever published them."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson, BesidePaper

if TYPE_CHECKING:
    from pipeline.cli.lint_report import LintReport
    from pipeline.config import Settings, Workspace
    from pipeline.examine.lint import Lint
    from pipeline.models.paper import Paper

_FORMATS = ("text", "json", "sarif", "github")


def lint(
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="TARGET...", help="Text, HTML, Markdown, JSON or CSV; folders; addresses of pages; sitemaps."
        ),
    ],
    paper: BesidePaper = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif|github", help="How the findings are written.")
    ] = "text",
    requeue: Annotated[
        bool, typer.Option("--requeue", help="Queue every DOI on a page that blocks, to be drafted anew.")
    ] = False,
    pages_at_most: Annotated[
        int, typer.Option("--pages-at-most", metavar="N", min=1, help="Ask for at most so many pages of the web.")
    ] = 1_000,
    as_json: AsJson = False,
) -> None:
    """Find malformed text in finished pages. `[object Object]` and its kin; exit 1 when anything blocks or fails.

    With a paper, what the pages say in running text is held against it. Sites are asked politely: with your contact, as
    their robots.txt allows, a sitemap only for its own site.
    """
    from pipeline.cli import session
    from pipeline.cli.failures import report_failure
    from pipeline.cli.lint_report import report_in
    from pipeline.errors import LaylineError, UsageError
    from pipeline.examine.lint import Lint, Wanted

    chosen = "json" if as_json else form
    if chosen not in _FORMATS or (as_json and form not in ("text", "json")):
        raise UsageError(f"there is no format {form!r} here", remedy=f"Choose one of {', '.join(_FORMATS)}.")
    report = report_in(chosen)
    try:
        workspace, settings = session.workspace(), session.settings()
        beside = None if paper is None else _paper(paper, workspace, settings)
        with Lint(workspace, settings, Wanted(targets, beside, pages_at_most, requeue)) as look:
            code = _look(look, report)
    except LaylineError as error:
        if as_json and not report.begun:
            raise
        code = report_failure(error, as_json=chosen == "json" and not report.begun)
        # Once pages were reported, the command line was right, and what failed is the look at them.
        code = ExitCode.FAILED if report.begun and code is ExitCode.USAGE else code
    raise typer.Exit(code)


def _paper(words: str, workspace: "Workspace", settings: "Settings") -> "Paper":
    from pipeline.examine.paper import paper_of  # it brings parsers and the store along

    return paper_of(words, workspace, settings)


def _look(look: "Lint", report: "LintReport") -> ExitCode:
    """Report each page as it is read; whatever ends the reading early, the report comes to its end."""
    from pipeline.cli.lint_progress import Progress
    from pipeline.cli.terminal import tell

    progress = Progress()
    targets = look.targets()
    try:
        for target in targets:
            report.page(target)
            progress.tell(look.summary)
    except KeyboardInterrupt:
        tell("interrupted; what was looked at is reported")
        return ExitCode.INTERRUPTED
    finally:
        if report.begun or look.summary.complete:
            report.end(look.summary)
    return ExitCode.FAILED if look.summary.failed else ExitCode.OK
