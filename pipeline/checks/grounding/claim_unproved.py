"""A statement about the study has no evidence.

Why it is wrong:
    What a reader takes away must stand in the paper, and the reviewer must be able to see where.
Wrong:
    A key message, key finding or harm without a quote; a limitation without one.
Right:
    A statement with at least one quote.
    What the study does not mean, which no paper says about itself.
Blind spots:
    A quote that has nothing to do with the statement.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary, claims
from pipeline.text.in_words import in_words

_MUST: Final = ("/key_messages/", "/key_findings/", "/harms/")
_NEED_NOT: Final = "/what_this_does_not_mean/"


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the form of a summary check
    for place, claim in claims(summary):
        if claim.evidence or place.startswith(_NEED_NOT):
            continue
        severity = Severity.BLOCK if place.startswith(_MUST) else Severity.WARN
        reason = in_words(claim.unproved or "no reason")
        yield PlacedHit(f"{place}/text", f"No evidence is given for this statement ({reason}).", claim.text, severity)


CHECK = SummaryCheck(
    name="claim_unproved",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
