"""Pages that hold nothing but the list of references: they are not laid out, which would be a fifth of the work."""

import re
from typing import Final

_HEADING: Final = re.compile(
    r"^\W{0,3}(?:\d{1,2}\.?\s{1,3})?(?:references?|bibliography|literature cited|works cited)"
    r"(?: (?:and|&) notes)?[ .:]{0,3}\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_SOMETHING_ELSE: Final = re.compile(
    r"^\W{0,3}(?:\d{1,2}\.?\s{1,3})?(?:append|acknowl|conflict|competing|funding|financ|author|supp|method|material|result"
    r"|discussion|conclusion|table|fig|data|ethic|abbrev|publish|copyright|received|box|about|disclos|declar|peer|review"
    r"|referee|report|how to|open access|submit|correspond|key|note|cite)",
    re.IGNORECASE | re.MULTILINE,
)
"""How a line begins that may be part of the article; a reference that begins so only costs the page being laid out."""
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d")
_SHORTEST: Final = 600
_CHARACTERS_A_YEAR: Final = 260
"""A reference takes about two hundred characters and has a year; prose has one in a thousand."""


def opens_references(text: str) -> bool:
    """Whether a line of the page is the heading of the list of references."""
    return _HEADING.search(text) is not None


def only_references(text: str) -> bool:
    """Whether a page after that heading holds references alone."""
    if len(text) < _SHORTEST or _SOMETHING_ELSE.search(text):
        return False
    return len(_YEAR.findall(text)) * _CHARACTERS_A_YEAR > len(text)
