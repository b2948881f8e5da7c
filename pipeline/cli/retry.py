"""`layline retry`: have a paper parsed or drafted anew."""

from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.options import AsJson

if TYPE_CHECKING:
    from pipeline.store.papers import PaperRow
    from pipeline.store.store import Store


def retry(
    papers: Annotated[list[str], typer.Argument(metavar="ID...", help="DOIs or short ids, as `layline queue` shows.")],
    as_json: AsJson = False,
) -> None:
    """Have the next run do papers anew. The model is asked again, instead of its old replies used."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, say

    done = []
    with session.store() as store:
        rows = {row.id: row for row in map(store.papers.find, papers)}
        for row in rows.values():  # all are looked at before any is touched
            _refuse_what_cannot_be_retried(store, row)
        for row in rows.values():
            stage = store.stages.retry(row.id)
            after = store.papers.get(row.id)
            done.append({"id": row.display_id, "stage": stage.value, "status": after.status.value})
    if as_json:
        print_json({"papers": done} | (done[0] if len(done) == 1 else {}))
        return
    for paper in done:
        say(f"{paper['id']} will be taken up at the stage {paper['stage']} by the next `layline run`")


def _refuse_what_cannot_be_retried(store: "Store", row: "PaperRow") -> None:
    """A person decides about what is held; what waits for a batch is paid for, and no run takes it up before."""
    from pipeline.errors import ReviewError
    from pipeline.models.status import Status

    if row.status is Status.HELD:
        raise ReviewError(
            f"{row.display_id} is held ({row.hold_reason})",
            remedy="A person decides about it: edit, or request changes with a reason.",
            kind="held",
        )
    if row.id in store.batches.waiting():
        raise ReviewError(
            f"{row.display_id} waits for a batch that is under way, and no run takes it up before that has ended",
            remedy="Run: layline batch collect (with --drop BATCH to end a batch without its replies).",
            kind="in_batch",
        )
