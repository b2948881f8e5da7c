"""A part of the page is far too long or far too short.

Why it is wrong:
    Forty key findings are none; an item of two hundred words is a paragraph that somebody pasted. Good pages have
    two or
    three key messages, two to five key findings and 400 to 850 words in all (Cochrane, plain language summaries, 2022).
Wrong:
    Sixty key findings; a key message of 150 words; a title of 400 characters.
Right:
    Two key messages of twenty words, four key findings, six statements that explain.
Blind spots:
    The right number of words about the wrong things.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, PlacedHit, SummaryCheck
from pipeline.checks.paper_view import PaperView
from pipeline.models.finding import Severity
from pipeline.models.summary import Summary, claims

_MOST_ITEMS: Final = {
    "key_messages": 5,
    "key_findings": 12,
    "simple_explanation": 20,
    "research_summary": 12,
    "limitations": 15,
    "harms": 12,
    "what_this_does_not_mean": 8,
    "glossary": 40,
}
"""Twice what a good page has, or more: what is above is no judgement but a fault."""
_MOST_WORDS: Final = 110
"""Words of one item."""
_LONGEST_TITLE: Final = 300
"""Characters; Cochrane allows 256, and papers' own titles are longer at times."""


def _find(summary: Summary, paper: PaperView) -> Iterator[PlacedHit]:  # noqa: ARG001  # the page alone tells
    if len(summary.plain_title) > _LONGEST_TITLE:
        yield PlacedHit("/plain_title", f"The title has {len(summary.plain_title)} characters.", summary.plain_title)
    for name, most in _MOST_ITEMS.items():
        items = getattr(summary, name)
        if len(items) > most:
            yield PlacedHit(f"/{name}", f"There are {len(items)} items here; {most} are too many already.", "")
    for place, claim in claims(summary):
        if (words := claim.text.count(" ") + 1) > _MOST_WORDS:
            yield PlacedHit(f"{place}/text", f"This item has {words} words.", claim.text)


CHECK = SummaryCheck(
    name="length_bounds",
    group=Group.MALFORMED,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
