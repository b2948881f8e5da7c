"""Harms: side effects and adverse events as this study reported them."""

import re
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.models.paper import ArticleType, SectionKind

_MOST = 4
_HARM: Final = re.compile(
    r"\b(?:adverse (?:\w+ )?(?:events?|effects?|reactions?|outcomes?)|side[- ]effects?|complications?|safety|harms"
    r"|no harm|(?:well[- ])?tolerated|tolerability|toxicit(?:y|ies)|deleterious (?:effects?|consequences)"
    r"|injuries (?:occurred|were))\b",
    re.IGNORECASE,
)
_WHAT_HAPPENED: Final = re.compile(
    r"\b(?:no|none|not|without|one|two|three|four|five|six|seven|eight|nine|ten|\d+|all|most|few|any)\b.{0,160}"
    r"|\b(?:were|was) (?:well|mild|moderate|severe|reported|observed|recorded|noted|similar|comparable)\b",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"\bwill be\b|\b(?:were|was) (?:defined|assessed|monitored|evaluated|collected)\b", re.IGNORECASE
)


def harms(reading: Reading) -> list[Sentence]:
    """Sentences that say which harms there were, or that there were none; plans to record them do not count."""
    if reading.paper.metadata.article_type is ArticleType.PROTOCOL:
        return []
    places = (
        *reading.abstract(Role.RESULTS, Role.CONCLUSION),
        *reading.within(SectionKind.RESULTS),
        *(s for s in reading.within(SectionKind.DISCUSSION) if " study" in s.text or " our " in s.text),
    )
    return in_order(pick((sentence for sentence in own(places) if _tells_harm(sentence.text)), _MOST))


def _tells_harm(text: str) -> bool:
    return bool(_HARM.search(text) and _WHAT_HAPPENED.search(text)) and not _PLANNED.search(text)
