"""Registration numbers of trials and reviews."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind
from pipeline.text.registrations import registrations

_OWN_PLACES: Final = (
    SectionKind.ABSTRACT,
    SectionKind.REGISTRATION,
    SectionKind.METHODS,
    SectionKind.ETHICS,
    SectionKind.FUNDING,
    SectionKind.OTHER,
)
_OTHER_PLACES: Final = (
    SectionKind.INTRODUCTION,
    SectionKind.RESULTS,
    SectionKind.DISCUSSION,
    SectionKind.CONCLUSION,
    SectionKind.DATA_AVAILABILITY,
    SectionKind.CONFLICTS,
)
_OF_THIS_STUDY: Final = re.compile(
    r"\b(?:this|the present|our|the current) (?:\w+ ){0,3}(?:study|trial|review|protocol"
    r"|meta-analysis)\b.{0,80}\bregist"
    r"|\b(?:this|the present|our|the current) (?:[\w-]+ ){0,3}(?:study|trial) ?[(\[,]"
    r"|\b(?:trial|study|clinical|protocol) (?:trial )?registration\b|\bregist(?:ered|ration) (?:number|no|id)\b",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:two|three|several|some|the|these) other (?:[\w-]+ ){0,2}(?:trials|studies)\b|"
    r"\b(?:larger|similar|earlier|recent|sister|another|other) (?:[\w-]+ ){0,3}(?:trial|study) ?[(\[]"
    r"|\b(?:as in|unlike|like|differs from|compared with) the (?:[\w-]+ ){0,4}(?:trial|study) ?[(\[]"
    r"|\b(?:funded|supported|financed) (?:by|through|as part of) (?:\w+ ){0,4}(?:study|trial)\b",
    re.IGNORECASE,
)
"""Other studies, and one that paid for this one, have numbers of their own."""
_ENOUGH: Final = 5


def registration(reading: Reading) -> tuple[Known[str], ...]:
    """Each number once, as its registry writes it; the title proves one that no sentence has.

    Introduction, results and discussion name the trials of others: they count only where nothing stands elsewhere and
    the sentence speaks of this study.
    """
    titled = [reading.titled] if reading.titled else []
    own = dict(_numbers([*reading.within(*_OWN_PLACES), *titled]))
    told = own or dict(_numbers(s for s in reading.within(*_OTHER_PLACES) if _OF_THIS_STUDY.search(s.quote)))
    return tuple(told.values())[:_ENOUGH]


def _numbers(sentences: Iterable[Sentence]) -> Iterator[tuple[str, Known[str]]]:
    """The first sentence of each number (later ones do not replace it)."""
    seen: set[str] = set()
    for sentence in (each for each in quotable(sentences) if not _OF_OTHERS.search(each.quote)):
        for _, _, number in registrations(sentence.quote):
            if number not in seen:
                seen.add(number)
                yield number, known(Known[str], number, sentence)
