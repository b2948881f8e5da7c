"""Whether a statement tells of the study itself, or of the world around it: free text does both."""

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import Final

from pipeline.checks.statement import Part, Statement

_CUE: Final = re.compile(
    r"\b(?:(?:this|the|our|their|a|new|present) (?:\w+ ){0,2}(?:study|trial|analysis|experiments?"
    r"|review|survey|research|paper|work)"
    r"|researchers?|scientists|authors?|et al|investigators|participants?|volunteers?|enrol+ed"
    r"|recruited|random(?:ly|i[sz]ed)|took part|average age|mean age|registered (?:on|at|with|under)"
    r"|(?:we|they) (?:\w+ )?(?:\w{2,20}ed|found|took|got|gave|saw|had|did|put|split|kept|ran|met|made|chose|drew|cut)"
    r"|(?:the|this|that|another|one|each|both|same|other) (?:[\w'\u2018\u2019-]+ ){0,4}groups?|group [A-D1-4]"
    r"|\d (?:\w+ ){0,2}(?:patients|kids|pupils|workers)|(?:before|after|during) (?:the )?(?:treatment|surgery)"
    r"|(?:was|were) (?:given|split|divided|assigned|treated|tested|measured|analy[sz]ed|followed|monitored|used"
    r"|included)|results?|findings?)\b",
    re.IGNORECASE,
)


def is_told_of_study(statement: Statement, offset: int) -> bool:
    """Whether the sentence at an offset of a statement tells what this study did or found.

    Claims of a summary do; a block of a page does where its sentence speaks of researchers, groups, results.
    """
    if statement.part is not Part.FREE_TEXT:
        return True
    spans = statement.sentences
    at = bisect_right(spans, offset, key=itemgetter(0)) - 1
    span = spans[at] if at >= 0 and offset < spans[at][1] else (0, len(statement.text))
    return _speaks_of_study(statement.text[slice(*span)])


@lru_cache(maxsize=256)
def _speaks_of_study(sentence: str) -> bool:
    return _CUE.search(sentence) is not None
