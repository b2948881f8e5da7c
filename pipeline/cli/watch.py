"""`layline watch`: run the saved searches, and bring what is new to the reviewer's queue."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson

if TYPE_CHECKING:
    from pipeline.config import Settings, Workspace


def watch(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Saved searches of layline.toml. None: all.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Search, and say what would be taken; keep nothing.")
    ] = False,
    no_run: Annotated[
        bool, typer.Option("--no-run", help="Take papers in, but leave the work to `layline run`.")
    ] = False,
    wait: Annotated[float, typer.Option(min=0, metavar="SECONDS", help="Wait so long for another watch to end.")] = 0.0,
    as_json: AsJson = False,
) -> None:
    """Run saved searches and bring what is new to the review queue. Made for cron: what was seen is not taken twice."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, say, tell
    from pipeline.run.watching import watch as search

    workspace, settings = session.workspace(), session.settings()
    done = search(workspace, settings, names or [], dry_run=dry_run, wait_seconds=wait, tell=tell)
    report: dict[str, Any] = done.as_json()
    failed = done.failed
    if not dry_run and not no_run:
        report["run"], run_failed = _run(workspace, settings)
        failed = failed or run_failed
    if as_json:
        print_json(report)
    elif dry_run:
        for name in done.names():
            say(f"would take {name}")
    raise typer.Exit(ExitCode.FAILED if failed else ExitCode.OK)


def _run(workspace: "Workspace", settings: "Settings") -> "tuple[dict[str, Any], bool]":
    """Bring all that is unfinished as far as it goes; also what an interrupted watch took and did not get to."""
    from pipeline.cli import session
    from pipeline.cli.progress import watching
    from pipeline.run.start import Options, run

    with watching(session.log_format()) as report:
        done = run(workspace, settings, [], Options(settings.drafter), report)
    return done.as_json(), done.failed
