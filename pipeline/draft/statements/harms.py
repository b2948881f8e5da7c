"""Harms: side effects and adverse events as this study reported them."""

import re
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.models.paper import SectionKind

_MOST = 4
_NAME: Final = (
    r"(?:(?:serious |severe |major |minor |mild |related |treatment-related |drug-related "
    r"|other )*(?:adverse (?:\w+ )?(?:events?"
    r"|effects?|reactions?|outcomes?)|side[- ]effects?|complications?|harms?|toxicit(?:y|ies)|deleterious (?:effects?"
    r"|consequences)|injuries))"
)
_COUNT: Final = (
    r"(?:no|none|without|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|\w+ty(?:-\w+)?|\d+|few|any|most|all)"
)
_HARM: Final = re.compile(
    rf"\b(?:{_COUNT} (?:[\w-]+ ){{0,4}}{_NAME}|{_COUNT} (?:[\w-]+ ){{1,8}}(?:had|experienced|reported|developed"
    rf"|suffered) (?:[\w-]+ )"
    rf"{{0,6}}{_NAME}|{_NAME}\b[^.;]{{0,80}}\b(?:were|was|occurred|included|did not|in \d|between|similar|reported)"
    rf"|(?:report|observ|experienc|record|caus|associat)\w* (?:[\w-]+ ){{0,4}}{_NAME})\b"
    r"|\b(?:well|generally|poorly) tolerated\b|\b(?:was|were|is|appears?|proved) (?:\w+ )?(?:safe|tolerable)\b"
    r"|\bno harms?\b",
    re.IGNORECASE,
)
"""A harm beside the word for how often it happened: harms that are only spoken of did not happen here."""
_PLANNED: Final = re.compile(
    r"\bwill be\b|\bnot (?:included|assessed|measured|recorded|collected|evaluated)\b"
    r"|\b(?:were|was) (?:defined|assessed|monitored|evaluated|collected)\b",
    re.IGNORECASE,
)


def harms(reading: Reading) -> list[Sentence]:
    """Sentences that say which harms there were, or that there were none; plans to record them do not count."""
    if reading.is_plan:
        return []
    places = (
        *reading.abstract(Role.RESULTS, Role.CONCLUSION),
        *reading.within(SectionKind.RESULTS),
        *(s for s in reading.within(SectionKind.DISCUSSION) if " study" in s.quote or " our " in s.quote),
    )
    told = [sentence for sentence in places if _may_tell(sentence.quote) and _tells_harm(sentence.text)]
    return in_order(pick(own(told), _MOST))


def _may_tell(text: str) -> bool:
    """Told without a search; most sentences are done with here."""
    folded = text.casefold()
    return any(word in folded for word in _WORDS)


_WORDS: Final = ("adverse", "side", "complication", "harm", "toxicit", "deleterious", "injuries", "tolera", "safe")


def _tells_harm(text: str) -> bool:
    return _HARM.search(text) is not None and not _PLANNED.search(text)
