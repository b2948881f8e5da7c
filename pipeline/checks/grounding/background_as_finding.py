"""What the introduction says of other studies is told as a finding of this one.

Why it is wrong:
    The reader takes it for what this study showed; it is what the authors knew before they began.
Wrong:
    A key finding whose only quotes stand in the introduction, or under "Background" in the abstract.
Right:
    A key finding with a quote from the results, from the abstract's results or from the conclusion.
    The problem, told in the simple explanation, with a quote from the introduction.
Blind spots:
    Papers without headings, in which nothing tells where the introduction ends.
    What other studies found, quoted from the discussion.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.models.paper import SectionKind

_FINDINGS: Final = "/key_findings/"
_BACKGROUND: Final = ("background", "introduction")


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    if not statement.place.startswith(_FINDINGS):
        return
    places = [proof.start for proof in statement.evidence if proof.start is not None]
    if places and all(_is_background(paper, place) for place in places):
        yield Hit(0, len(statement.text), "Every quote for this finding stands in the introduction.")


def _is_background(paper: PaperView, offset: int) -> bool:
    section = paper.section_at(offset)
    if section is None:
        return False
    heading = section.heading.lower().strip(" .:0123456789")
    in_abstract = section.kind is SectionKind.ABSTRACT and heading in _BACKGROUND
    return in_abstract or section.kind is SectionKind.INTRODUCTION


CHECK = StatementCheck(
    name="background_as_finding",
    group=Group.GROUNDING,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
