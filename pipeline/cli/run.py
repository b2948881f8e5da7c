"""`layline run`: bring papers from identifiers and files to the reviewer's queue."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.run.report import RunReport

_NAMED: Final = 3
"""Files that were left alone and are named; `--json` names all."""


def run(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="DOIs, PMIDs, PMCIDs, arXiv ids or their addresses; PDF or JATS files or folders of them; "
            "lists (.txt, .csv, .bib, .ris, .nbib, or - for standard input). None: all that is unfinished.",
        ),
    ] = None,
    drafter: Annotated[
        str, typer.Option(metavar="auto|model|offline", help="Who drafts; auto takes the model if one is set.")
    ] = "auto",
    concurrency: Annotated[
        int | None, typer.Option(min=1, max=256, metavar="N", help="Model calls in flight at once.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Take at most so many papers that need work.")
    ] = None,
    budget: Annotated[
        float | None,
        typer.Option(min=0, metavar="AMOUNT", help="Stop before this run's model calls could cost more than this."),
    ] = None,
    ocr: Annotated[bool, typer.Option("--ocr", help="Recognise the text of scanned PDFs with ocrmypdf.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done; write and send nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Bring papers to the review queue: fetched, read, drafted, checked. Run it again at any time: it resumes."""
    from pipeline.cli import session
    from pipeline.cli.progress import watching
    from pipeline.cli.terminal import print_json, tell
    from pipeline.errors import UsageError
    from pipeline.run.start import Options
    from pipeline.run.start import run as start

    if drafter not in ("auto", "model", "offline"):
        raise UsageError(f"there is no drafter {drafter!r}", remedy="Choose auto, model or offline.")
    workspace, settings = session.workspace(), session.settings()
    chosen = drafter if drafter != "auto" else settings.drafter
    wanted = Options(chosen, concurrency, limit, ocr, budget)  # type: ignore[arg-type]
    if dry_run:
        from pipeline.cli.dry_run import dry_run as say_only

        say_only(workspace, settings, sources or [], wanted, as_json=as_json)
    try:
        with watching(session.log_format()) as report:
            done = start(workspace, settings, sources or [], wanted, report)
    except KeyboardInterrupt:
        tell("interrupted; what was done is kept: run the same command again to go on")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    if as_json:
        print_json(done.as_json())
    else:
        _conclude(done)
    if done.spending.stopped:
        raise typer.Exit(ExitCode.STOPPED)
    raise typer.Exit(ExitCode.FAILED if done.failed else ExitCode.OK)


def _conclude(done: "RunReport") -> None:
    from pipeline.cli.cost_words import cost_words
    from pipeline.cli.terminal import safe, say

    counts = ", ".join(f"{count} {in_words(status)}" for status, count in sorted(done.by_status.items()))
    say(safe(f"{so_many(len(done.papers), 'paper')}:", "bold"), counts or "nothing to do")
    if done.skipped_files:
        names = ", ".join(path.name for path in done.skipped_files[:_NAMED])
        more = f" and {len(done.skipped_files) - _NAMED:,} more" if len(done.skipped_files) > _NAMED else ""
        say(f"left alone, since by their endings they are not papers: {names}{more}")
    for problem in done.problems:
        say(safe("not taken", "bold red"), problem)
    spent = done.spending
    if spent.calls or spent.from_disk:
        cost = cost_words(spent.cost, spent.unpriced)
        tokens = f"{spent.prompt_tokens:,} tokens in, {spent.completion_tokens:,} out"
        say(f"{spent.calls} model calls ({spent.from_disk} replies were on disk), {tokens}{cost and f', {cost}'}")
    if spent.stopped:
        say(safe("stopped:", "bold yellow"), spent.stopped.message)
        say("       next:", spent.stopped.remedy)
    for paper in done.papers:
        if paper["error"]:
            say(safe("failed", "bold red"), paper["error"]["message"])
            say("       next:", paper["error"]["remedy"])
    _next_steps(done)


def _next_steps(done: "RunReport") -> None:
    from pipeline.cli.terminal import safe, say

    waiting = [paper["id"] for paper in done.papers if paper["status"] in ("in_review", "blocked")]
    if waiting:
        say(safe("Next:", "bold"), "layline queue                    what waits for review")
        say(f"      layline show {waiting[0]}      a draft with its proof and findings")
        say(f"      layline approve {waiting[0]}   then: layline export --format html")
