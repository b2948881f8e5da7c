"""The quotes that are given for a statement have hardly a word in common with it.

Why it is wrong:
    A quote that speaks of something else proves nothing, but it looks like proof, and a reviewer who trusts it looks no
    further.
Wrong:
    "Pain fell in the trained group" with a quote on how blood was drawn.
Right:
    A number of the quote's in other words, or rounded: "about 28%" for 28.17%.
    "People walked faster" with a quote on gait speed: readers' words for a paper's.
Blind spots:
    A quote about the same things that says nothing of what the statement claims.
    Statements of two or three words.
"""

from collections.abc import Iterator
from typing import Final

from pipeline.checks.arithmetic import is_gap
from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.frequencies import told_as_frequencies
from pipeline.checks.paper_view import PaperView
from pipeline.checks.rounding import is_near
from pipeline.checks.statement import Part, Statement
from pipeline.models.finding import Severity
from pipeline.text.quantities import quantities
from pipeline.text.words import content, stem

_IN_ANY_STUDY: Final = frozenset(
    map(
        stem,
        str.split(
            "study studies people patients group groups result results researchers research trial find found show shown"
            " looked made make used use given took taken time well good better more need needed help helped may work"
        ),
    )
)
_FEWEST: Final = 4
"""Words with a meaning that a statement must have for its quotes to be held against it."""


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    if not statement.evidence or statement.part is not Part.CLAIM or statement.text in statement.quoted:
        return
    own, theirs = content(statement.text), content(statement.quoted)
    telling = own - _IN_ANY_STUDY
    if len(telling) < _FEWEST or telling & theirs or _share_a_number(statement):
        return
    severity = Severity.WARN if own & theirs else Severity.BLOCK
    yield Hit(0, len(statement.text), "The quotes given for this statement share no telling word with it.", severity)


def _share_a_number(statement: Statement) -> bool:
    """Whether they have a number in common, be it rounded, told in people, or what lies between two percentages."""
    quoted = quantities(statement.quoted)
    values = {abs(each.number.value) for each in quoted}
    told = [each.number for each in quantities(statement.text)]
    if any(abs(number.value) in values or is_near(number, values) for number in told):
        return True
    return bool(told_as_frequencies(statement)) or any(is_gap(statement.text, number, quoted) for number in told)


CHECK = StatementCheck(
    name="quote_unrelated",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
