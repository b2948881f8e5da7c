"""A treatment was tried, and the page says nothing of harms, not even that none were reported.

Why it is wrong:
    Whoever weighs a treatment needs both sides. A page without harms reads as if there were none.
Wrong:
    A trial of a drug whose page has no harms, although the paper reports adverse events.
Right:
    "No serious side effects were reported."
    "The paper does not say whether there were side effects."
Blind spots:
    Harms that are told but played down.
    Treatments in studies that are no trials by their design.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary, claims

_TOLD: Final = re.compile(
    r"\b(?:harm\w*|side[- ]effects?|adverse|complications?|safe(?:ty|ly)?|unsafe|injur(?:y|ies) from"
    r"|tolerated|unwanted effects?|problems? with)\b",
    re.IGNORECASE,
)
_REPORTED: Final = (
    "adverse event",
    "adverse effect",
    "adverse reaction",
    "side effect",
    "side-effect",
    "complications",
    "tolerab",
    "safety",
)


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    if summary.harms or not paper.kind_beside(summary).tries_something:
        return
    if any(_TOLD.search(claim.text) for _, claim in claims(summary)):
        return
    cue = next((word for word in _REPORTED if word in paper.lowered), None)
    if cue:
        at = paper.lowered.find(cue)
        excerpt = paper.lowered[max(0, at - 60) : at + 80]
        yield PlacedHit("/harms", "The paper speaks of harms; the page does not.", excerpt)
    else:
        yield PlacedHit("/harms", "The page does not say that no harms were reported.", "", Severity.INFO)


CHECK = SummaryCheck(
    name="harms_missing",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
