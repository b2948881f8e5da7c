"""The one length of time that an abstract tells among its methods, where nothing says what lasted so long.

Told only where no other rule finds a length. What was measured: in 470 labelled papers 10 have one such length, and it
was the label's in 9; one that stands among the results was right in 4 of 8, and is left out.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pipeline.draft.facts.evidence import known
from pipeline.draft.facts.other_spans import is_age, is_other, is_other_point, is_other_story
from pipeline.draft.facts.time_span import SPAN, length, spelled
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.models.claim import Known

_SPAN: Final = re.compile(SPAN, re.IGNORECASE)
_BEFORE, _AFTER = 40, 30
_ANOTHER: Final = re.compile(
    r"\b(?:since|injured|history|ages?|aged|old|older|younger|under|prior|before|previous|per|every|apart|ago|onset"
    r"|diagnos\w*|incidence|experience|survival|prevalence|baseline|preceding|or more|or longer|at least|minimum"
    r"|within|over|more than|open|on dialysis"
    r"|stay|aged|post[ -]?(?:operative\w*|partum|injury)|(?:readers|raters|observers|examiners|swab)|retest\w*)\b",
    re.IGNORECASE,
)
"""Words near a length that is that of something else."""


def only_length(abstract: Sequence[Sentence]) -> Known[str] | None:
    """The length with its sentence, if the abstract tells no other and its methods tell this one."""
    told = [(found, sentence) for sentence in abstract for found in _spans(sentence)]
    if len({length(spelled(found["n"], found["unit"])) for found, _ in told}) != 1:
        return None
    found, sentence = told[0]
    near = sentence.quote[max(0, found.start() - _BEFORE) : found.end() + _AFTER]
    if sentence.role is not Role.METHODS or _ANOTHER.search(near):
        return None
    return known(Known[str], spelled(found["n"], found["unit"]), sentence)


def _spans(sentence: Sentence) -> Iterator[re.Match[str]]:
    if is_other_story(sentence) or is_other_point(sentence.quote):
        return
    for found in _SPAN.finditer(sentence.quote):
        if not (is_other(found, sentence.quote) or is_age(found, sentence.quote)):
            yield found
