"""Harms: side effects and adverse events as this study reported them."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.named_harms import NamedHarms
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.models.paper import SectionKind
from pipeline.models.study import TRIALS, StudyDesign

_MOST = 6
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


_HEADING: Final = re.compile(
    r"\b(?:safety|harms?|adverse|side[- ]effects?|complications?|tolerab\w+|toxicit\w+)\b", re.IGNORECASE
)
_OF_MORE: Final = re.compile(
    r"\b(?:efficacy|effectiveness|outcomes?|monitoring|reporting|definitions?|assessment)\b", re.IGNORECASE
)
"""A heading over harms and other matters, or over how harms were looked for."""
_TRIED: Final = TRIALS | {StudyDesign.N_OF_1}
_LOOKED_AT: Final = _TRIED | {StudyDesign.COHORT, StudyDesign.CASE_SERIES, StudyDesign.CASE_REPORT}
"""Designs in which somebody may have come to harm through what was done."""


def harms(reading: Reading, design: StudyDesign | None = None) -> list[Sentence]:
    """Sentences that say which harms there were, or that there were none; plans to record them do not count.

    What the names of harms tell depends on the `design`: pneumonia in a trial is another thing than in a cohort.
    """
    if reading.is_plan:
        return []
    named = NamedHarms(reading, in_trial=design in _TRIED) if design in _LOOKED_AT else None
    tells = _tells_of_animals if design is StudyDesign.ANIMAL else partial(_tells, named=named)
    told = (s for s in own(_places(reading, design), brief=True) if _is_under_harms(s) or tells(s.text))
    return in_order(pick((s for s in told if not _PLANNED.search(s.text)), _MOST, brief=True))


def _places(reading: Reading, design: StudyDesign | None) -> Iterator[Sentence]:
    """What the abstract found, then the results; the one person of a case report has a section of any name."""
    # Where no label and no word parts the results of an abstract from its methods, they stand among these.
    found = (Role.RESULTS,) if reading.told(Role.RESULTS) else (Role.METHODS,)
    yield from reading.told(*found, Role.CONCLUSION)
    yield from reading.within(SectionKind.RESULTS)
    if design is StudyDesign.CASE_REPORT:
        yield from (s for s in reading.within(SectionKind.OTHER) if _CASE.search(s.heading))
    yield from (s for s in reading.within(SectionKind.DISCUSSION) if " study" in s.quote or " our " in s.quote)


_CASE: Final = re.compile(r"\bcases?\b", re.IGNORECASE)


def _is_under_harms(sentence: Sentence) -> bool:
    """Whether it stands among results under a heading of harms alone."""
    heading = sentence.heading
    is_of_harms = _HEADING.search(heading) is not None and not _OF_MORE.search(heading)
    return sentence.kind is SectionKind.RESULTS and is_of_harms


def _tells_of_animals(text: str) -> bool:
    return _IN_ANIMALS.search(text) is not None or _tells(text, None)


_OF_OPERATIONS: Final = r"(?:leaks?|wound infections?|overgrowth)"
_IN_ANIMALS: Final = re.compile(
    rf"\Acomplications?:|\b{_OF_OPERATIONS} (?:was|were) (?:seen|found|observed|noted)\b"
    rf"|\b(?:had|developed) (?:[\w-]+ ){{0,4}}{_OF_OPERATIONS}\b|\bhad to be (?:killed|euthani[sz]ed)\b",
    re.IGNORECASE,
)
"""What went wrong with an operation. Infection and death are what many experiments in animals are about."""


def _tells(text: str, named: NamedHarms | None) -> bool:
    is_told = _may_tell(text) and _HARM.search(text) is not None and not _SUPPOSED.search(text)
    return is_told or (named is not None and named.tells(text))


_SUPPOSED: Final = re.compile(
    r"\A(?:if|unless|whether)\b|\bcomplications?,? (?:\w+, )?(?:is|was) that\b|\bpresented with\b", re.IGNORECASE
)
"""Harms that might have been, complications of another kind, and what came before what is reported."""


def _may_tell(text: str) -> bool:
    """Told without a search; most sentences are done with here."""
    folded = text.casefold()
    return any(word in folded for word in _WORDS)


_WORDS: Final = ("adverse", "side", "complication", "harm", "toxicit", "deleterious", "injuries", "tolera", "safe")
