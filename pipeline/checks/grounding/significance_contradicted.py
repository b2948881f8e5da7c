"""The statement calls a result significant, or not, against the p value or interval that it or its quote gives.

Why it is wrong:
    p = 0.4 told as "significant", or p = 0.01 as "no significant difference", is the opposite of the result.
Wrong:
    "Pain fell significantly (p = 0.40)."
    "Significantly more people were dry" where the quote says that no difference was significant.
    "Walking did not differ significantly" with a quote that has p = 0.003 and nothing else.
Right:
    "Pain fell significantly" with a quote that has p < 0.001.
    A quote with several p values on both sides of 0.05.
Blind spots:
    Trials of non-inferiority, corrections for many tests, other levels than 0.05: they are not judged.
    Intervals of which it is not told whether they are of a ratio.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.checks.told_changes import CLOSE, closeness
from pipeline.models.finding import Severity
from pipeline.text.significance import Verdict, intervals, p_values, verdicts


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the quotes are the paper here
    told = list(verdicts(statement.text))
    if not told or len({verdict.significant for verdict in told}) > 1 or _ASKED.search(statement.text):
        return
    for shown, what, severity in _evidence(statement, _clause(statement.text, told[0])):
        if shown:
            if told[0].significant not in shown:
                yield Hit(told[0].start, told[0].end, _message(told[0].significant, what), severity)
            return


_ASKED: Final = re.compile(r"\b(?:whether|if|to (?:see|find out|test|determine|understand))\b", re.IGNORECASE)


def _clause(text: str, verdict: Verdict) -> str:
    """The clause that has the verdict: `…, with no significant change in the others` is not about the p in front."""
    ends = [0, *(found.end() for found in _CLAUSE_ENDS.finditer(text)), len(text)]
    return next(text[start:end] for start, end in pairwise(ends) if start <= verdict.start < end)


_CLAUSE_ENDS: Final = re.compile(
    r";\s|,\s(?=(?:with|and|but) no\b|but\b(?! not\b)|while\b|whereas\b|although\b)|\.\s(?=[A-Z])"
    r"|,?\s(?=(?:with the exception of|except(?: for)?|apart from|other than) )|\)\s(?=and (?:not )?significantly\b)"
)


def _evidence(statement: Statement, text: str) -> Iterator[tuple[tuple[bool, ...], str, Severity]]:
    """What can tell whether a result was significant, the surest first; `text` is the clause that tells it."""
    quote = statement.quoted
    near = Severity.BLOCK if closeness(statement.text, quote) >= CLOSE else Severity.WARN
    yield p_values(text), "p value", Severity.BLOCK
    yield _only_one_side(p_values(quote), quote), "p value of the quote", near
    yield tuple(verdict.significant for verdict in verdicts(quote)), "quote, in words,", near
    yield intervals(text), "confidence interval", Severity.WARN
    yield intervals(quote), "confidence interval of the quote", Severity.WARN


def _only_one_side(values: tuple[bool, ...], quote: str) -> tuple[bool, ...]:
    """The p values of quotes that do not themselves say both, in figures or in words."""
    sides = {*values, *(verdict.significant for verdict in verdicts(quote))}
    return values if len(sides) == 1 else ()


def _message(significant: bool, what: str) -> str:  # noqa: FBT001  # what the statement says
    return f"Told as {'significant' if significant else 'not significant'}; the {what} says otherwise."


CHECK = StatementCheck(
    name="significance_contradicted",
    group=Group.GROUNDING,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
