"""`layline batch`: drafting by the Batch API, at a part of the price, within a day."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.command import Command
from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.draft.asking.batch_wire import Remote
    from pipeline.store.batches import BatchRow

batch = typer.Typer(
    help="Draft by the Batch API: half the price, within a day. Submit, look, collect; again for what is left.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@batch.command(cls=Command)
def submit(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help="As for `layline run`. None: all that is unfinished."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Take at most so many papers that need work.")
    ] = None,
    budget: Annotated[
        float | None, typer.Option(min=0, metavar="AMOUNT", help="Send no more than can cost this much.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring papers as far as they go without a call, and send what is to be asked as batches."""
    from pipeline.cli import session
    from pipeline.cli.progress import watching
    from pipeline.cli.terminal import print_json, say
    from pipeline.run.batch.commands import submit as send
    from pipeline.run.start import Options

    wanted = Options(drafter="model", limit=limit, budget=budget, gather=True)
    with watching(session.log_format()) as report:
        sent = send(session.workspace(), session.settings(), sources or [], wanted, report)
    rows = [_row(row, None) for row in sent.batches]
    if as_json:
        walked = sent.walked.as_json()
        print_json({"batches": rows, "requests": sent.requests, "left_out_by_budget": sent.left_out} | walked)
    else:
        say(f"{sent.requests} requests wait in {len(rows)} batches" if rows else "nothing is to be asked")
        if sent.left_out:
            say(f"{sent.left_out} requests were left out: they could pass the budget")
        say("Next: layline batch status, then: layline batch collect")
    raise typer.Exit(ExitCode.FAILED if sent.walked.failed else ExitCode.OK)


@batch.command(cls=Command)
def status(as_json: AsJson = False) -> None:
    """Ask the server how the batches are."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, say
    from pipeline.run.batch.commands import status as look

    rows = [_row(row, remote) for row, remote in look(session.workspace(), session.settings())]
    if as_json:
        print_json({"batches": rows})
        return
    for row in rows:
        say(f"{row['remote'] or row['id']}: {row['status'] or row['state']}, {row['done']} of {row['total']} done,")
        say(f"    {row['failed']} failed; submitted {row['submitted_at'][:16].replace('T', ' ')}")
    if not rows:
        say("no batch is under way")


@batch.command(cls=Command)
def collect(as_json: AsJson = False) -> None:
    """Take in what the batches have answered, and draft with it. What was not answered goes into the next `submit`."""
    from pipeline.cli import session
    from pipeline.cli.progress import watching
    from pipeline.cli.terminal import print_json, say
    from pipeline.run.batch.commands import collect_all

    with watching(session.log_format()) as report:
        collected, done = collect_all(session.workspace(), session.settings(), report)
    waiting = len(done.spending.gathered)
    rows = [_row(each.row, each.remote) | {"ended": each.ended, "requests": each.counts} for each in collected]
    if as_json:
        print_json({"batches": rows, "papers_to_submit": waiting} | done.as_json())
        raise typer.Exit(ExitCode.FAILED if done.failed else ExitCode.OK)
    for row in rows:
        counts = ", ".join(f"{count} {state}" for state, count in row["requests"].items()) or "not at its end yet"
        say(f"{row['remote']}: {row['status']}; {counts}")
    say(
        f"{so_many(len(done.papers), 'paper')}: "
        + ", ".join(f"{n} {name}" for name, n in sorted(done.by_status.items()))
    )
    if waiting:
        say(f"Next: layline batch submit ({so_many(waiting, 'paper')} with more to ask)")
    raise typer.Exit(ExitCode.FAILED if done.failed else ExitCode.OK)


def _row(row: "BatchRow", remote: "Remote | None") -> dict[str, Any]:
    return {
        "id": row.id,
        "remote": row.remote,
        "model": row.model,
        "state": row.state.value,
        "status": remote.status if remote else row.status,
        "done": remote.done if remote else 0,
        "failed": remote.failed if remote else 0,
        "total": remote.total if remote else 0,
        "submitted_at": row.submitted_at,
        "said": remote.said if remote else "",
    }
