"""What is only planned is told as done.

Why it is wrong:
    A protocol has no participants and no results yet. "Twenty-four people had more motivation" makes a finding out of
    what its authors mean to measure.
Wrong:
    "Twenty-four people were recruited" where the quote says that 24 will be recruited.
Right:
    "The researchers plan to recruit 24 people."
    What was done before the plan, such as a pilot study.
Blind spots:
    Plans in the present tense, or by "to be".
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Part, Statement
from pipeline.models.finding import Severity
from pipeline.models.study import StudyDesign

_PLANNED: Final = re.compile(r"\b(?:will|shall)\b", re.IGNORECASE)
_DONE: Final = re.compile(
    r"\b(?:was|were|had|took|got|gave|did|felt|met|found|saw|(?!need)[a-z]{2,}ed)\b(?! to (?:be|take|test|see|find))",
    re.IGNORECASE,
)
_NOT_YET: Final = re.compile(
    r"\b(?:will|shall|would|plan\w*|going to|intend\w*|aim\w*|hope[sd]?|want\w*|designed|propos\w+|may|might|could|can"
    r"|should|until|yet|if|whether|set out|protocol)\b|\bto be\b|['\u2019]ll\b",
    re.IGNORECASE,
)


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    quoted = statement.quoted
    if statement.part is not Part.CLAIM or not quoted or statement.text in quoted:
        return
    if not _is_all_planned(quoted) or _NOT_YET.search(statement.text):
        return
    if done := _DONE.search(statement.text):
        planned = statement.study.design is StudyDesign.PROTOCOL
        message = "The quote tells what will be done; the statement tells it as done."
        yield Hit(done.start(), done.end(), message, Severity.BLOCK if planned else Severity.WARN)


def _is_all_planned(quoted: str) -> bool:
    """Whether each quote is about the time to come, and none about what has been."""
    return all(_PLANNED.search(line) and not _PAST.search(line) for line in quoted.split("\n"))


_PAST: Final = re.compile(r"\b(?:was|were|had|has been|have been)\b", re.IGNORECASE)


CHECK = StatementCheck(
    name="plan_told_as_done",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
