"""Puts a model's repairs into its draft: only at the places that were faulted, and only what fits there."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from pipeline.draft.repair.places import parent, told_field
from pipeline.draft.replies.draft import DraftReply
from pipeline.draft.replies.repair import Action, Repair
from pipeline.models.json_pointer import at_pointer


def applied(
    draft: DraftReply, repairs: Collection[Repair], faulted: Collection[str]
) -> tuple[DraftReply, tuple[str, ...]]:
    """The mended draft, and a note for each repair that was not taken."""
    value = draft.model_dump(mode="json")
    wanted, again = _one_a_place([repair for repair in repairs if repair.place in faulted])
    others = (repair.place for repair in repairs if repair.place not in faulted)
    notes = [f"A repair was left out: nobody asked for one at {place!r}." for place in others]
    notes += [f"A repair was left out: another one at {repair.place} came before it." for repair in again]
    for repair in sorted(wanted, key=_late_removals):
        changed = _changed(value, repair)
        if changed is None:
            notes.append(f"A repair at {repair.place} could not be used ({repair.action}).")
        else:
            value = changed
    return DraftReply.model_validate(value, strict=False), tuple(notes)


def _one_a_place(repairs: Sequence[Repair]) -> tuple[list[Repair], list[Repair]]:
    """The first repair of each place, and those behind it: what a second removal takes away is another statement.

    To a list any number of statements may be added.
    """
    first: list[Repair] = []
    again: list[Repair] = []
    for repair in repairs:
        taken = repair.action is not Action.ADD and any(
            other.place == repair.place and other.action is not Action.ADD for other in first
        )
        (again if taken else first).append(repair)
    return first, again


def _late_removals(repair: Repair) -> tuple[bool, int]:
    """Removals come last and from the end, so that no other place moves before it is mended."""
    last = repair.place.rpartition("/")[2]
    return repair.action is Action.REMOVE, -int(last) if last.isdigit() else 0


def _changed(draft: dict[str, Any], repair: Repair) -> dict[str, Any] | None:
    """The draft with one repair, or None where it does not fit."""
    value = deepcopy(draft)
    holder, key = parent(value, repair.place)
    if not _done(value, holder, key, repair):
        return None
    try:
        DraftReply.model_validate(value, strict=False)
    except ValidationError:
        return None
    return value


def _done(draft: dict[str, Any], holder: Any, key: str | int, repair: Repair) -> bool:
    match repair.action:
        case Action.ADD:
            items = at_pointer(draft, repair.place)
            if not isinstance(items, list) or not repair.text.strip():
                return False
            items.append({"text": repair.text, "quotes": repair.quotes})
            return True
        case Action.REMOVE:
            return _removed(holder, key)
        case Action.REPLACE:
            return bool(repair.text.strip()) and _replaced(holder, key, repair)


def _removed(holder: Any, key: str | int) -> bool:
    if isinstance(holder, list) and isinstance(key, int) and key < len(holder):
        del holder[key]
        return True
    if isinstance(holder, dict) and isinstance(key, str) and isinstance(holder.get(key), dict | None):
        holder[key] = None
        return True
    return False


def _replaced(holder: Any, key: Any, repair: Repair) -> bool:
    value = holder[key] if isinstance(holder, dict) or (isinstance(key, int) and key < len(holder)) else None
    if isinstance(value, str):
        holder[key] = repair.text
        return True
    if not isinstance(value, dict):
        return False
    name = told_field(value)
    if name is None:
        return False
    value[name] = _number(repair.text) if name == "n" else repair.text
    if "quotes" in value:
        value["quotes"] = repair.quotes
    return True


def _number(text: str) -> int | str:
    digits = text.strip().replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else text
