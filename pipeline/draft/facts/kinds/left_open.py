"""What settles the kind where the words leave it open: the journal's field, the clinic, the one of a case report."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.draft.facts.declared import undeclared, usual_kind
from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.facts.kinds.case import Case
from pipeline.draft.facts.kinds.settling import CLEARLY
from pipeline.draft.facts.kinds.telling import BY_ROLE
from pipeline.draft.facts.single_case import who_it_was
from pipeline.draft.facts.subjects import AT_THE_CLINIC
from pipeline.draft.reading.reading import LONGEST_ABSTRACT, Reading
from pipeline.models.claim import Known
from pipeline.models.paper import ArticleType
from pipeline.models.study import Species

_BARELY: Final = 1.0
"""The least weight of a kind that the journal's field settles."""
_MANY: Final = 3


def of_the_field(weighed: Sequence[tuple[float, Case]], reading: Reading) -> Known[Species] | None:
    """The kind that is usual in the journal's field, where words speak of it and leave open which of several it is."""
    usual, heaviest = usual_kind(reading.paper.metadata), weighed[0][0]
    weight, case = next((pair for pair in weighed if pair[1].kind is usual), (0.0, None))
    if case is None or not case.quotes or weight < max(_BARELY, heaviest / CLEARLY):
        return None
    return known(Known[Species], case.kind, *case.quotes)


def of_the_clinic(cases: Iterable[Case], reading: Reading) -> Known[Species] | None:
    """People, where the abstract tells over and over of what is done in clinics and names no other being or part."""
    others = any(case.is_named or case.is_titled for case in cases if case.kind is not Species.HUMAN)
    told = [s for s in quotable(reading.abstract(*BY_ROLE)[:LONGEST_ABSTRACT]) if AT_THE_CLINIC.search(s.quote)]
    words = {word.lower() for sentence in told for word in AT_THE_CLINIC.findall(sentence.quote)}
    if others or len(told) < _MANY or len(words) < _MANY or Species.HUMAN in undeclared(reading.paper.metadata):
        return None
    return known(Known[Species], Species.HUMAN, max(told, key=lambda each: BY_ROLE[each.role] if each.role else 0))


def of_one_person(reading: Reading, first: Case) -> Known[Species] | None:
    """A case report whose abstract tells of implants and nerves alone, and its case of the person who had them."""
    reports = reading.paper.metadata.article_type is ArticleType.CASE_REPORT or _CASE_REPORT.search(reading.title)
    beasts = first.kind is Species.ANIMAL and first.is_told_in_front
    told = who_it_was(reading) if reports and not beasts else None
    return known(Known[Species], Species.HUMAN, told) if told else None


_CASE_REPORT: Final = re.compile(r"\bcase report\b", re.IGNORECASE)
