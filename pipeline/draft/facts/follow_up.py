"""How long people were followed afterwards."""

import re
from typing import Final

from pipeline.draft.facts.evidence import about_the_study, known
from pipeline.draft.facts.time_span import SPAN, spelled
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known

_WHO: Final = r"(?:patients|participants|subjects|individuals|women|men|children|groups?|they)"
_VISIT: Final = "(?:period |time |duration |assessment |visit )?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{SPAN}[ -](?:of )?(?:post-?\w+ )?follow(?:ed)?[- ]?up\b",
        rf"\bfollow(?:ed)?[- ]?up {_VISIT}(?:of|for|was|at|lasted|after) {SPAN}\b",
        rf"\b{_WHO}\b[^.;]{{0,60}}\bfollowed (?:up )?(?:\w+ ){{0,2}}for (?:a (?:period|total) of )?{SPAN}\b",
    )
)


def follow_up(reading: Reading) -> Known[str] | None:
    """The first span that abstract, methods or results call a follow-up."""
    for sentence in about_the_study(reading):
        for form in _FORMS:
            if found := form.search(sentence.quote):
                return known(Known[str], spelled(found["n"], found["unit"]), sentence)
    return None
