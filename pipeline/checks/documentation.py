"""What a check's docstring says: the manual that `layline explain` and the catalogue print."""

import inspect
from dataclasses import dataclass
from typing import Final

HEADINGS: Final = ("Why it is wrong", "Wrong", "Right", "Blind spots")
"""The headings of every check's docstring, in this order."""


@dataclass(frozen=True, slots=True)
class Documentation:
    """The parts of a check's docstring. `gist` is one sentence; the others keep their line breaks."""

    gist: str
    why: str
    wrong: str
    right: str
    blind_spots: str


def read_documentation(docstring: str | None) -> Documentation:
    """The parts of a docstring; ValueError names the heading that is missing, empty or out of order."""
    lines = inspect.cleandoc(docstring or "").splitlines()
    heads = [f"{heading}:" for heading in HEADINGS]
    places = [lines.index(head) if head in lines else -1 for head in heads]
    for heading, place in zip(HEADINGS, places, strict=True):
        if place < 0:
            raise ValueError(f"the docstring has no heading {heading!r}")
    if places != sorted(places):
        raise ValueError(f"the headings do not stand in the order {HEADINGS}")
    gist = " ".join(lines[: places[0]]).strip()
    bodies = [lines[start + 1 : end] for start, end in zip(places, (*places[1:], len(lines)), strict=True)]
    parts = [inspect.cleandoc("\n" + "\n".join(body)).strip() for body in bodies]
    if not gist or not all(parts):
        raise ValueError("a part of the docstring is empty")
    return Documentation(gist, *parts)
