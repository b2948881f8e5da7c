"""The citation gives the paper another title, journal or year than it has.

Why it is wrong:
    The citation is how a reader finds the paper, and tells a doctor which one was read. Under another title it is
    another paper, and everything on the page then seems to be about that one.
Wrong:
    "Walking after stroke" as the title of a paper that is called "Walking after spinal cord injury".
    2015 as the year of a paper that came out in 2021.
Right:
    Capitals, hyphens and dashes that differ.
    "J Neurotrauma" for "Journal of Neurotrauma".
    The year in which it came out in print, or online: both are right.
Blind spots:
    What the paper itself does not say: a PDF often holds neither journal nor date.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.paper import Metadata
from pipeline.models.summary import Citation, Summary
from pipeline.text.words import words

_SAME_TITLE: Final = 0.9
"""Share of words, from which on two titles may be one that was read with a fault (a lost index, a divided word)."""
_LONGEST: Final = 100
"""Words of a title that are compared; no article has more."""
_LEFT_OUT: Final = frozenset(("the", "of", "and", "for", "in", "on", "a"))
"""What abbreviations of journals leave out."""


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:
    told, own = summary.citation, paper.paper.metadata
    yield from _title(told, own)
    yield from _journal(told, own)
    yield from _year(told, own)


_BEFORE: Final = frozenset(("received", "rev-recd", "accepted"))
"""What happened to the manuscript before anybody could read it, in JATS's words."""


def _title(told: Citation, own: Metadata) -> Iterator[PlacedHit]:
    if not own.title or (one := _plain(told.title)) == (other := _plain(own.title)):
        return
    alike = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()
    severity = Severity.BLOCK if alike < _SAME_TITLE else Severity.WARN
    yield PlacedHit("/citation/title", f"The title of the paper is {own.title[:200]!r}.", told.title, severity)


def _journal(told: Citation, own: Metadata) -> Iterator[PlacedHit]:
    if told.journal and own.journal and not _may_be_one(_named(told.journal), _named(own.journal)):
        yield PlacedHit("/citation/journal", f"The paper stands in {own.journal[:200]!r}.", told.journal, Severity.WARN)


def _may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names are one, though either may be abbreviated."""
    starts = (a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))
    return all(starts) and (len(one) == len(other) or min(len(one), len(other)) > 1)


def _named(journal: str) -> list[str]:
    return [word for word in _plain(journal)[:_LONGEST] if word not in _LEFT_OUT]


def _year(told: Citation, own: Metadata) -> Iterator[PlacedHit]:
    years = {date.date[:4] for date in own.dates if date.kind not in _BEFORE}
    if told.published and years and told.published[:4] not in years:
        message = f"The paper says {' and '.join(sorted(years))}."
        yield PlacedHit("/citation/published", message, told.published, Severity.WARN)


def _plain(text: str) -> list[str]:
    return [word.text for word in words(text) if any(map(str.isalnum, word.text))]


CHECK = SummaryCheck(
    name="citation_mismatch",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
