"""Places in JSON: pointers (RFC 6901), and their order."""

import re
from collections.abc import Callable, Iterable
from typing import Final

_DIGITS: Final = re.compile(r"(\d{1,18})")


def pointer(parts: Iterable[str | int]) -> str:
    """The JSON pointer of a path."""
    return "".join(step(str(part)) for part in parts)


def step(part: str) -> str:
    """One step of a JSON pointer."""
    if "~" in part or "/" in part:
        part = part.replace("~", "~0").replace("/", "~1")
    return "/" + part


def at_pointer(place: str) -> Callable[[int], str]:
    """The place of every character of a text in JSON, which is its pointer."""
    return lambda _offset: place


def place_order(place: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts places as people count: item 2 before item 10."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _DIGITS.split(place[:200]) if part
    )
