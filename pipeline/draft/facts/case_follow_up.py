"""How long the person of a case report was followed."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.facts.evidence import first_told, quotable
from pipeline.draft.facts.follow_up import followed
from pipeline.draft.facts.points import latest
from pipeline.draft.facts.time_span import SPAN, length
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind


def of_case(reading: Reading, abstract: list[Sentence]) -> Known[str] | None:
    """How long the person of a case report was followed: as it says, else the last point told from an event."""
    places = (SectionKind.OTHER, SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSSION)
    body = [s for s in quotable(reading.within(*places)) if not s.citations]
    if told := first_told(followed, [*abstract, *body]):
        return told
    again = latest(_of_follow_up(abstract), _SEEN_AGAIN) or latest(_of_follow_up(body), _SEEN_AGAIN)
    return again if again and _is_a_while(again.value) else None


def _of_follow_up(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those that do not tell how an illness came up, which may be years after an operation."""
    return [sentence for sentence in sentences if not _CAME_UP.search(sentence.quote)]


_CAME_UP: Final = re.compile(
    r"\b(?:develop\w*|present(?:ed|ing|s)|discharg\w+|onset|occurr\w+|admitted|diagnos\w+|referred|pregnan\w+)\b",
    re.IGNORECASE,
)


def _is_a_while(span: str) -> bool:
    """Whether it is two weeks or more; what happened a few days later is a step of the treatment."""
    return length(span) >= _A_FORTNIGHT


_A_FORTNIGHT: Final = 14
_SEEN_AGAIN: Final = (
    re.compile(
        rf"\b(?:at|after|by)(?: the| a| his| her)? {SPAN}[ -](?:review|check-?up|visit|control)\b", re.IGNORECASE
    ),
    re.compile(rf"\b(?:at|by) (?:about )?{SPAN},? (?:the|his|her|he|she|they|it|there|no|imaging)\b", re.IGNORECASE),
    re.compile(
        rf"{SPAN} (?:later|after (?:the |his |her )?(?:\w+ )?(?:surgery|operation|treatment|discharge|procedure"
        rf"|therapy"
        r"|resection|injection))\b",
        re.IGNORECASE,
    ),
)
