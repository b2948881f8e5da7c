"""Spans of time as papers write them: `12 weeks`, `six months`, `a 4-week programme`."""

from typing import Final

_NUMBER: Final = (
    r"(?:\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty-four|twenty)"
)
_ALONE: Final = r"(?<![\d\u2013\u2212.-])(?<!\bto )(?<![≥≤<>~±]\s)(?<![≥≤<>~±])(?<!\bto\b)"
"""Not the end of a range: `12 to 24 weeks` is not 24 weeks; not a bound either."""
_UNIT: Final = r"(?:day|week|month|year)"
SPAN: Final = rf"{_ALONE}\b(?P<n>{_NUMBER})(?: |-)(?:consecutive )?(?P<unit>{_UNIT})s?\b"
"""A pattern with the groups `n` and `unit`."""
SINGULAR: Final = rf"{_ALONE}\b(?P<n>{_NUMBER})[ -](?P<unit>{_UNIT})(?!s)\b"
"""The same before a noun: `a 4-week programme`."""


def spelled(n: str, unit: str) -> str:
    """The span as a reader should see it, with the paper's own number."""
    return f"{n.lower()} {unit.lower()}" + ("" if n.lower() in ("1", "one") else "s")
