"""`layline retry`: have a paper parsed or drafted anew."""

from pipeline.cli.options import AsJson, PaperName


def retry(paper: PaperName, as_json: AsJson = False) -> None:
    """Have the next run do a paper anew. The model is asked again, instead of its old reply used."""
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, say
    from pipeline.errors import ReviewError
    from pipeline.models.status import Status

    with session.store() as store:
        row = store.papers.find(paper)
        if row.status is Status.HELD:
            raise ReviewError(
                f"{row.display_id} is held ({row.hold_reason})",
                remedy="A person decides about it: edit, or request changes with a reason.",
                kind="held",
            )
        stage = store.stages.retry(row.id)
        after = store.papers.get(row.id)
    if as_json:
        print_json({"id": row.display_id, "stage": stage.value, "status": after.status.value})
    else:
        say(f"{row.display_id} will be taken up at the stage {stage.value} by the next `layline run`")
