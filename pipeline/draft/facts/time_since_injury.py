"""How long before the study the injuries happened."""

import re
from typing import TYPE_CHECKING, Final

from pipeline.draft.facts.evidence import about_the_study, known
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.models.claim import Known
from pipeline.models.study import TimeSinceInjury

if TYPE_CHECKING:
    from pipeline.draft.reading.sentence import Sentence

_INJURY: Final = r"(?:spinal[- ]cord[- ](?:injur|lesion)\w*|T?SCIs?\b|(?:tetra|quadri|para)plegi\w+)"
_NOT_CARE: Final = r"(?! (?:units?|wards?|care|cent(?:er|re)s?|services?|rehabilitation))"
"""`an acute SCI unit` is no injury."""
_BETWEEN: Final = r"(?: \([^()]{1,30}\))?,? (?:[\w,-]+ ){0,4}"
"""`acute, complete, traumatic SCI`, `chronic (n = 8) SCI`."""


def _form(phase: str) -> re.Pattern[str]:
    before = rf"{phase}{_BETWEEN}{_INJURY}{_NOT_CARE}"
    behind = rf"{_INJURY} (?:\([^()]{{1,30}}\) )?in (?:the|an?) {phase} (?:phase|stage)"
    return re.compile(rf"{before}|{behind}", re.IGNORECASE)


_FORMS: Final = {
    TimeSinceInjury.SUBACUTE: _form(r"\bsub-?acute"),
    TimeSinceInjury.ACUTE: _form(r"(?<!sub)(?<!sub-)\bacute(?:ly)?"),
    TimeSinceInjury.CHRONIC: _form(r"\bchronic(?:ally)?"),
}


def time_since_injury(reading: Reading) -> Known[TimeSinceInjury] | None:
    """The phase that abstract, methods or results name with the injury; more than one is mixed."""
    found: dict[TimeSinceInjury, Sentence] = {}
    titled = any(form.search(reading.title) for form in _FORMS.values())
    background = reading.abstract(Role.BACKGROUND) if titled else ()  # what the title names may be told there alone
    for sentence in (*about_the_study(reading), *background):
        folded = sentence.quote.casefold()
        for phase, form in _FORMS.items() if "acute" in folded or "chronic" in folded else ():
            of_others = sentence.role is Role.BACKGROUND and not form.search(reading.title)
            if phase not in found and not of_others and form.search(sentence.quote):
                found[phase] = sentence
    if not found:
        return None
    value = next(iter(found)) if len(found) == 1 else TimeSinceInjury.MIXED
    return known(Known[TimeSinceInjury], value, *found.values())
