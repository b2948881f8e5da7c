"""How a text rates the certainty (or quality) of evidence, in the words of GRADE."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.models.study import Certainty

_LEVEL: Final = r"(?P<level>very[- ]low|low|moderate|high)"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_LEVEL}[- ](?:quality|certainty)(?: of)?(?: the)? evidence\b",
        (
            r"\b(?:quality|certainty|strength) of (?:the |this |our )?(?:body of )?evidence\b[^.;]{0,60}\b(?:was|were"
            r"|is|as|to be|from)"
            rf" (?:rated |graded |judged |assessed )?(?:as )?{_LEVEL}\b"
        ),
        rf"\bevidence (?:was|is) (?:rated |graded |judged )?(?:as |to be )?(?:of )?{_LEVEL} (?:quality|certainty)\b",
    )
)
_RANGE: Final = re.compile(
    r"\b(?:low|moderate|high)[- ]?(?:quality|certainty)?,? (?:to|or|and) (?:very[- ])?(?:low|moderate|high)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating and its half-open span."""

    level: Certainty
    start: int
    end: int


def ratings(text: str) -> Iterator[Rating]:
    """Every rating of evidence in `text`, form by form."""
    for form in _FORMS:
        for found in form.finditer(text):
            level = Certainty(found["level"].lower().replace("-", "_").replace(" ", "_"))
            yield Rating(level, found.start(), found.end())


def is_range(text: str) -> bool:
    """Whether `text` names two levels at once: `low to moderate certainty`."""
    return _RANGE.search(text) is not None
