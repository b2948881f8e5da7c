"""What of a value does not fit its model, in words: the place, what stands there, what may."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from pydantic import ValidationError

from pipeline.shape.allowed import Schema, allowed, part_at

_LONGEST: Final = 60
"""Characters of a wrong value that are shown."""


@dataclass(frozen=True)
class Misfit:
    """One thing that does not fit: where, under which name a person knows the place, and what is the matter.

    A rule over several values tells by itself what it is about: then the name is empty.
    """

    place: tuple[str | int, ...]
    name: str
    matter: str


def misfits(error: ValidationError, schema: Schema) -> Iterator[Misfit]:
    """Every fault that a validation found."""
    for detail in error.errors(include_url=False):
        place = detail["loc"]
        yield Misfit(place, "" if detail["type"] == "value_error" else named(place), _matter(detail, schema))


def named(place: Sequence[str | int]) -> str:
    """A place as a person would name it: `watch.name (entry 1)`."""
    name = ".".join(part for part in place if isinstance(part, str))
    entries = ", ".join(f"entry {part + 1}" for part in place if isinstance(part, int))
    return f"{name} ({entries})" if entries else name


def _matter(detail: Mapping[str, Any], schema: Schema) -> str:
    kind, place = detail["type"], detail["loc"]
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "extra_forbidden":
        return f"is not known{_nearest(place, schema)}"
    must = _must(part_at(schema, place), schema, detail)
    if kind == "missing":
        return f"is missing; {must}"
    return f"is {shown(detail['input'])}; {must}"


def _must(node: Schema | None, schema: Schema, detail: Mapping[str, Any]) -> str:
    if node is None:  # a place inside a choice, which a schema names otherwise
        return f"it does not fit ({str(detail['msg'])[:_LONGEST]})"
    return f"it must be {allowed(node, schema)}"


def _nearest(place: Sequence[str | int], schema: Schema) -> str:
    around = part_at(schema, place[:-1]) or {}
    near = get_close_matches(str(place[-1]), around.get("properties", {}), n=1)
    return f"; did you mean {near[0]}?" if near else ""


def shown(value: object) -> str:
    """A wrong value as its writer wrote it, cut where it is long; of what is not plain only the kind is told."""
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, str | int | float | None) else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
