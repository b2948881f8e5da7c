"""The number of a registered trial or review does not stand in the paper.

Why it is wrong:
    Readers look a trial up by its number: a wrong digit leads them to another trial, or to none.
Wrong:
    "NCT01234576" where the paper says NCT01234567.
Right:
    "ISRCTN12345678" where the paper prints "ISRCTN 12345678".
Blind spots:
    The number of another trial that the paper cites.
"""

from collections.abc import Iterator

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.text.registrations import named_registrations


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    for start, end, number in named_registrations(statement.text):
        if number not in paper.registrations:
            yield Hit(start, end, f"The paper does not name this registration: {number!r}.")


CHECK = StatementCheck(
    name="registration_not_in_source",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
