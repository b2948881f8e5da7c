"""Finds the one JSON object in a model's text: bare, fenced as Markdown, or with talk around it.

Only the wrapping is taken off. The object itself is never repaired: a draft with a guessed end is no draft.
"""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

_THOUGHT_ENDS: Final = "</think>"
_DECODER: Final = json.JSONDecoder()
_TRIES: Final = 4
"""How many opening braces are tried: talk before the object may hold one or two of its own."""


_OBJECT: Final = re.compile(r'\{\s*+"')
"""How an object with fields begins, unlike braces in prose."""


@dataclass(frozen=True)
class Found:
    """The object, as its text and as Python values; `wrapping` says what stood around it, empty if nothing did."""

    text: str
    value: dict[str, Any]
    wrapping: str


def find_object(content: str) -> Found | None:
    """The first whole JSON object of `content`, or None."""
    bare = content.strip()
    start, wrapping = _after_thoughts(bare)
    for _ in range(_TRIES):
        start = bare.find("{", start)
        if start < 0:
            return None
        found = _object_at(bare, start)
        if found is not None:
            value, end = found
            return Found(bare[start:end], value, wrapping or _wrapping(bare, start, end))
        if _OBJECT.match(bare, start):
            return None  # it is the object, and it is broken: what is whole inside it is not the draft
        start += 1
    return None


def _after_thoughts(text: str) -> tuple[int, str]:
    end = text.rfind(_THOUGHT_ENDS)
    return (0, "") if end < 0 else (end + len(_THOUGHT_ENDS), "the model's thoughts")


def _object_at(text: str, start: int) -> tuple[dict[str, Any], int] | None:
    # ValueError covers bad JSON and numbers of absurd length; nesting thousands deep is a RecursionError.
    try:
        value, end = _DECODER.raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return (value, end) if isinstance(value, dict) else None


def _wrapping(text: str, start: int, end: int) -> str:
    if start == 0 and end == len(text):
        return ""
    return "a Markdown fence" if text.startswith("```") and text.endswith("```") else "other text"
