"""The parts of the spine that were injured."""

import re
from typing import Final

from pipeline.draft.facts.evidence import about_the_study, known
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.study import InjuryLevel

_LEVELS: Final = r"\blevels? (?:between |from |of )?"
_TO_T: Final = r"(?:C[1-8] ?(?:to|and|-|\u2013) ?)?"
"""A range may start in the neck: "levels C6 to T10"."""
_NAMES: Final = {
    InjuryLevel.CERVICAL: rf"cervical|{_LEVELS}C[1-8]\b|\bC[1-8]\b(?=[^.;]{{0,40}}(?:injur|lesion|level|SCI))",
    InjuryLevel.THORACIC: (
        rf"thoracic|{_LEVELS}{_TO_T}T(?:1[0-2]|[1-9])\b"
        r"|\bT(?:1[0-2]|[1-9])\b(?=[^.;]{0,40}(?:injur|lesion|level|SCI|contusion))"
    ),
    InjuryLevel.LUMBAR: r"lumbar (?:\w+ )?(?:spinal cord|injur|lesion|SCI)",
    InjuryLevel.SACRAL: r"sacral (?:\w+ )?(?:spinal cord|injur|lesion)",
    InjuryLevel.CONUS_CAUDA: r"conus medullaris|cauda equina",
}
_FORMS: Final = tuple((level, re.compile(form)) for level, form in _NAMES.items())
_OF_THE_CORD: Final = re.compile(
    r"\bspinal[- ]cord (?:injur|lesion|contusion|transection|compression)|\bSCI\b|\b(?:tetra|quadri|para)plegi",
    re.IGNORECASE,
)


def injury_levels(reading: Reading) -> tuple[Known[InjuryLevel], ...]:
    """Each level that abstract, methods or results name in one sentence with an injury of the spinal cord."""
    found: dict[InjuryLevel, Known[InjuryLevel]] = {}
    for sentence in about_the_study(reading):
        quote = sentence.quote
        if not _OF_THE_CORD.search(quote):
            continue
        for level, form in _FORMS:
            if level not in found and form.search(quote):
                found[level] = known(Known[InjuryLevel], level, sentence)
    return tuple(found[level] for level in InjuryLevel if level in found)
