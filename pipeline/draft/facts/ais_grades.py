"""Grades of the ASIA Impairment Scale among the participants."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.draft.facts.evidence import about_the_study, known
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.study import AisGrade

_SCALE: Final = r"\b(?i:AIS|ASIA(?: Impairment Scale)?|Impairment Scale(?: \((?:AIS|ASIA)\))?)"
_NOUN: Final = (
    r"(?:[\s\u2013-]?(?i:grades?|scores?|class(?:es)?|level|classification|=|:))?"
    r"(?: (?i:(?:at|on) \w+))?(?: (?i:was|were))?"
)
_HOW_MANY: Final = (
    r"(?:\s?\((?:n ?= ?)?\d[^()]{0,20}\)"
    r"|:? ?(?:in |n ?= ?)?\d+(?:\.\d+)?(?: ?%)?(?: \([^()]{1,20}\))?"
    r"(?: (?:patients|people|participants|persons|men|women))?)?"
)
"""`A in 8`, `A (n = 12)`, `A: 12`, `A 20%`."""
_SO_MANY: Final = r"(?:\d+ (?:\(\d[^()]{0,12}\) )?(?:(?:were|was|had|with) )?)?"
"""`91 were AIS A, 17 B`."""
_JOINED: Final = (
    rf"{_HOW_MANY}\s?(?:[,;/&]|-|\u2013|\band\b|\bor\b|\bto\b)\s?(?:(?:and|or) )?{_SO_MANY}"
    rf"(?:(?:AIS|ASIA)[ \u2013-]?(?:grade )?)?"
)
_LETTERS: Final = rf"[A-E]\b(?:{_JOINED}[A-E]\b){{0,5}}"
_GRADES: Final = re.compile(
    rf"{_SCALE}{_NOUN}[\s\u2013-]?(?P<grades>{_LETTERS})(?!')"
    rf"|\b(?i:grades?) (?P<of_injury>{_LETTERS}) (?i:(?:spinal cord )?injur(?:y|ies)|SCIs?)\b"
)
_RANGE: Final = re.compile(r"([A-E])\s?(?:-|\u2013|to)\s?([A-E])\b")
_EXPLAINS: Final = re.compile(
    r"\b(?:scale|grades?) (?:is|ranges?|ranging|classif\w+|consists?|from)\b|\bmeasures?\b", re.IGNORECASE
)
"""The scale as such, not the grades of these people."""


def ais_grades(reading: Reading) -> tuple[Known[AisGrade], ...]:
    """Each grade that abstract, methods or results name, with the first sentence that does."""
    found: dict[str, Known[AisGrade]] = {}
    for sentence in about_the_study(reading):
        if _EXPLAINS.search(sentence.quote):
            continue
        for match in _GRADES.finditer(sentence.quote):
            for letter in _letters(match["grades"] or match["of_injury"]):
                found.setdefault(letter, known(Known[AisGrade], AisGrade(letter), sentence))
    return tuple(found[letter] for letter in sorted(found))


def _letters(text: str) -> Iterator[str]:
    span = _RANGE.search(text)
    if span and span[1] < span[2]:
        yield from (chr(code) for code in range(ord(span[1]), ord(span[2]) + 1))
    yield from re.findall(r"\b[A-E]\b", text)
