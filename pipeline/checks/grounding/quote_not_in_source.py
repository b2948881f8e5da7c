"""A quote that is given as evidence does not stand in the paper.

Why it is wrong:
    Evidence that is not in the paper proves nothing, and looks as if it did. Every quote is looked up anew; what
    the draft says about where it stands is not believed.
Wrong:
    A quote with one digit, unit, negation or name changed; a quote that stands elsewhere than its offsets say.
Right:
    A quote that equals the paper but for case, spaces, hyphens, dashes, ligatures, quotation marks and citation
    markers.
Blind spots:
    A quote that is in the paper but does not support the claim.
    A quote whose meaning turns on the words around it, apart from a negation directly in front of it.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.proofs import proofs
from pipeline.models.claim import Evidence, Match
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary

_NEGATION: Final = re.compile(r"(?:\b(?:no|not|never|without|neither|nor|cannot)|n['\u2019]t)\s{1,3}\Z", re.IGNORECASE)


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    for place, evidence in proofs(summary):
        if found := _fault(evidence, paper):
            message, severity = found
            yield PlacedHit(f"{place}/quote", message, evidence.quote, severity)


def _fault(evidence: Evidence, paper: PaperView) -> tuple[str, Severity] | None:
    if evidence.match is Match.NOT_FOUND or evidence.start is None or evidence.end is None:
        return "The quote was not found in the paper.", Severity.BLOCK
    match = paper.quotes.match_at(evidence.quote, evidence.start, evidence.end)
    if match is None:
        elsewhere = paper.quotes.locate(evidence.quote)
        message = "stands elsewhere than its offsets say" if elsewhere else "does not stand in the paper"
        return f"The quote {message}.", Severity.BLOCK
    if match is Match.NORMALISED and evidence.match is Match.EXACT:
        return "The quote is recorded as exact but differs in its typography.", Severity.WARN
    before = paper.paper.text[max(0, evidence.start - 12) : evidence.start]
    if _NEGATION.search(before):
        return f"The quote leaves out the {before.split()[-1]!r} that stands in front of it.", Severity.WARN
    return None


CHECK = SummaryCheck(
    name="quote_not_in_source",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
