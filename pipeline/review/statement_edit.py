"""One statement of a draft, edited by itself."""

from collections.abc import Sequence
from typing import Any

from pipeline.errors import ReviewError
from pipeline.models.json_pointer import at_pointer
from pipeline.models.summary import Summary
from pipeline.review.edit_form import to_fields
from pipeline.review.lines import page_lines
from pipeline.review.statement import LineKind, ReviewStatement


def with_statement(summary: Summary, place: str, text: str, quotes: Sequence[str] | None) -> dict[str, Any]:
    """The fields of the draft (see `from_fields`) with another text at one place; None leaves the quotes as they are.

    Raises ReviewError (`unknown_place`, `not_editable`, `bad_edit`).
    """
    line, fields = _editable(summary, place), to_fields(summary)
    if not text.strip():
        raise ReviewError(
            f"the statement at {place} cannot be empty", remedy="To take it out, edit the whole draft.", kind="bad_edit"
        )
    parent, _, name = place.rpartition("/")
    item = at_pointer(fields, place)
    if not isinstance(item, dict):
        holder = at_pointer(fields, parent) if parent else fields
        holder[name] = text.strip()
        return fields
    item[_NAMES[line.kind]] = text.strip()
    if quotes is not None:
        _requote(line, item, quotes)
    return fields


_NAMES = {LineKind.CLAIM: "text", LineKind.FACT: "value", LineKind.TERM: "plain"}


def _requote(line: ReviewStatement, item: dict[str, Any], quotes: Sequence[str]) -> None:
    if "quotes" not in item:
        raise ReviewError(f"what stands at {line.place} carries no quotes", kind="bad_edit")
    item["quotes"] = [quote.strip() for quote in quotes if quote.strip()]


def _editable(summary: Summary, place: str) -> ReviewStatement:
    line = next((line for line in page_lines(summary) if line.place == place), None)
    if line is None:
        raise ReviewError(f"no statement stands at {place!r}", remedy="Look again at the draft.", kind="unknown_place")
    if not line.editable:
        raise ReviewError(
            f"what stands at {place} is not free text and cannot be edited by itself",
            remedy="Edit the whole draft: layline edit ID.",
            kind="not_editable",
        )
    return line
