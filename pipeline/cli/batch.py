"""`layline batch`: drafting by the Batch API, at a part of the price, within a day."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.command import Command
from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.draft.asking.batch_wire import Remote
    from pipeline.run.batch.collecting import Collected
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
        new, under_way = so_many(sent.requests, "new request"), f"{len(rows):,} batch{'' if len(rows) == 1 else 'es'}"
        say(f"{new}; {under_way} under way" if rows else "nothing is to be asked")
        if sent.left_out:
            say(f"{so_many(sent.left_out, 'request')} left out: the budget could be passed")
        if rows:
            say("Next: layline batch status, then: layline batch collect")
    raise typer.Exit(ExitCode.FAILED if sent.walked.failed else ExitCode.OK)


@batch.command(cls=Command)
def status(as_json: AsJson = False) -> None:
    """Ask the server how the batches are."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, say
    from pipeline.run.batch.commands import status as look

    seen = look(session.workspace(), session.settings())
    rows = [_row(each.row, each.remote) | {"trouble": each.trouble} for each in seen]
    if as_json:
        print_json({"batches": rows})
        raise typer.Exit(_code(seen))
    for row in rows:
        say(f"{row['remote'] or row['id']}: {row['status'] or row['state']}, {row['done']} of {row['total']} done,")
        say(f"    {row['failed']} failed; submitted {row['submitted_at'][:16].replace('T', ' ')}")
        _say_trouble(row)
    if not rows:
        say("no batch is under way")
    raise typer.Exit(_code(seen))


@batch.command(cls=Command)
def collect(
    drop: Annotated[
        list[str] | None,
        typer.Option(
            metavar="BATCH",
            help="End this batch without its replies (paid for or not), and free its papers. May be given again.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take in what the batches have answered, and draft with it. What was not answered goes into the next `submit`."""
    from pipeline.cli import session
    from pipeline.cli.progress import watching
    from pipeline.cli.terminal import print_json, say
    from pipeline.run.batch.commands import collect_all

    with watching(session.log_format()) as report:
        collected, done = collect_all(session.workspace(), session.settings(), report, drop or ())
    waiting = len(done.spending.gathered)
    rows = [
        _row(each.row, each.remote) | {"ended": each.ended, "requests": each.counts, "trouble": each.trouble}
        for each in collected
    ]
    code = ExitCode.FAILED if done.failed else _code(collected)
    if as_json:
        print_json({"batches": rows, "papers_to_submit": waiting} | done.as_json())
        raise typer.Exit(code)
    for row in rows:
        counts = ", ".join(f"{count} {state}" for state, count in row["requests"].items()) or "not at its end yet"
        say(f"{row['remote'] or row['id']}: {row['status'] or row['state']}; {counts}")
        _say_trouble(row)
    counts = ", ".join(f"{n} {in_words(name)}" for name, n in sorted(done.by_status.items()))
    say(f"{so_many(len(done.papers), 'paper')}: {counts or 'nothing to draft with yet'}")
    if waiting:
        say(f"Next: layline batch submit ({so_many(waiting, 'paper')} with more to ask)")
    raise typer.Exit(code)


def _code(batches: "Sequence[Collected]") -> ExitCode:
    return ExitCode.FAILED if any(each.trouble for each in batches) else ExitCode.OK


def _say_trouble(row: dict[str, Any]) -> None:
    from pipeline.cli.terminal import say

    if row["trouble"]:
        say(f"    {row['trouble']}")


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
