"""Whether a span of a text begins and ends with whole words and whole numbers.

`significant` does not stand on its own in `non-significant`, nor `5` in `7.5`, `-5`, `3-5` or `5%`.
"""

import re
from typing import Final

_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2212\xad"
_SPACED_RANGE: Final = re.compile(f"(?:\\s{{1,5}}|(?<=\\s))[{_HYPHENS}]\\s{{1,5}}\\d")
_POINTS: Final = ".,·\u2219"
_THIN: Final = "\xa0\u2009\u202f"
"""Spaces that part thousands: `12 500` is one number."""


def starts_whole(text: str, start: int) -> bool:
    """Whether the character at `start` begins a word or a number."""
    first, before = text[start : start + 1], text[max(0, start - 1) : start]
    further = text[max(0, start - 2) : max(0, start - 1)]
    if not before:
        return True
    if not first.isalnum():
        return not (_is_joint(text, start) or _is_spaced_range(text, start))
    if before.isalnum():
        return False
    if before in _HYPHENS:
        return not (first.isdigit() or further.isalnum())
    if first.isdigit():
        return before not in ".·" and not _joins_digits(before, further, text[start : start + 3])
    return not _broken_word(text, start)


def ends_whole(text: str, end: int) -> bool:
    """Whether the character before `end` finishes a word or a number."""
    last, after, further = text[end - 1 : end], text[end : end + 1], text[end + 1 : end + 2]
    if not after:
        return True
    if not last.isalnum():
        return not _is_joint(text, end - 1)
    if after.isalnum() or (last.isdigit() and after in "%‰"):
        return False
    if after in _HYPHENS:
        return not (further.isalnum() or _goes_on_below(text, end))
    return not (last.isdigit() and _joins_digits(after, further, text[end + 1 : end + 4]))


def _is_joint(text: str, at: int) -> bool:
    """Whether the character at `at` holds a number, a range or a compound together: `4.2`, `4-6`, `IL-6`."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if text[at] in _HYPHENS:
        return before.isalnum() and after.isalnum()
    return text[at] in _POINTS and before.isdigit() and after.isdigit()


def _is_spaced_range(text: str, start: int) -> bool:
    """Whether a dash with white space on both sides, at or behind `start`, stands between two numbers: `4 - 6`."""
    return _SPACED_RANGE.match(text, start) is not None and text[max(0, start - 5) : start].rstrip()[-1:].isdigit()


def _joins_digits(between: str, beyond: str, three: str) -> bool:
    if between in _POINTS:
        return beyond.isdigit()
    return between in _THIN and beyond.isdigit() and len(three) == 3 and three.isdigit()


def _broken_word(text: str, start: int) -> bool:
    """Whether the word goes on from a hyphen at the end of the line before: `reha-⏎bilitation`."""
    lead = text[max(0, start - 8) : start]
    line = lead.rstrip()
    return "\n" in lead[len(line) :] and len(line) > 1 and line[-1] in _HYPHENS and line[-2].isalpha()


def _goes_on_below(text: str, end: int) -> bool:
    rest = text[end + 1 : end + 8]
    bare = rest.lstrip()
    return "\n" in rest[: len(rest) - len(bare)] and bare[:1].isalpha()
