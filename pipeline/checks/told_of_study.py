"""Whether a statement tells of the study itself, or of the world around it: free text does both."""

import re
from typing import Final

from pipeline.checks.statement import Part, Statement
from pipeline.text.sentences import sentences

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
    text = statement.text
    span = next((span for span in sentences(text) if span[0] <= offset < span[1]), (0, len(text)))
    return _CUE.search(text, *span) is not None
