"""How long treatment or observation lasted."""

import re
from typing import Final

from pipeline.draft.facts.evidence import known, of_methods
from pipeline.draft.facts.time_span import SINGULAR, SPAN, spelled
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.models.paper import SectionKind

_COURSE: Final = (
    r"(?:intervention|treatments?|training|therap(?:y|ies)|programm?e?|trial|study|study period|exercise|rehabilitation"
    r"|course|supplementation|regimen)"
)
_BETWEEN: Final = r"(?:(?!follow|post|wash|run|baseline|of\b|in\b|the\b|and\b)[\w-]{1,20} ){0,3}"
_GIVEN: Final = r"(?:treated|trained|received|underwent|administered|given|exercised|took|performed|applied|delivered)"
_AFTER: Final = r"(?! (?:of age|old|ago|before|after|post|prior|follow|apart))"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{SINGULAR}[ -](?:long )?{_BETWEEN}{_COURSE}\b",
        rf"{SPAN} of {_BETWEEN}{_COURSE}\b",
        rf"\b{_COURSE}\b[^.;]{{0,60}}\b(?:for|over|lasted|lasting) (?:a (?:total|period) of )?{SPAN}{_AFTER}",
        rf"\b{_GIVEN}\b[^.;]{{0,100}}\b(?:for|over) (?:a (?:total|period) of )?{SPAN}{_AFTER}",
        rf"\b(?:days?|times?|sessions?|once|twice) (?:a|per|each) (?:day|week),? (?:and )?(?:for|over) {SPAN}{_AFTER}",
    )
)
_SURE: Final = (_FORMS[0], _FORMS[4])
"""In the body, where many spans of time stand, only these two say it without doubt."""
_NOT_THE_COURSE: Final = re.compile(
    r"\bfollow(?:ed)?[- ]?up\b|\bprevious|\bprior to\b|\bat least\b|\bcontacted\b|\bconsent\b|\bcriteri|\bno response\b"
    r"|\bwash-?out\b|\brun-in\b|\bresponded\b|\bapproach\b|\bpilot\b|\bincubat|\bstored\b|\bhistory of\b"
    r"|\bwas (?:alleviated|resolved)",
    re.IGNORECASE,
)


def duration(reading: Reading) -> Known[str] | None:
    """The first span of time that the abstract's or the paper's methods give for the treatment itself."""
    for sentence in of_methods(reading):
        if _NOT_THE_COURSE.search(sentence.quote):
            continue
        for form in _FORMS if sentence.kind is SectionKind.ABSTRACT else _SURE:
            if found := form.search(sentence.quote):
                return known(Known[str], spelled(found["n"], found["unit"]), sentence)
    return None
