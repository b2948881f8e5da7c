"""How long before the study the injuries happened."""

import re
from typing import TYPE_CHECKING, Final

from pipeline.draft.facts.evidence import about_the_study, known
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.study import TimeSinceInjury

if TYPE_CHECKING:
    from pipeline.draft.reading.sentence import Sentence

_INJURY: Final = r"(?:[\w,-]+ ){0,4}(?:spinal[- ]cord[- ](?:injur|lesion)\w*|SCI\b|tetraplegi\w+|paraplegi\w+)"
_FORMS: Final = {
    TimeSinceInjury.SUBACUTE: re.compile(rf"\bsub-?acute {_INJURY}", re.IGNORECASE),
    TimeSinceInjury.ACUTE: re.compile(rf"(?<!sub)(?<!sub-)\bacute(?:ly)? {_INJURY}", re.IGNORECASE),
    TimeSinceInjury.CHRONIC: re.compile(rf"\bchronic(?:ally)? {_INJURY}", re.IGNORECASE),
}


def time_since_injury(reading: Reading) -> Known[TimeSinceInjury] | None:
    """The phase that abstract, methods or results name with the injury; more than one is mixed."""
    found: dict[TimeSinceInjury, Sentence] = {}
    for sentence in about_the_study(reading):
        for phase, form in _FORMS.items():
            if phase not in found and form.search(sentence.quote):
                found[phase] = sentence
    if not found:
        return None
    value = next(iter(found)) if len(found) == 1 else TimeSinceInjury.MIXED
    return known(Known[TimeSinceInjury], value, *found.values())
