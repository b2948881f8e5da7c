"""Whether a span of a text begins and ends with whole words and whole numbers."""

from typing import Final

_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2212\xad"
_POINTS: Final = ".,·\u2219"
_THIN: Final = "\xa0\u2009\u202f"
"""Spaces that part thousands: `12 500` is one number."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word, hyphenated compound or number is cut at either end.

    `significant` does not stand on its own in `non-significant`, nor `5` in `7.5`, `-5`, `3-5` or `5%`.
    """
    return starts_whole(text, start) and ends_whole(text, end)


def starts_whole(text: str, start: int) -> bool:
    """Whether the character at `start` begins a word or a number."""
    first, before = text[start : start + 1], text[max(0, start - 1) : start]
    further = text[max(0, start - 2) : max(0, start - 1)]
    if not before or not first.isalnum():
        return True
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
    if not after or not last.isalnum():
        return True
    if after.isalnum() or (last.isdigit() and after in "%‰"):
        return False
    if after in _HYPHENS:
        return not (further.isalnum() or _goes_on_below(text, end))
    return not (last.isdigit() and _joins_digits(after, further, text[end + 1 : end + 4]))


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
