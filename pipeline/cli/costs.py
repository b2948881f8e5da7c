"""`layline costs`: what the model's calls took, by run, day, model, prompt or paper."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.options import AsJson

if TYPE_CHECKING:
    from pipeline.store.calls import CostRow
    from pipeline.store.store import Store


def costs(
    paper: Annotated[str | None, typer.Argument(metavar="[ID]", help="Only the calls for this paper.")] = None,
    by: Annotated[str, typer.Option(metavar="run|day|model|prompt|paper", help="What is summed by.")] = "run",
    as_json: AsJson = False,
) -> None:
    """Sum up the calls of models: how many, how many failed, tokens as the server counted them, and cost."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json

    kind = _kind(by)
    with session.store() as store:
        paper_id = store.papers.find(paper).id if paper else None
        rows = [_row(store, kind, row) for row in store.calls.costs(kind, paper_id=paper_id)]
        whole = store.calls.costs(paper_id=paper_id)
    totals = _plain(whole[0]) if whole else None
    if as_json:
        print_json({"by": kind.value, "rows": rows, "totals": totals})
    else:
        _show(kind.value, rows, totals)


def _kind(by: str) -> Any:
    from pipeline.errors import UsageError
    from pipeline.store.calls import CostsBy

    try:
        return CostsBy(by)
    except ValueError as error:
        known = ", ".join(each.value for each in CostsBy)
        raise UsageError(f"costs cannot be summed by {by!r}", remedy=f"Choose one of: {known}.") from error


def _row(store: "Store", kind: Any, row: "CostRow") -> dict[str, Any]:
    from pipeline.store.calls import CostsBy

    name = row.name
    if kind is CostsBy.PAPER and name:
        found = store.papers.many([name])  # type: ignore[list-item]  # ids as they stand in the log of calls
        name = next((paper.display_id for paper in found.values()), name)
    return {kind.value: name} | _plain(row)


def _plain(row: "CostRow") -> dict[str, Any]:
    return {field: value for field, value in vars(row).items() if field != "name"}


def _show(kind: str, rows: list[dict[str, Any]], totals: dict[str, Any] | None) -> None:
    from rich.table import Table

    from pipeline.cli.terminal import safe, say, show_table

    if totals is None:
        say("no model was called in this workspace yet")
        return
    table = Table(box=None, pad_edge=False)
    table.add_column(kind.capitalize(), no_wrap=True)
    for heading in ("Since", "Calls", "Failed", "From disk", "Tokens in", "Cached", "Tokens out", "Cost"):
        table.add_column(heading, justify="left" if heading == "Since" else "right")
    for row in [*rows, {kind: "all", **totals}]:
        name = str(row[kind] or "(before runs were named)")
        table.add_row(safe(name[:12] if kind == "run" else name), *map(safe, _cells(row)))
    show_table(table)
    if totals["unpriced"]:
        say(f"{totals['unpriced']} answered calls had no price or no counted tokens and are not in the cost")


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    numbers = ("calls", "failed", "from_disk", "prompt_tokens", "cached_tokens", "completion_tokens")
    cost = "unknown" if row["cost"] is None else f"{row['cost']:.4f}"
    return (str(row["first_at"])[:16].replace("T", " "), *(f"{row[name]:,}" for name in numbers), cost)
