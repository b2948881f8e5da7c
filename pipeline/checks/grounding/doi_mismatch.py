"""The DOI in the citation is not that of the paper.

Why it is wrong:
    Whoever wants to check the page, or to show it to a doctor, follows the DOI and finds another article. Everything
    that is looked up by it belongs to that other article too: licence, corrections, a retraction.
Wrong:
    10.5555/walking.2021.7 in the citation of a page on 10.5555/walking.2021.1.
Right:
    The same DOI, in capitals or not.
Blind spots:
    Pages and papers without a DOI.
    A preprint and the article that came of it have two DOIs, and are told apart: each page is on one of them.
"""

from collections.abc import Iterator

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    told, own = summary.citation.doi, paper.paper.metadata.doi
    if told and own and told.lower() != own.lower():
        yield PlacedHit("/citation/doi", f"The DOI of the paper is {own}.", told)


CHECK = SummaryCheck(
    name="doi_mismatch",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
