"""Key findings: results of this study, from the abstract before the results section, never from elsewhere."""

import re
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.models.paper import ArticleType, SectionKind

_MOST, _ENOUGH = 5, 2
_TELLS_RESULT: Final = re.compile(
    r"\bsignifican|\bp ?[<=>≤]|\d ?%|\b(?:increas|decreas|reduc|improv|declin)(?:ed|es|ing|ement)\b|\b(?:higher|lower"
    r"|greater|fewer|better|worse|longer|shorter|faster|slower) than\b|\b(?:difference|correlat|associat|effect)"
    r"|\bwe (?:found|observed)\b|\b(?:remained|did not)\b",
    re.IGNORECASE,
)


def key_findings(reading: Reading) -> list[Sentence]:
    """Sentences that tell results. A protocol has none yet."""
    if reading.paper.metadata.article_type is ArticleType.PROTOCOL:
        return []
    chosen = pick(own(reading.abstract(Role.RESULTS)), _MOST)
    if len(chosen) >= _ENOUGH:
        return chosen
    body = [s for s in own(reading.within(SectionKind.RESULTS)) if _TELLS_RESULT.search(s.text)]
    return in_order(pick([*chosen, *body], _MOST))
