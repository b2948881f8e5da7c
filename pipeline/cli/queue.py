"""`layline queue`: what waits for a reviewer."""

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from pipeline.cli.options import AsJson
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.models.queue_row import QueueRow
    from pipeline.review.queue import QueueOrder

_UNDRAFTED: Final = ("received", "parsed", "failed", "held")
"""Where a paper may be that has no draft."""
_LONGEST_REASON: Final = 200
"""Characters of a reason that the list shows; `layline show ID` has all of it."""


def queue(
    everything: Annotated[bool, typer.Option("--all", help="Every paper, whatever its status.")] = False,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="Only this status, such as approved.")] = None,
    order: Annotated[
        str, typer.Option("--order", metavar="NAME", help="What comes first: ready, risk, waiting or title.")
    ] = "ready",
    as_json: AsJson = False,
) -> None:
    """List what waits for a person: drafts, and papers held since. Those with blocking findings come last.

    With --order risk, what could mislead readers most comes first: papers held for an announcement, then those with
    more blocking findings, read from the abstract alone, with more warnings, or badly parsed.
    """
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json
    from pipeline.models.status import Status
    from pipeline.review.queue import arranged, waits
    from pipeline.run.report import papers_json

    with session.store() as store:
        found = store.queue.rows(_statuses(status, everything=everything))
        waiting = found if status or everything else [row for row in found if waits(row)]
        rows = arranged(waiting, _order(order))
        papers = papers_json(store, [row.id for row in rows])
        counts = store.papers.count_by_status()
    if as_json:
        print_json({"papers": papers, "by_status": {name.value: count for name, count in counts.items()}})
    else:
        _show(papers, rows, failed=0 if status or everything else counts.get(Status.FAILED, 0))


def _statuses(status: str | None, *, everything: bool) -> list[Any]:
    from pipeline.errors import UsageError
    from pipeline.models.status import Status
    from pipeline.review.queue import WAITING

    if status:
        try:
            return [Status(status.strip().lower().replace(" ", "_").replace("-", "_"))]
        except ValueError as error:
            known = ", ".join(in_words(each.value) for each in Status)
            raise UsageError(f"there is no status {status!r}", remedy=f"Choose one of: {known}.") from error
    return [] if everything else list(WAITING)


def _order(name: str) -> "QueueOrder":
    from pipeline.errors import UsageError
    from pipeline.review.queue import QueueOrder

    try:
        return QueueOrder(name)
    except ValueError as error:
        raise UsageError(f"there is no order {name!r}", remedy=f"Choose one of: {', '.join(QueueOrder)}.") from error


def _show(papers: list[dict[str, Any]], rows: "Sequence[QueueRow]", *, failed: int) -> None:
    from rich.table import Table

    from pipeline.cli.terminal import safe, say, show_table

    if not papers:
        say("nothing waits for review; `layline queue --all` lists every paper")
        _tell_failed(failed)
        return
    table = Table(box=None, pad_edge=False)
    # An id is what the next command needs: it is never shortened.
    table.add_column("ID", no_wrap=True, min_width=max(len(paper["id"]) for paper in papers))
    for heading in ("Status", "Findings", "Title"):
        table.add_column(heading, overflow="fold")  # a path is one long word, and its end tells most
    for paper in papers:
        table.add_row(safe(paper["id"]), safe(in_words(paper["status"])), safe(_found(paper)), safe(_title(paper)))
    show_table(table)
    say(f"{so_many(len(rows), 'paper')}. Next: layline show ID")
    _tell_failed(failed)


def _found(paper: dict[str, Any]) -> str:
    """What the checks found; nothing where they had nothing to look at."""
    counts = paper["findings"]
    if paper["status"] in _UNDRAFTED and not any(counts.values()):
        return ""
    return f"{counts['block']} block, {counts['warn']} warn"


def _title(paper: dict[str, Any]) -> str:
    """Title or source, and why the paper does not go on; an error names the source by itself."""
    why = paper["hold_reason"] or (paper["error"] or {}).get("message") or ""
    why = why if len(why) <= _LONGEST_REASON else f"{why[:_LONGEST_REASON]}…"
    if not paper["title"]:
        return why if paper["source"] and paper["source"] in why else f"{paper['source'] or ''} {why}".strip()
    return f"{paper['title']} ({why})" if why else str(paper["title"])


def _tell_failed(failed: int) -> None:
    from pipeline.cli.terminal import tell

    if failed:
        tell(f"{so_many(failed, 'paper')} failed: `layline queue --status failed` says why")
