"""JSON as blocks: each string with the line on which it stands."""

import json
import re
from collections.abc import Iterator
from typing import Final, NoReturn

from pipeline.checks.declaration import Surface
from pipeline.checks.leaves import summary_texts
from pipeline.checks.pages.block import Block, Lines, Page, PageFault
from pipeline.checks.pages.plain import plain_page
from pipeline.checks.place import pointer
from pipeline.checks.summary_shape import part_that_is_a_summary

_TOKEN: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],]', re.DOTALL)


def json_page(text: str, lines: Lines, start: int = 0) -> Page:
    """The strings of a JSON text as blocks, keys left out; `start` is where the text begins in the file.

    JSON that is none (`NaN` included) is a fault, and is then read as plain text.
    """
    try:
        value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        at = error.pos if isinstance(error, json.JSONDecodeError) else 0
        fault = PageFault(
            lines.at(start + at), f"This is not valid JSON: {_cause(error)}.", text[max(0, at - 30) : at + 30]
        )
        return Page(plain_page(text, Surface.CODE, lines).blocks if start == 0 else (), (fault,))
    prefix, part = part_that_is_a_summary(value)
    surfaces = _surfaces(prefix, part) if part is not None else {}
    words = part is not None
    return Page(
        tuple(
            Block.of([(string, start + at)], surfaces.get(place, Surface.CODE if words else Surface.JSON_LEAF), lines)
            for place, string, at in _strings(text)
        )
    )


def _surfaces(prefix: str, summary: object) -> dict[str, Surface]:
    found = summary_texts(summary).strings
    return {prefix + place: surface for surface, strings in found.items() for place, _ in strings}


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON value")


def _cause(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return error.msg
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _strings(text: str) -> Iterator[tuple[str, str, int]]:
    """Pointer, text and offset of every string that is a value; the text is known to be valid JSON."""
    path: list[str | int] = []
    awaits_key = False
    for token in _TOKEN.finditer(text):
        sign = token.group()
        if sign in "{[":
            path.append("" if sign == "{" else 0)
            awaits_key = sign == "{"
        elif sign in "}]":
            path.pop()
            awaits_key = False
        elif sign == ",":
            step = path[-1]
            awaits_key = isinstance(step, str)
            path[-1] = "" if isinstance(step, str) else step + 1
        elif awaits_key:
            path[-1], awaits_key = json.loads(sign, strict=False), False
        else:
            yield pointer(path), json.loads(sign, strict=False), token.start()
