"""Lengths that only the body of a paper tells: believed where they are told again, or told outright.

How long a study lasted is said in title, abstract, methods and results; how long somebody wore a device, took tablets
at discharge or tried something out is said once. Of the lengths that only a body told, and only once, 5 of 12 were
wrong in 300 papers that no rule had met; of all others 8 of 173.
"""

import re
from typing import Final

from pipeline.draft.facts.time_span import POINT, SPAN, spelled
from pipeline.draft.reading.reading import Reading
from pipeline.models.claim import Known
from pipeline.text.lengths import same_time

_FORMS: Final = (re.compile(SPAN, re.IGNORECASE), re.compile(POINT, re.IGNORECASE))
_OUTRIGHT: Final = re.compile(
    r"\b(?:periods?|follow(?:ed)?[- ]?up|followed|trial|study|experiment|lasted|lasting|lasts|spann?(?:ed|ing|s)"
    r"|durations?|length of|over the course of|once a week|twice a week"
    r"|times (?:a|per) week|weekly|baseline|sessions?|surveys?|visits?)\b",
    re.IGNORECASE,
)
_AROUND: Final = 60
"""Characters on either side of the length."""


def borne_out(reading: Reading, found: Known[str] | None) -> Known[str] | None:
    """`found`, unless the whole paper tells this length once alone, and not outright as a length of the study."""
    if found is None or _is_told_outright(found) or _times_told(reading, found.value) > 1:
        return found
    return None


def _is_told_outright(found: Known[str]) -> bool:
    quote = found.evidence[0].quote
    at = next((span.start() for form in _FORMS for span in form.finditer(quote) if _is(span, found.value)), 0)
    return _OUTRIGHT.search(quote, max(0, at - _AROUND), at + 2 * _AROUND) is not None


def _times_told(reading: Reading, value: str) -> int:
    return sum(_is(span, value) for form in _FORMS for span in form.finditer(reading.paper.text))


def _is(span: re.Match[str], value: str) -> bool:
    return same_time(spelled(span["n"], span["unit"]), value)
