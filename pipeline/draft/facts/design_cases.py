"""Case reports of people: by the part of the abstract that tells of the case, by its first words, or by the journal.

What is found in such a patient (bacteria, cells, a device's algorithm) makes no laboratory study of it.
"""

import re
from typing import Final

from pipeline.draft.facts.design_proofs import proved
from pipeline.draft.facts.design_told import Told
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.study import StudyDesign


def case(told: Told) -> Known[StudyDesign] | None:
    """The report of one case or of a few, or None where no person is told of or the paper tells of methods."""
    if told.methods or told.has_results:
        return None
    if under := [s for s in told.abstract if _HEADING.match(s.heading)]:
        return proved(_one_or_more(told.title, under), _PERSON, under)
    if found := proved(StudyDesign.CASE_REPORT, _PRESENTED, told.abstract):
        return found
    if told.journal and _JOURNAL.search(told.journal):
        return proved(_one_or_more(told.title, told.abstract), _ONE_PERSON, told.abstract)
    return None


def _one_or_more(title: str, sentences: list[Sentence]) -> StudyDesign:
    if _TITLED_ONE.search(title):
        return StudyDesign.CASE_REPORT
    told = [title, *(s.quote for s in sentences if _TELLS.search(s.quote))]
    several = any(_SEVERAL.search(text) for text in told)
    return StudyDesign.CASE_SERIES if several else StudyDesign.CASE_REPORT


_TITLED_ONE: Final = re.compile(r"\b(?:case report|a (?:[\w-]+ ){0,2}case|report of an?)\b", re.IGNORECASE)


_HEADING: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:(?:clinical |our |the )?cases?(?: (?:presentations?|reports?|summary|summaries|descriptions?"
    r"|histor(?:y|ies)|details|overview|outline))?|(?:patients?|clinical) (?:presentation|concerns?|history)"
    r"|presentation of (?:the )?cases?)\W*\Z",
    re.IGNORECASE,
)
"""`Case presentation`, as a part of an abstract."""
_JOURNAL: Final = re.compile(r"\b(?:case reports?|case studies|cases|idcases|case rep)\b", re.IGNORECASE)
_WHO: Final = (
    r"(?:man|woman|boy|girl|patient|infant|neonate|newborn|child|gentleman|lady|adolescent|teenager|baby|mother"
    r"|brother|sister|pregnancy)"
)
_PERSON: Final = re.compile(
    rf"\b(?:{_WHO}s?|men|women|children|babies|(?:fe)?male|years?[- ]old|adults?|person|individual|client|survivor"
    r"|veteran|athlete|worker|student)\b",
    re.IGNORECASE,
)
_ONE_PERSON: Final = re.compile(
    rf"\b(?:an?|the|our|this|one) (?:[\w-]+,? ){{0,5}}{_WHO}\b|\byears?[- ]old\b|\b(?:this|our|the|a|rare"
    rf"|present) case\b",
    re.IGNORECASE,
)
_PRESENTED: Final = re.compile(
    r"\b(?:we|this (?:case )?report|this (?:article|paper)|the authors?) (?:here |herein |hereby )?"
    r"(?:reports?|presents?|describes?|details?) (?:on )?(?:an?|the|one) "
    rf"(?:[\w-]+ ){{0,4}}case (?:report )?of (?:an?|the) (?:[\w-]+,? ){{0,6}}{_WHO}\b"
    rf"|\ban? (?:[\w-]+ )?case (?:is|was) (?:presented|reported|described)\b[^.;]{{0,80}}\ba {_WHO}\b"
    r"|\A\W*(?:an?|one|the) (?:[\w-]+ ){0,2}case of (?:[\w-]+,? ){1,12}(?:is|was) (?:presented|reported|described)\b"
    r"|\b(?:we|this report) (?:here |herein )?(?:reports?|presents?|describes?|details?) (?:on )?(?:an?|one|our) "
    r"(?:[\w-]+ ){0,3}\d{1,3}[- ](?:years?|months?|weeks?|days?)[- ]old (?:[\w-]+ ){0,3}"
    r"(?:man|woman|boy|girl|male|female|gentleman|lady|patient|infant)\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(
    r"\b(?:we|this report|the authors?|is|are|was|were) (?:here |herein )?(?:reports?|presents?|describes?|reported"
    r"|presented"
    r"|described)\b|\bcase (?:1|one|2|two)\b",
    re.IGNORECASE,
)
"""A sentence that presents the patients of this report; others count those of the literature."""
_SEVERAL: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|[1-9]\d|several) (?:[\w-]+ ){0,3}"
    r"(?:cases|patients|siblings|brothers|sisters|families|men|women|children|infants)\b|\bcase series\b",
    re.IGNORECASE,
)
