"""The text rates the evidence as surer than the paper does.

Why it is wrong:
    People weigh a treatment by how sure the evidence is. GRADE's four words say it, and one in place of another turns
    "we do not know" into "we know": whoever reads "high certainty" has no reason to ask further.
Wrong:
    "High-certainty evidence shows that it helps" where the paper rates the evidence as low.
    "There is strong evidence that it helps" where every rating of the paper is low or very low.
Right:
    The rating that the paper gives, or a lower one.
    "Low to moderate certainty" where the paper rates some outcomes as low and others as moderate.
Blind spots:
    One outcome's rating told of another: the paper has both.
    Papers that do not rate their evidence; "strong evidence" is then for `overclaim` to see.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Statement
from pipeline.models.finding import Severity
from pipeline.models.study import Certainty
from pipeline.text.in_words import in_words
from pipeline.text.ratings import is_range, ratings

_ORDER: Final = (Certainty.VERY_LOW, Certainty.LOW, Certainty.MODERATE, Certainty.HIGH)
_STRONG: Final = re.compile(
    r"\b(?:strong|convincing|solid|firm|robust|conclusive|clear) (?:scientific )?(?:evidence|proof)\b", re.IGNORECASE
)
_SUBJECT: Final = ("vidence", "proof", "EVIDENCE", "PROOF")
"""What each form speaks of, looked for at no cost."""
_DENIED: Final = re.compile(r"\b(?:no|not|without|lack\w*|little|need\w*|insufficient)\b", re.IGNORECASE)
_LOOK_BACK: Final = 40


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    text = statement.text
    if not any(word in text for word in _SUBJECT):
        return
    told = [] if is_range(text) else list(ratings(text))
    strong = _STRONG.search(text)
    if not told and not strong:
        return
    rated = paper.ratings
    if not rated:
        return
    surest = max(rated, key=_ORDER.index)
    for rating in told:
        if _ORDER.index(rating.level) > _ORDER.index(surest):
            yield Hit(rating.start, rating.end, _message(surest))
    is_weak = _ORDER.index(surest) <= _ORDER.index(Certainty.LOW)
    if strong and is_weak and not _DENIED.search(text, max(0, strong.start() - _LOOK_BACK), strong.start()):
        yield Hit(*strong.span(), _message(surest), Severity.WARN)


def _message(surest: Certainty) -> str:
    return f"The surest rating that the paper gives its evidence is {in_words(surest.value)!r}."


CHECK = StatementCheck(
    name="certainty_raised",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
