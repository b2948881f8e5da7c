"""`layline corrections`: what reviewers had to mend, for those who tend prompts and checks."""

from typing import Annotated, Any

import typer

_COLUMNS = (
    "id",
    "place",
    "heading",
    "before",
    "after",
    "findings",
    "reason",
    "by",
    "at",
    "taken_back",
    "model",
    "prompt_name",
    "prompt_version",
)


def corrections(
    file_format: Annotated[str, typer.Option("--format", metavar="json|csv", help="How it is printed.")] = "json",
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was corrected on or after this day (UTC).")
    ] = None,
) -> None:
    """List every correction that a reviewer made.

    Each statement is told as it stood and as it stands, with what was found there and which model and prompt wrote it.
    """
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json, print_raw
    from pipeline.corrections import corrections as collected

    if file_format not in ("json", "csv"):
        raise typer.BadParameter("choose json or csv", param_hint="--format")
    moment = _moment(since)
    with session.store() as store:
        found = [correction.as_json() for correction in collected(store, moment)]
    print_json({"corrections": found}) if file_format == "json" else print_raw(_csv(found))


def _moment(since: str | None) -> Any:
    from datetime import UTC, datetime

    from pipeline.errors import UsageError

    if since is None:
        return None
    try:
        moment = datetime.fromisoformat(since)
    except ValueError as error:
        raise UsageError(f"{since!r} is not a date", remedy="Write it as 2026-03-01.") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _csv(found: list[dict[str, Any]]) -> str:
    import csv
    from io import StringIO

    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for correction in found:
        told = {side: (correction[side] or {}).get("text", "") for side in ("before", "after")}
        checks = "; ".join(finding["check"] for finding in correction["findings"])
        row = {**correction, **told, "findings": checks}
        writer.writerow([_cell(row[column]) for column in _COLUMNS])
    return written.getvalue()


def _cell(value: object) -> str:
    """A cell that is text in every spreadsheet: what could begin a formula is marked as text by an apostrophe."""
    from pipeline.text.visible import visible

    text = visible("" if value is None else str(value), newlines=True)
    return f"'{text}" if text.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")) else text
