"""The statement tells a change the other way round than its quote.

Why it is wrong:
    "Reduced" told as "raised", or "better" as "worse", turns the study's message round while every word and number
    beside it stays right.
Wrong:
    "Pain rose in the trained group" with a quote that says it fell.
    "The drug group walked further" with a quote that says it walked less far.
Right:
    "Pain got better" with a quote that says that pain scores decreased: less pain is better.
    "A did more than B" with a quote that says that B did less than A.
Blind spots:
    A quote that tells both directions of the same thing at different times.
    Outcomes of which it is not known whether more is better, told as better or worse.
    Changes in words that are in no list ("plummeted").
"""

from collections.abc import Iterator

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_changes import Contradiction, contradicted
from pipeline.models.finding import Severity


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    for told in contradicted(statement):
        if told.how is Contradiction.REVERSED:
            message = f"Told as {told.change.word!r}, where the quote says {told.quoted.word!r}."
            yield Hit(told.change.start, told.change.end, message, Severity.BLOCK if told.is_close else Severity.WARN)


CHECK = StatementCheck(
    name="direction_reversed",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
