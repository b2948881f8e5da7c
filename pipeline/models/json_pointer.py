"""What stands at a JSON pointer (RFC 6901, without escapes: no field of ours needs them)."""

from collections.abc import Mapping
from typing import Any


def at_pointer(value: Any, pointer: str) -> Any:
    """The part of a JSON value that a pointer names; None where nothing stands there."""
    for step in pointer.strip("/").split("/"):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
