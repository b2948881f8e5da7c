"""A word of medicine or research is used, and nothing on the page says what it means.

Why it is wrong:
    A reader takes a word that they do not know for a detail, or for another word: "significant" for important,
    "spasticity" for a spasm. A few words behind it, or an entry in the glossary, are enough.
Wrong:
    "Spasticity fell, and there was no heterogeneity."
Right:
    "Spasticity (muscles that tighten by themselves) fell."
    "Spasticity fell", with "spasticity" in the glossary of the page.
Blind spots:
    Hard words that are not among the terms that Layline knows, and those of them that are taken to be known.
    Whether what stands behind the word explains it.
    Abbreviations, which are looked at by themselves.
    Each word is told once a page, where it first stands; an explanation anywhere on the page counts.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, ReadingCheck
from pipeline.checks.reading import Item, Reading
from pipeline.models.finding import Severity
from pipeline.text.medical_terms import Term, is_abbreviation, shipped

_BEHIND: Final = re.compile(
    r"[\"'\u201d\u2019]?(?:\s?\((?!\d|n\s?=|[A-Z]{2})|,?\s(?:which|that)\s(?:is|are|means?|makes?|happens?|can)\b"
    r"|,\s(?:or|i\.e\.|meaning|when|where|in which|an?|the)\s|\s?[\u2013\u2014:]\s|\s-\s"
    r"|\s(?:is|are|means?|refers to|describes?)\s(?:an?|the|when|any|how|where|that)\s)",
)
"""How an explanation goes on: `spasticity (muscles that tighten)`, `spasticity, which is`, `spasticity means`."""
_BEFORE: Final = re.compile(r"(?:\b(?:called|known as|named|termed|or)\s|[(\u2013\u2014]\s?)[\"'\u201c\u2018]?\Z")
"""How a name is put behind its explanation: `tight muscles (spasticity)`, `stiffness called spasticity`."""
_LOOK_BACK: Final = 20
_LOOK_AHEAD: Final = 30


def _find(reading: Reading) -> Iterator[tuple[Item, Hit]]:
    explained = set(shipped().within(reading.explained))
    first: dict[Term, tuple[Item, re.Match[str]]] = {}
    for item, term, place in _jargon(reading):
        first.setdefault(term, (item, place))
        if _is_explained(item.text, place):
            explained.add(term)
    for term, (item, place) in first.items():
        if term not in explained:
            yield (
                item,
                Hit(*place.span(), f"{place.group()!r} is explained nowhere on the page. It means: {term.plain}"),
            )


def _jargon(reading: Reading) -> Iterator[tuple[Item, Term, re.Match[str]]]:
    for _, item in reading.items:
        for term, place in shipped().places_in(item.text):
            if not term.everyday and not is_abbreviation(place.group()):
                yield item, term, place


def _is_explained(text: str, place: re.Match[str]) -> bool:
    behind = text[place.end() : place.end() + _LOOK_AHEAD]
    before = text[max(0, place.start() - _LOOK_BACK) : place.start()]
    return bool(_BEHIND.match(behind) or _BEFORE.search(before))


CHECK = ReadingCheck(
    name="jargon_unexplained",
    group=Group.READABILITY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
