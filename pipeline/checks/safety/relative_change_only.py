"""A difference is told in per cent or as a factor, without the numbers that it is a difference of.

Why it is wrong:
    "Half the risk" may be 20 in 100 instead of 40, or 1 in a million instead of 2. Readers take relative numbers for
    large ones; good lay summaries give the numbers of people.
Wrong:
    "The drug lowered the risk by 50%."
    "They were twice as likely to fall."
Right:
    "Of 100 people, 20 fell instead of 40: half as many."
    "Walking speed rose by 20%, from 0.50 to 0.60 metres a second."
Blind spots:
    Relative numbers in words ("far fewer").
    The absolute numbers in the sentence before.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Part, Statement
from pipeline.models.finding import Severity

_RELATIVE: Final = re.compile(
    r"\b(?:risks?|chances?|odds|likelihood|rates?)\b[^.]{0,40}\b(?:by|of) (?:about |nearly |over "
    r"|almost )?\d{1,3}(?:\.\d)?\s?(?:%|percent|per cent)"
    r"|\b\d{1,3}(?:\.\d)?\s?(?:%|percent|per cent) (?:lower|higher|greater|reduction|increase|decrease"
    r"|fewer|more likely|less likely|drop|rise)\b"
    r"|\b(?:twice|three times|four times|half|double) (?:as|the) (?:likely|risk|chance|odds|many)\b",
    re.IGNORECASE,
)
_ABSOLUTE: Final = re.compile(
    r"\bfrom\b[^.]{1,40}\bto\b|\b\d[\d,]* (?:out )?of (?:the |every |all )?\d|\bper (?:100|1,?000"
    r"|10,?000)\b|\bin (?:every )?(?:100|1,?000)\b"
    r"|\b(?:one|1) in (?:\d{1,3}\b|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty)"
    r"|\bcompared (?:with|to) (?:about |around )?\d|\bversus \d|\bvs\.? \d|\binstead of \d|\bout of\b",
    re.IGNORECASE,
)
_PLACES: Final = ("/key_messages/", "/key_findings/")


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:  # noqa: ARG001  # the words alone tell
    if statement.part is not Part.CLAIM or not statement.place.startswith(_PLACES):
        return
    found = _RELATIVE.search(statement.text)
    if found and not _ABSOLUTE.search(statement.text):
        yield Hit(found.start(), found.end(), "A relative number without the numbers behind it: of how many, how many?")


CHECK = StatementCheck(
    name="relative_change_only",
    group=Group.SAFETY,
    severity=Severity.WARN,
    since="0.1",
    find=_find,
)
