"""Abbreviations that the paper itself spells out: `spinal cord injury (SCI)`.

After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text",
Pacific Symposium on Biocomputing 2003: the letters of the short form are found in the words before it, from the
right; the first letter must begin a word. Only initials and inner letters of plain words are taken here.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.models.paper import Paper
from pipeline.models.summary import GlossaryEntry

_DEFINED: Final = re.compile(r"\((?P<short>[A-Z][A-Za-z0-9-]{1,9})s?\)")
_BEFORE: Final = 110
"""Characters before the bracket in which the long form must stand."""
_MOST: Final = 12


def glossary(paper: Paper, texts: Iterable[str]) -> tuple[GlossaryEntry, ...]:
    """The abbreviations that occur in `texts` and are spelled out in the paper, in the order of the paper."""
    used = set(re.findall(r"\b[A-Z][A-Za-z0-9-]{1,9}\b", " ".join(texts)))
    found: dict[str, str] = {}
    for defined in _DEFINED.finditer(paper.text):
        short = defined["short"]
        if short in used and short not in found and sum(letter.isupper() for letter in short) >= 2:
            long = long_form(short, paper.text[max(0, defined.start() - _BEFORE) : defined.start()])
            if long:
                found[short] = long
    return tuple(GlossaryEntry(term=short, plain=long) for short, long in list(found.items())[:_MOST])


def long_form(short: str, before: str) -> str | None:
    """The words at the end of `before` that `short` abbreviates, or None."""
    words = before.split()
    letters = [letter.lower() for letter in short if letter.isalpha()]
    for count in range(1, min(len(words), len(letters) + 4) + 1):
        candidate = words[-count:]
        if candidate[0][:1].lower() == letters[0] and _fits(letters, candidate):
            return _clean(candidate)
    return None


def _fits(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the letters stand in the words in order, most of them at the beginning of a word or of its parts."""
    initials = [part[0].lower() for word in words for part in re.split(r"[-/\u2013]", word) if part]
    matched = 0
    for initial in initials:
        if matched < len(letters) and initial == letters[matched]:
            matched += 1
    return matched == len(letters) and len(initials) <= len(letters) + 2


def _clean(words: Sequence[str]) -> str | None:
    text = " ".join(words).strip(" ,;:")
    return text if re.fullmatch(r"[\w\s/'\u2019\u2013,-]{4,100}", text) else None
