"""The two sides of a comparison have changed places.

Why it is wrong:
    "The drug did better than placebo" and "placebo did better than the drug" hold the same words and numbers.
Wrong:
    "Pain was lower with placebo than with the drug" where the quote has it lower with the drug than with placebo.
Right:
    "Pain was higher with placebo than with the drug" for the same quote.
Blind spots:
    Comparisons without "than", "versus" or "compared with".
    Sides that the statement calls by other words than the quote.
"""

from collections.abc import Iterator

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.text.changes import Change, changes
from pipeline.text.comparisons import Comparison, comparisons


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    for own in comparisons(statement.text) if statement.evidence else ():
        quoted = comparisons(statement.quoted)
        crossed = max(quoted, key=own.crossed, default=None)
        if crossed is None or own.crossed(crossed) <= 2 * max(own.straight(other) for other in quoted):
            continue
        if _same_way(statement, own, crossed):
            yield Hit(own.start, own.end, "The quote compares the same two the other way round.")


def _same_way(statement: Statement, own: Comparison, quoted: Comparison) -> bool:
    """Whether both say that the left side has more (or less), although the sides have changed."""
    one, other = _told(statement.text, own), _told(statement.quoted, quoted)
    if one is None or other is None:
        return False
    senses = other.on(one.axis)
    return senses is not None and bool(senses & one.senses)


def _told(text: str, comparison: Comparison) -> Change | None:
    """The change that stands nearest in front of the joint."""
    found = [each for each in changes(text) if comparison.start <= each.start < comparison.joint]
    return found[-1] if found else None


CHECK = StatementCheck(
    name="comparison_swapped",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.2",
    find=_find,
)
