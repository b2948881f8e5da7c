"""How `layline run --dry-run` is told."""

from typing import TYPE_CHECKING

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from pipeline.config import Settings, Workspace
    from pipeline.run.rehearse import Rehearsal
    from pipeline.run.start import Options


def dry_run(
    workspace: "Workspace", settings: "Settings", names: "Sequence[str]", options: "Options", *, as_json: bool
) -> "NoReturn":
    """Say what a run would do, and end with the exit code that it would have."""
    from pipeline.cli.terminal import print_json
    from pipeline.run.rehearse import rehearse

    plan = rehearse(workspace, settings, names, options)
    if as_json:
        print_json(plan.as_json())
    else:
        _tell(plan)
    raise typer.Exit(ExitCode.FAILED if plan.failed else ExitCode.OK)


def _tell(plan: "Rehearsal") -> None:
    from pipeline.cli.terminal import say

    for file in plan.files:
        tokens = f" about {file['input_tokens']:,} tokens" if file["input_tokens"] is not None else ""
        why = f" {file['error']['message']}" if file["error"] else ""
        say(f"would {file['would']:5} {file['source']}{tokens}{why}")
    for problem in plan.problems:
        say(f"would skip  {problem}")
    totals = plan.as_json()["totals"]
    on_top = f"; on top of that: {', '.join(totals['on_top'])}" if totals["on_top"] else ""
    drafts = "for the first drafts if every reply is as long as it may be"
    known = totals["first_draft_cost"] is not None
    cost = f", {totals['first_draft_cost']:.2f} {drafts}{on_top}" if known else ""
    papers, tokens = so_many(totals["papers"], "paper"), so_many(totals["input_tokens"], "input token")
    say(f"{papers}, drafter {totals['drafter']}, {tokens}{cost}")
