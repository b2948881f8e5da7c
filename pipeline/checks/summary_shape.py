"""Whether a JSON value is a summary, looks like one, or is something else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from pipeline.checks.place import pointer
from pipeline.models.summary import Summary

_FIELDS: Final = frozenset(Summary.model_fields)
_TELLING: Final = 3
"""Fields in common from which on a value is meant as a summary."""
_MOST_FAULTS: Final = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """Where and how a value differs from the shape of a summary."""

    place: str
    message: str
    excerpt: str


def part_that_is_a_summary(raw: object) -> tuple[str, object | None]:
    """The pointer to what is meant as a summary, and the value there; None where there is nothing of the kind."""
    if not isinstance(raw, dict):
        return "", None
    if len(_FIELDS.intersection(raw)) >= _TELLING:
        return "", raw
    inner = raw.get("summary")
    if isinstance(inner, dict) and len(_FIELDS.intersection(inner)) >= _TELLING:
        return "/summary", inner
    return "", None


def read_summary(value: object) -> tuple[Summary | None, tuple[Fault, ...]]:
    """The summary that a JSON value is, or its faults."""
    try:
        return Summary.model_validate_json(json.dumps(value)), ()
    except ValidationError as error:
        return None, tuple(_faults(error))
    except (RecursionError, TypeError, ValueError) as error:
        return None, (Fault("", f"This is no JSON value that a summary could be: {type(error).__name__}.", ""),)


def _faults(error: ValidationError) -> Iterator[Fault]:
    details = error.errors(include_url=False, include_context=False)
    for detail in details[:_MOST_FAULTS]:
        yield Fault(pointer(detail["loc"]), _message(detail["msg"]), repr(detail["input"])[:200])
    if len(details) > _MOST_FAULTS:
        yield Fault("", f"{len(details) - _MOST_FAULTS} more faults of shape are not listed.", "")


def _message(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".").capitalize() + "."
