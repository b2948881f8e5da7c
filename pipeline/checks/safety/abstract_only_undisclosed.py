"""Only the abstract was read, and the summary says that it was the whole paper.

Why it is wrong:
    Abstracts leave out harms and limits, and sound surer than their papers. A reader must know how much was read.
Wrong:
    A summary whose citation says "full text" for a paper of which only the abstract is there.
Right:
    A summary whose citation says "abstract only", which every page prints.
Blind spots:
    A paper of which a part is missing.
    Pages that someone else made from the summary.
"""

from collections.abc import Iterator

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.paper import Basis
from pipeline.models.summary import Summary


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    if paper.paper.basis is Basis.ABSTRACT_ONLY and summary.citation.basis is not Basis.ABSTRACT_ONLY:
        message = "Only the abstract was there; the citation says that the summary rests on the full text."
        yield PlacedHit("/citation/basis", message, summary.citation.basis.value)


CHECK = SummaryCheck(
    name="abstract_only_undisclosed",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
