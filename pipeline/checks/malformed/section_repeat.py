"""Two sections of the page say the same in the same words.

Why it is wrong:
    The simple explanation is for one reader, the research summary for another. Where one is a copy of the other, one of
    them was never written.
Wrong:
    A research summary that shares more than half of its runs of words with the simple explanation.
Right:
    Two sections that tell the same study in different words.
    Short sections, which cannot but repeat the title.
Blind spots:
    A section that says the same in other words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.claim import Claim
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary
from pipeline.text.in_words import in_words

_WORD: Final = re.compile(r"\w+")
_SECTIONS: Final = ("simple_explanation", "research_summary", "key_findings")
_RUN: Final = 5
"""Words of a run."""
_HALF: Final = 0.5
_FEWEST_WORDS: Final = 40
"""Shorter sections are not compared."""


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the page alone tells
    if summary.drafted_by.kind == "offline" and summary.drafted_by.edited_by == ():
        return  # rules pick the same sentence of a paper for two sections, and the page says so
    runs = {name: _runs(getattr(summary, name)) for name in _SECTIONS}
    for one, other in combinations(_SECTIONS, 2):
        fewer = min(len(runs[one]), len(runs[other]))
        if fewer > _FEWEST_WORDS - _RUN and len(runs[one] & runs[other]) > _HALF * fewer:
            text = getattr(summary, other)[0].text
            yield PlacedHit(f"/{other}", f"This says mostly what {in_words(one)} says, in the same words.", text)


def _runs(claims: Sequence[Claim]) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(" ".join(claim.text for claim in claims).lower())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


CHECK = SummaryCheck(
    name="section_repeat",
    group=Group.MALFORMED,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
