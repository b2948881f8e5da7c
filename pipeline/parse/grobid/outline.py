"""Levels and kinds of sections: GROBID writes them one after the other, without saying which belongs to which."""

import re
from typing import Any, Final, NamedTuple

from pipeline.models.paper import SectionKind
from pipeline.parse.headings import cued_kind, kind_under

_MAIN: Final = frozenset({SectionKind.INTRODUCTION, SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION})
"""Sections that have subsections with headings of their own words."""
_BACK_TYPES: Final = {
    "funding": SectionKind.FUNDING,
    "availability": SectionKind.DATA_AVAILABILITY,
    "conflict": SectionKind.CONFLICTS,
}
"""The types that GROBID's segmentation gives to parts of the back matter; the others say nothing about their kind."""
_OWN: Final = re.compile(
    r"acknowledge?ments?\b|abbreviations?\b|(?:authors? )?contributions?\b|supplementa|appendi|supporting information\b"
    r"|credit author|orcid|publisher s note",
    re.IGNORECASE,
)
"""Headings that stand by themselves wherever they come."""
_DEEPEST: Final = 6


class Place(NamedTuple):
    """Where a section stands, and what it is for."""

    level: int
    kind: SectionKind


class Outline:
    """Says of each heading in turn where it stands.

    A numbered heading has the depth of its number. One without a number that names no kind is taken as a subsection
    of the last main section, which is what it is in nearly every article (issue 377 of GROBID tells why it is flat).
    """

    def __init__(self) -> None:
        self._parents: list[Place] = []
        self._kinds: set[SectionKind] = set()

    def place(self, text: str, number: str, back_type: str = "") -> Place:
        """Level and kind of a section with this heading, number (`2.1`) and type of back matter."""
        named = _BACK_TYPES.get(back_type)
        if back_type:
            self._parents = []
            return Place(1, cued_kind(text) or named or SectionKind.OTHER)
        level = self._level(text, number)
        while self._parents and self._parents[-1].level >= level:
            self._parents.pop()
        kind = kind_under(text, self._parents[-1].kind if self._parents else None, self._kinds)
        self._kinds.add(kind)
        self._parents.append(Place(level, kind))
        return Place(level, kind)

    def _level(self, text: str, number: str) -> int:
        if number:
            return min(len([part for part in number.split(".") if part.strip()]) or 1, _DEEPEST)
        top = self._parents[0].kind if self._parents else None
        return 2 if top in _MAIN and text and cued_kind(text) is None and not _OWN.match(text) else 1


def number_of(head: Any) -> str:
    """The number that GROBID found before a heading, as printed."""
    return " ".join(str(head.get("n") or "").split())[:20] if head is not None else ""
