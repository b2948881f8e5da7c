"""`layline eval`: how good the configured model's drafts are, by what can be counted."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.exit_codes import ExitCode
from pipeline.cli.options import AsJson
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.evaluate import Evaluation


def evaluate(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help="As for `layline run`. None: the papers in data/raw."),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Take at most so many papers.")] = None,
    budget: Annotated[
        float | None, typer.Option(min=0, metavar="AMOUNT", help="Stop before the calls could cost more.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Draft papers with the configured model, apart from the queue, and count: quotes, findings, repairs, cost."""
    from pipeline.cli import session
    from pipeline.cli.progress import watching
    from pipeline.cli.terminal import print_json
    from pipeline.evaluate import evaluate as measure
    from pipeline.run.start import Options

    workspace = session.workspace()
    names = sources or [str(workspace.raw)]
    with watching(session.log_format()) as report:
        done = measure(workspace, session.settings(), names, Options("model", limit=limit, budget=budget), report)
    if as_json:
        print_json(done.as_json())
    else:
        _show(done)
    raise typer.Exit(ExitCode.OK if done.totals["drafted"] == done.totals["papers"] else ExitCode.FAILED)


def _show(done: "Evaluation") -> None:
    from rich.table import Table

    from pipeline.cli.terminal import safe, say, show_table

    table = Table(box=None, pad_edge=False)
    table.add_column("ID", no_wrap=True)
    for heading in ("Status", "Calls", "Quotes found", "Blocking first", "at last", "Warnings", "Words/sentence"):
        table.add_column(heading, justify="left" if heading == "Status" else "right")
    for paper in done.papers:
        table.add_row(*map(safe, _cells(paper)))
    show_table(table)
    _say_totals(done)
    say(f"The drafts: layline --workspace {done.kept_in} show ID")


def _cells(paper: dict[str, Any]) -> tuple[str, ...]:
    first, last = paper["first"], paper["last"]
    status = paper["error"] or in_words(paper["status"])
    if first is None or last is None:
        return (paper["id"], status, str(paper["calls"]), "", "", "", "", "")
    quotes = first["quotes"]
    found = f"{quotes['exact'] + quotes['normalised']}/{sum(quotes.values())}"
    counts = (first["findings"]["block"], last["findings"]["block"], last["findings"]["warn"])
    return (paper["id"], status, str(paper["calls"]), found, *map(str, counts), str(last["words_per_sentence"]))


def _say_totals(done: "Evaluation") -> None:
    from pipeline.cli.cost_words import cost_words
    from pipeline.cli.terminal import safe, say

    t = done.totals
    cost = cost_words(t["cost"], t["unpriced"]) or "nothing was answered"
    say(safe(f"\n{done.model}, {done.recipe}:", "bold"), f"{t['drafted']} of {so_many(t['papers'], 'paper')} drafted")
    say(f"  without a blocking finding: {t['clean_at_first']} at first, {t['clean_at_last']} after repairs")
    if t["quotes_found"] is not None:
        say(f"  quotes that stand in the paper: {t['quotes_found']:.1%} of {t['quotes']}")
    for check, count in sorted(t["by_check"].items(), key=lambda each: -each[1])[:12]:
        say(f"  {count:5} {check}")
    say(f"  {so_many(t['calls'], 'call')}, {cost}; what failed: {t['failed'] or 'nothing'}")
