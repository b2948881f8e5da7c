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

_SURE: Final = {
    "/study/registration": re.compile(r"\bNCT\d{8}\b|\bISRCTN ?\d{8}\b|\bACTRN\d{14}\b|\bChiCTR[-\w]{6,20}\b|\bCRD4\d{10}\b"),
    "/study/ais_grades": re.compile(r"\b(?:AIS|ASIA)(?: impairment scale)?(?: grades?)?:? ?[A-E]\b"),
}
_LIKELY: Final = {
    "/study/samples": re.compile(r"(?:patients|participants) (?:were|was) (?:enrolled|randomi[sz]ed|included)|\b[nN] ?= ?\d{2,5}\b"),
    "/study/duration": re.compile(r"(?:for|over|during|lasted) (?:\d{1,2}|two|three|four|six|eight|ten|twelve) (?:weeks|months|years)\b"),
    "/study/funding": re.compile(r"[Ff]unded by|[Ss]upported by (?:a )?grants?|[Ff]inancial support (?:from|was)"),
    "/study/conflicts": re.compile(r"[Cc]onflicts? of [Ii]nterests?|[Cc]ompeting [Ii]nterests?"),
}
_MARGIN: Final = 50


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    text = paper.paper.text
    for entry in summary.missing:
        if entry.reason is not MissingReason.NOT_IN_SOURCE:
            continue
        form = _SURE.get(entry.field) or _LIKELY.get(entry.field)
        if form and (found := form.search(text)):
            excerpt = text[max(0, found.start() - _MARGIN) : found.end() + _MARGIN]
            severity = Severity.BLOCK if entry.field in _SURE else Severity.WARN
            yield PlacedHit(entry.field, f"Said not to be in the paper, which has: {found.group()!r}.", excerpt, severity)


CHECK = SummaryCheck(
    name="value_called_missing",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.2",
    find=_find,
)
