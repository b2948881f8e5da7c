"""`layline recheck`: look up again whether papers were retracted, corrected, or appeared in a journal."""

from typing import Annotated

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson
from pipeline.text.so_many import so_many


def recheck(
    papers: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Papers of the workspace. None: all that are due.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Check at most so many, the oldest check first.")
    ] = None,
    older_than: Annotated[float, typer.Option(min=0, metavar="DAYS", help="Due after so many days.")] = 1.0,
    as_json: AsJson = False,
) -> None:
    """Look up again what was announced about papers. A retracted one is held and leaves the next export."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, say, tell
    from pipeline.run.recheck import recheck as check_again

    workspace, settings = session.workspace(), session.settings()
    done = check_again(workspace, settings, papers or [], limit=limit, older_than_days=older_than, tell=tell)
    if as_json:
        print_json(done.as_json())
    else:
        held = sum(change.held for change in done.changes)
        say(
            f"{so_many(done.checked, 'paper')} checked, {len(done.changes)} with news, {held} held now,",
            end_of(done.failures),
        )
        if held:
            say("Next: layline queue --status held; then export again, which leaves held papers out")
    raise typer.Exit(ExitCode.FAILED if done.failures else ExitCode.OK)


def end_of(failures: list[dict[str, str]]) -> str:
    """How many could not be checked."""
    return f"{len(failures)} could not be checked" if failures else "none failed"
