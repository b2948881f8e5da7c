"""What was only found together is told as cause and effect.

Why it is wrong:
    A study that watches cannot tell what causes what: those who slept badly may have had more pain for a third
    reason. A
    third of press releases say more than their study does (Sumner et al., BMJ 2014;349:g7015).
Wrong:
    "Poor sleep caused more pain" with a quote that says that the two were associated.
    "The study shows that exercise prevents falls" for a cohort study.
Right:
    "People who slept badly had more pain."
    "Exercise was linked with fewer falls; this study cannot show that it was the reason."
    "The drug led to more side effects" in a randomised trial.
Blind spots:
    "Reduced" and "improved" in the past tense, which as often tell what was measured.
    Observational parts of randomised trials, where no quote is given.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Part, Statement
from pipeline.models.finding import Severity
from pipeline.text.causation import Cause, causes, tells_cause, tells_link
from pipeline.text.sentences import sentences

_OF_THIS_STUDY: Final = re.compile(
    r"\b(?:(?:this|our|the present) (?:study|research|analysis|survey|review)|(?:the )?(?:study"
    r"|researchers|authors|results?|findings?|data)"
    r" (?:\w+ )?(?:found|show(?:s|ed)?|demonstrat\w+|reveal\w*|conclu\w+|prov\w+|report\w*|suggest\w*"
    r"|indicat\w+|confirm\w*)"
    r"|we (?:found|show|showed|conclude)|in this (?:study|group|research)|(?:the )?study showed)\b",
    re.IGNORECASE,
)
_RESULTS: Final = ("/key_messages/", "/key_findings/")
_NO_RESULTS: Final = ("/limitations/", "/harms/", "/practical_implications/")


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the statement knows the study
    if not statement.is_about_the_study or statement.part is Part.FACT or statement.place.startswith(_NO_RESULTS):
        return
    for cause in causes(statement.text):
        if found := _fault(statement, cause):
            message, severity = found
            yield Hit(cause.start, cause.end, f"{cause.words!r}: {message}", severity)
            return


def _fault(statement: Statement, cause: Cause) -> tuple[str, Severity] | None:
    quoted = statement.quoted
    if cause.strong and tells_link(quoted) and not tells_cause(quoted):
        return "the quote only says that the two were found together.", Severity.BLOCK
    if not statement.study.only_observed or not _tells_a_result(statement, cause):
        return None
    if tells_cause(quoted):
        return "the authors say so too, but their study only observed.", Severity.WARN
    severity = Severity.WARN if statement.part is Part.FREE_TEXT else Severity.BLOCK  # its design was only guessed
    return "the study only observed, and cannot show what causes what.", severity


def _tells_a_result(statement: Statement, cause: Cause) -> bool:
    """Whether the sentence is about this study; what an illness leads to in general is no result."""
    if statement.place.startswith(_RESULTS):
        return True
    spans = sentences(statement.text)
    start, end = next((span for span in spans if span[0] <= cause.start < span[1]), (0, len(statement.text)))
    return _OF_THIS_STUDY.search(statement.text, start, end) is not None


CHECK = StatementCheck(
    name="causal_from_observation",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
