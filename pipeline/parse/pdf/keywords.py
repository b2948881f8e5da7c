"""The keywords that an article prints, behind their label or below it."""

import re
from collections.abc import Sequence
from typing import Final

_KEYWORDS: Final = re.compile(r"key ?words?\b\s{0,3}[:.\u2014-]?\s{0,3}", re.IGNORECASE)


def keywords_in(text: str) -> tuple[str, ...]:
    """The keywords of a line that begins with that word; none for any other line."""
    label = _KEYWORDS.match(text)
    if not label:
        return ()
    rest = text[label.end() : 1_000]
    parts = re.split(r"[;\u00b7\u2022|]| \. |,", rest)
    return tuple(part for raw in parts if 1 < len(part := raw.strip(" .")) < 80)


def is_keywords_label(text: str) -> bool:
    """Whether a text is the label of the keywords and nothing else."""
    return _KEYWORDS.fullmatch(text.strip()) is not None


def are_keywords(text: str) -> bool:
    """Whether a text may be a list of keywords: short, parted, and no sentence."""
    return len(text) < _LONGEST_KEYWORDS and _PARTED.search(text) is not None and not text.rstrip().endswith(".")


_LONGEST_KEYWORDS: Final = 500


def keywords_below(lines: Sequence[str]) -> tuple[str, ...]:
    """Keywords that stand one a line below their label; none where the lines are anything else.

    A line in lower case goes on with the keyword above it, where keywords begin with a capital.
    """
    if not lines or not _KEYWORDS.fullmatch(lines[0]) or any(_PARTED.search(line) for line in lines):
        return ()
    found: list[str] = []
    for line in lines[1:]:
        if found and line[0].islower() and found[0][0].isupper():
            found[-1] += f" {line}"
        else:
            found.append(line)
    return tuple(found)


_PARTED: Final = re.compile(r"[;,\u00b7\u2022|]")
