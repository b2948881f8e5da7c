"""The passage of a paper in which a quote stands, with its neighbours."""

from dataclasses import dataclass
from typing import Final

from pipeline.models.claim import Evidence
from pipeline.models.paper import Paper

_WIDEST: Final = 2_000
"""Characters that are shown on either side of a quote at most: a PDF without paragraphs is one block of 100,000."""
_BREAK: Final = "\n\n"
"""What parts the blocks of `Paper.text`."""


@dataclass(frozen=True)
class Passage:
    """A window on a paper's text: what stands before the quote, the quote as the paper writes it, what follows.

    `start` and `end` are the window's offsets into `Paper.text`; `cut_before` and `cut_after` say that the paper
    goes on beyond it.
    """

    before: str
    quoted: str
    after: str
    section: str | None
    page: int | None
    start: int
    end: int
    cut_before: bool
    cut_after: bool


def passage(paper: Paper, evidence: Evidence, *, neighbours: int = 1) -> Passage | None:
    """The block in which a quote stands, with so many blocks before and after; None where the paper lacks the quote.

    Offsets beyond the paper's end give None too.
    """
    first, last = evidence.start, evidence.end
    if first is None or last is None or not 0 <= first < last <= len(paper.text):
        return None
    start, end = _begins(paper.text, first, neighbours), _ends(paper.text, last, neighbours)
    return Passage(
        before=paper.text[start:first],
        quoted=paper.text[first:last],
        after=paper.text[last:end],
        section=evidence.section,
        page=evidence.page,
        start=start,
        end=end,
        cut_before=start > 0,
        cut_after=end < len(paper.text),
    )


def _begins(text: str, first: int, neighbours: int) -> int:
    lowest, at = max(0, first - _WIDEST), first
    for _ in range(neighbours + 1):
        found = text.rfind(_BREAK, lowest, at)
        if found < 0:
            return lowest
        at = found
    return at + len(_BREAK)


def _ends(text: str, last: int, neighbours: int) -> int:
    highest, at = min(len(text), last + _WIDEST), last
    for _ in range(neighbours + 1):
        found = text.find(_BREAK, at, highest)
        if found < 0:
            return highest
        at = found + len(_BREAK)
    return at - len(_BREAK)
