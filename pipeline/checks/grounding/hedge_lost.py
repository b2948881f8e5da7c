"""What the quote says with doubt, the statement says as a fact.

Why it is wrong:
    "May be more sensitive" and "is more sensitive" differ in the one word by which the authors say that they do not
    know. Readers act on what is certain.
Wrong:
    "The lens plays a role in the disease" where the quote has "may play a role".
Right:
    Other words of doubt: "possibly", "the researchers think that".
Blind spots:
    Statements in other words than their quotes.
    Several sentences, of which one is hedged.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Part, Statement
from pipeline.checks.told_changes import CLOSE, closeness
from pipeline.models.finding import Severity
from pipeline.text.hedges import SOMEWHAT_SURE
from pipeline.text.sentences import sentences

_HEDGED: Final = re.compile(
    r"\b(?:may|might|could|possibl[ey]|perhaps|probably|(?:appear|seem)(?:s|ed)? to|suggest(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_DOUBTS: Final = re.compile(
    rf"{SOMEWHAT_SURE.pattern}|\b(?:can|would|should|will|whether|if|think|thinks|thought|believ\w+|hop\w+|hypothes\w+"
    r"|expect\w*|assum\w+|seek\w*|aim\w*|plan\w*|question|not|no|possibilit(?:y|ies)|chances?|indicat\w+"
    r"|point(?:s|ed)? to|hint\w*|signs?|tend\w*)\b|n['\u2019]t\b",
    re.IGNORECASE,
)


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    text, quoted = statement.text, statement.quoted
    if statement.part is not Part.CLAIM or not quoted or text in quoted or _DOUBTS.search(text):
        return
    hedge = _HEDGED.search(quoted)
    if hedge and len(sentences(quoted)) == 1 and closeness(text, quoted) >= CLOSE:
        yield Hit(0, len(text), f"The quote says this with doubt ({hedge.group()!r}); the statement has none.")


CHECK = StatementCheck(
    name="hedge_lost",
    group=Group.GROUNDING,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
