"""Whether a statement tells of the study itself, or of the world around it: free text does both."""

import re
from typing import Final

from pipeline.checks.statement import Part, Statement
from pipeline.text.sentences import sentences

_CUE: Final = re.compile(
    r"\b(?:(?:this|the|our|their|a|new|present) (?:\w+ ){0,2}(?:study|trial|analysis|experiments?"
    r"|review|survey|research|paper|work)"
    r"|researchers?|scientists|authors?|et al|investigators|participants?|volunteers?|enrol+ed"
    r"|recruited|random(?:ly|i[sz]ed)|took part"
    r"|we (?:\w+ )?(?:found|showed?|studied|tested|compared|used|analy[sz]ed|looked|asked|gave"
    r"|measured|split|divided|wanted|conducted|had|included)"
    r"|(?:treatment|control|placebo|intervention|drug|comparison|training|active|test) groups?|in "
    r"(?:one|both|each|the other) groups?|group [A-D1-4]\b"
    r"|(?:was|were) (?:given|split|divided|assigned|treated|tested|measured|analy[sz]ed|followed"
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
