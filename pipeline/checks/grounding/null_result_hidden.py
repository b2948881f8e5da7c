"""The quote says that nothing differed or changed; the statement tells a change, or the other way round.

Why it is wrong:
    A result that showed no difference is a result. Told as a benefit it is the spin that misleads most; told the other
    way round, a benefit or a harm is hidden.
Wrong:
    "Walking improved with the drug" with a quote that says that walking did not differ between the groups.
    "The groups were similar" with a quote that says that one group had more pain.
Right:
    "There was no clear difference in walking" with a quote that says that it did not differ.
Blind spots:
    A main result without a difference that the summary leaves out altogether.
    A quote that says both: no difference at four weeks, a difference at twelve.
"""

from collections.abc import Iterator

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_changes import Contradiction, contradicted
from pipeline.models.finding import Severity

_MESSAGES = {
    Contradiction.NULL_AS_EFFECT: "Told as {0!r}, where the quote says that nothing differed ({1!r}).",
    Contradiction.EFFECT_AS_NULL: "Told as no difference ({0!r}), where the quote says {1!r}.",
}


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    for told in contradicted(statement):
        if told.how in _MESSAGES:
            message = _MESSAGES[told.how].format(told.change.word, told.quoted.word)
            yield Hit(told.change.start, told.change.end, message, Severity.BLOCK if told.is_close else Severity.WARN)


CHECK = StatementCheck(
    name="null_result_hidden",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
