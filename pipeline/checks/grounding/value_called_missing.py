"""A value is said to be missing although the paper gives it.

Why it is wrong:
    "Not in the source" is a statement about the paper, and a reader who is told so stops looking. The page on which
    Layline's work began called the study's duration "not specified".
Wrong:
    Registration missing, where the paper prints NCT01234567.
    AIS grades missing, where the paper says "AIS B".
    Samples missing, where the paper says "n = 48".
Right:
    Registration missing in a paper that prints none.
Blind spots:
    Values in words that no rule looks for.
    A number of another study's registration.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.missing import MissingReason
from pipeline.models.summary import Summary

_PRINTED: Final = {
    "/study/registration": re.compile(r"NCT\d{8}\b|ISRCTN ?\d{8}\b|ACTRN\d{14}\b|ChiCTR[-\w]{6,20}\b|CRD4\d{10}\b"),
    "/study/ais_grades": re.compile(r"A(?<=\bA)(?:IS|SIA)(?: [Ii]mpairment [Ss]cale)?(?: [Gg]rades?)?:? ?[A-E]\b"),
    "/study/samples": re.compile(r"=(?:(?<=\b[nN]=)|(?<=\b[nN] =)) ?\d{2,5}\b"),
    "/study/duration": re.compile(r"lasted \d{1,2} \w{4,6}\b|for \d{1,2} (?:weeks|months)\b"),
}
_WORDED: Final = {
    "/study/funding": ("funded by", "supported by grant", "supported by a grant", "financial support from"),
    "/study/conflicts": ("conflict of interest", "conflicts of interest", "competing interest"),
}
"""What is looked for in small letters."""
_MARGIN: Final = 50


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    for entry in summary.missing:
        if entry.reason is not MissingReason.NOT_IN_SOURCE or (span := _given(entry.field, paper)) is None:
            continue
        start, end = span
        text = paper.paper.text
        message = f"Said not to be in the paper, which has: {text[start:end]!r}."
        yield PlacedHit(entry.field, message, text[max(0, start - _MARGIN) : end + _MARGIN])


def _given(name: str, paper: PaperView) -> tuple[int, int] | None:
    """Where the paper gives the value of a field; None where no rule finds it."""
    text = paper.paper.text
    if form := _PRINTED.get(name):
        found = form.search(text)
        return found.span() if found else None
    lowered = text.lower()
    places = [(at, at + len(words)) for words in _WORDED.get(name, ()) if (at := lowered.find(words)) >= 0]
    return min(places, default=None)


CHECK = SummaryCheck(
    name="value_called_missing",
    group=Group.GROUNDING,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
