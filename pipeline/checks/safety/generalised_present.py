"""A result of one study is told as a general truth in the present tense.

Why it is wrong:
    "Training improves walking" says more than "in this study, people who trained walked faster": language models
    turn the
    one into the other in a quarter to three quarters of their summaries, five times as often as people do (Peters and
    Chin-Yee, R Soc Open Sci 2025;12:241776).
Wrong:
    "Robot training improves walking in people with spinal cord injury."
Right:
    "In this study, robot training improved walking."
    "Robot training may improve walking."
Blind spots:
    Generalities in the past tense ("It always helped").
    Present tenses of other verbs than those of effect.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.text.hedges import SOMEWHAT_SURE

_PRESENT: Final = re.compile(
    r"\b(?:improves|reduces|(?:increases|decreases)(?! in\b)|lowers|prevents|helps(?! to know)"
    r"|relieves|protects|restores|speeds up"
    r"|slows|strengthens|eases|boosts|heals|treats|works|benefits(?! of\b)|(?:is|are) (?:very |highly "
    r"|more )?(?:effective|safe|beneficial|helpful))\b",
    re.IGNORECASE,
)
_FRAME: Final = re.compile(
    r"\b(?:(?:this|the|these|our|present|current) (?:\w+ )?(?:study|studies|trials?|review|research"
    r"|data|evidence|results?|findings?)"
    r"|in (?:rats|mice|animals|cells)|researchers|authors|found|show(?:ed|n|s)?|participants|compared"
    r"|after \w+ (?:weeks?|months?)"
    r"|can|in this|in these|according|not|aim\w*|whether|if)\b",
    re.IGNORECASE,
)
_PLACES: Final = ("/key_messages/", "/key_findings/", "/plain_title")


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the words alone tell
    if not statement.place.startswith(_PLACES) or statement.study.without_people:
        return
    found = _PRESENT.search(statement.text)
    if found and not _FRAME.search(statement.text) and not SOMEWHAT_SURE.search(statement.text):
        yield Hit(
            found.start(),
            found.end(),
            f"{found.group()!r}: told as true of everyone; say that it is what this study found.",
        )


CHECK = StatementCheck(
    name="generalised_present",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
