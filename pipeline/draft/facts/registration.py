"""Registration numbers of trials and reviews."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind

_SAID: Final = r"(?i:[ :#\u00a0-]|no\.?|numbers?|identifiers?|ID){0,4}"
"""What may stand between the registry and its number: `ISRCTN Number 12345678`."""
_DIGITS: Final = {
    "NCT": r"\d{8}",
    "ISRCTN": r"\d{8}",
    "ACTRN": r"\d{14}",
    "DRKS": r"\d{8}",
    "UMIN": r"\d{9}",
    "CRD": r"\d{9,15}",
    "KCT": r"\d{7}",
    "PACTR": r"\d{15,16}",
    "TCTR": r"\d{11}",
    "INPLASY": r"\d{9,12}",
    "RPCEC": r"\d{8}",
    "LBCTR": r"\d{10}",
}
_OTHERS: Final = (
    r"ChiCTR[-A-Za-z]{0,6}\d{8,10}|JPRN-\w{6,20}|CTRI/\d{4}/\d{2,3}/\d{6}|NTR ?\d{3,5}|IRCT ?\d\w{9,21}"
    r"|jRCTs?\w{9,12}|RBR-\w{6,8}|SLCTR/\d{4}/\d{3}|20\d\d-\d{6}-\d\d|U1111-\d{4}-\d{4}|HKUCTR-\d{2,5}"
    r"|researchregistry ?\d{3,6}"
)
_NUMBERS: Final = re.compile(
    r"\b(?:(?P<registry>" + "|".join(_DIGITS) + rf"){_SAID}(?P<digits>\d{{7,16}})|(?P<other>{_OTHERS}))\b"
)
"""The forms of the primary registries in the WHO network, ClinicalTrials.gov, PROSPERO, EudraCT and INPLASY."""
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
    r"|\b(?:trial|study|clinical|protocol) (?:trial )?registration\b|\bregist(?:ered|ration) (?:number|no|id)\b",
    re.IGNORECASE,
)
_ENOUGH: Final = 5


def registration(reading: Reading) -> tuple[Known[str], ...]:
    """Each number once, as its registry writes it.

    Introduction, results and discussion name the trials of others: they count only where nothing stands elsewhere and
    the sentence speaks of this study.
    """
    own = dict(_numbers(reading.within(*_OWN_PLACES)))
    told = own or dict(_numbers(s for s in reading.within(*_OTHER_PLACES) if _OF_THIS_STUDY.search(s.quote)))
    return tuple(told.values())[:_ENOUGH]


def _numbers(sentences: Iterable[Sentence]) -> Iterator[tuple[str, Known[str]]]:
    """The first sentence of each number (later ones do not replace it)."""
    seen: set[str] = set()
    for sentence in quotable(sentences):
        for found in _NUMBERS.finditer(sentence.quote):
            number = _as_registered(found)
            if number and number not in seen:
                seen.add(number)
                yield number, known(Known[str], number, sentence)


def _as_registered(found: re.Match[str]) -> str | None:
    registry = found["registry"]
    if not registry:
        return found["other"]
    return f"{registry}{found['digits']}" if re.fullmatch(_DIGITS[registry], found["digits"]) else None
