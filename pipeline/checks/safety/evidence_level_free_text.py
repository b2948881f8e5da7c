"""The page calls something its evidence level that is no level of a named scale.

Why it is wrong:
    A level says how far a study can be relied on only if the reader can look it up: scales differ, and some count in
    the other direction. "Systematic review and expert consensus" is no level at all, and "Level 2b" of an unnamed scale
    promises a precision that nobody can check.
Wrong:
    "Evidence Level: Level 2b, moderate"
    "Evidence Level: Systematic review and expert consensus"
Right:
    "Evidence level: 2 (OCEBM 2011)"
    "Quality of evidence: low (GRADE)"
Blind spots:
    Whether the level is right for the kind of study: in a summary it is computed from the study's facts.
    Levels that are told within a sentence.
    Pages that name the scale elsewhere are found too.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.checks.declaration import Group, Hit, ReadingCheck
from pipeline.checks.reading import Item, Reading
from pipeline.models.finding import Severity

_NAME: Final = r"(?:level of evidence|evidence level|(?:quality|certainty|strength) of (?:the )?evidence)"
_ALONE: Final = re.compile(rf"\s{{0,20}}{_NAME}\s?:?\s{{0,20}}", re.IGNORECASE)
_WITH_VALUE: Final = re.compile(
    rf"^[^\w\n]{{0,8}}{_NAME}[^\S\n]?(?::\s{{0,8}}|\n[^\S\n]{{0,8}})(?P<value>\w[^\n]{{0,200}})",
    re.IGNORECASE | re.MULTILINE,
)
_SCALE: Final = re.compile(r"\b(?:OCEBM|CEBM|Oxford|GRADE|NHMRC|SIGN|USPSTF|ACC|AHA|AAN|Joanna Briggs|JBI|Cochrane)\b")
_NOT_TOLD: Final = re.compile(r"(?:not|n/?a\b|unknown|none|could not|no place)", re.IGNORECASE)
_LONGEST: Final = 200
"""Characters of a value that are looked at."""


def _find(reading: Reading) -> Iterator[tuple[Item, Hit]]:
    for item, start, end in _told(reading) if reading.is_page else ():
        value = item.text[start:end]
        if not _SCALE.search(value) and not _NOT_TOLD.match(value):
            yield item, Hit(start, end, "This is called an evidence level, and is no level of a named scale.")


def _told(reading: Reading) -> Iterator[tuple[Item, int, int]]:
    """Every value that stands behind the name: in one text, in the next one, or under it as a heading."""
    items = [item for _, item in reading.items]
    for item in items:
        yield from ((item, *found.span("value")) for found in _WITH_VALUE.finditer(item.text))
    for before, item in pairwise(items):
        if _ALONE.fullmatch(before.text):
            yield item, 0, min(len(item.text), _LONGEST)


CHECK = ReadingCheck(
    name="evidence_level_free_text",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
