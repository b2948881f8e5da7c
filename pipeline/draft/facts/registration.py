"""Registration numbers of trials and reviews."""

import re
from typing import Final

from pipeline.draft.facts.evidence import known, quotable
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind

_NUMBERS: Final = re.compile(
    r"\b(?:NCT ?\d{8}|ISRCTN ?\d{8}|ACTRN ?\d{14}|ChiCTR[-A-Za-z]{0,6}\d{8,10}|DRKS ?\d{8}|UMIN ?\d{9}|JPRN-\w{6,20}"
    r"|CTRI/\d{4}/\d{2,3}/\d{6}|CRD ?\d{9,15}|NTR ?\d{3,5}|IRCT ?\w{10,22}|jRCTs?\w{9,12}|KCT ?\d{7}|PACTR ?\d{15,16}"
    r"|RBR-\w{6,8}|TCTR ?\d{11}|SLCTR/\d{4}/\d{3}|20\d\d-\d{6}-\d\d)\b"
)
"""The forms of the primary registries in the WHO network, ClinicalTrials.gov, PROSPERO and EudraCT."""
_PLACES: Final = (
    SectionKind.ABSTRACT,
    SectionKind.REGISTRATION,
    SectionKind.METHODS,
    SectionKind.ETHICS,
    SectionKind.FUNDING,
    SectionKind.OTHER,
)
_ENOUGH: Final = 5


def registration(reading: Reading) -> tuple[Known[str], ...]:
    """Each number once; introduction, results and discussion are left out: they name the trials of others."""
    found: dict[str, Known[str]] = {}
    for sentence in quotable(reading.within(*_PLACES)):
        for match in _NUMBERS.finditer(sentence.quote):
            found.setdefault(match.group(), known(Known[str], match.group(), sentence))
    return tuple(found.values())[:_ENOUGH]
