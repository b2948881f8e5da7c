"""Key messages: what the authors conclude, in the abstract's own words."""

import re
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.models.paper import SectionKind

_MOST, _LEAST = 3, 2
"""Two or three key messages: Cochrane's guidance for plain language summaries."""
_ONLY_OUTLOOK: Final = re.compile(
    r"\b(?:further|future|more|additional|larger) (?:\w+ ){0,3}(?:stud(?:y|ies)|research|trials?|work"
    r"|investigations?)\b",
    re.IGNORECASE,
)


def key_messages(reading: Reading) -> list[Sentence]:
    """The conclusions of the abstract; where there are too few, its last results, then the conclusion section."""
    chosen = pick(_said(reading.abstract(Role.CONCLUSION)), _MOST)
    results = own(reading.abstract(Role.RESULTS))
    spare = [*reversed(results), *_said(reading.within(SectionKind.CONCLUSION)), *_lay(reading), *_openings(reading)]
    return in_order(pick([*chosen, *spare], max(_LEAST, len(chosen))))


def _said(sentences: list[Sentence]) -> list[Sentence]:
    """Statements first; a call for more research only where there is nothing else."""
    return sorted(
        (s for s in sentences if s.usable), key=lambda sentence: _ONLY_OUTLOOK.search(sentence.text) is not None
    )


def _lay(reading: Reading) -> list[Sentence]:
    return list(reversed(reading.within(SectionKind.LAY_SUMMARY)))


def _openings(reading: Reading) -> list[Sentence]:
    return own(reading.within(SectionKind.DISCUSSION))
