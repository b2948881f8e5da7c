"""How sure the authors of a review rate their evidence, where they give one GRADE rating for all of it."""

import re
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.models.study import Certainty, StudyDesign
from pipeline.text.ratings import is_range, ratings

_REVIEWS: Final = frozenset(
    {
        StudyDesign.META_ANALYSIS,
        StudyDesign.SYSTEMATIC_REVIEW_RCT,
        StudyDesign.SYSTEMATIC_REVIEW_OTHER,
        StudyDesign.GUIDELINE_OR_CONSENSUS,
    }
)
_GRADE: Final = re.compile(r"\bGRADE\b|\bGrading of Recommendations,? Assessment", re.IGNORECASE)


def certainty(reading: Reading, design: Known[StudyDesign] | None) -> Known[Certainty] | None:
    """The rating, if results and conclusions of abstract or paper give the same one throughout; else None."""
    if design is None or design.value not in _REVIEWS or not _GRADE.search(reading.paper.text):
        return None
    abstract = reading.abstract(Role.RESULTS, Role.CONCLUSION)
    body = reading.within(SectionKind.RESULTS, SectionKind.CONCLUSION)
    for sentences in (abstract, body):
        rated = [(level, sentence) for sentence in quotable(sentences) for level in _levels(sentence)]
        if rated:
            return (
                known(Known[Certainty], rated[0][0], rated[0][1]) if len({level for level, _ in rated}) == 1 else None
            )
    return None


def _levels(sentence: Sentence) -> list[Certainty]:
    found = [rating.level for rating in ratings(sentence.quote)]
    if is_range(sentence.quote):
        return [Certainty.VERY_LOW, Certainty.HIGH] if found else []  # two ratings are none
    return found
