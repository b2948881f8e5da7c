"""Results: what was measured, what became of it, and the numbers as the paper writes them.

Only sentences whose form is plain: an outcome, a verb and a direction. `Better` and `worse` only where the paper says
so; `higher` is not better on a scale of pain.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.draft.reading.cleaning import BRACKETED
from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import own
from pipeline.models.claim import Known
from pipeline.models.study import Direction, Result, StudyDesign

_IS: Final = {
    Direction.HIGHER: "higher|greater|larger|longer|more frequent|more common|increased|elevated",
    Direction.LOWER: "lower|smaller|shorter|less frequent|less common|fewer|reduced|decreased",
    Direction.BETTER: "better|improved|superior",
    Direction.WORSE: "worse|worsened|inferior",
    Direction.NO_DIFFERENCE: "similar|comparable|unchanged|not different",
}
_DOES: Final = {
    Direction.HIGHER: "increased|rose",
    Direction.LOWER: "decreased|declined|fell|dropped",
    Direction.BETTER: "improved",
    Direction.WORSE: "worsened|deteriorated",
    Direction.NO_DIFFERENCE: r"did not (?:\w+ )?(?:differ|change)|remained unchanged",
}
_NOUNS: Final = {
    Direction.HIGHER: "increases?",
    Direction.LOWER: "decreases?|reductions?|declines?",
    Direction.BETTER: "improvements?",
}


def _any_of(words: dict[Direction, str]) -> str:
    return "(?:" + "|".join(f"(?P<{direction}>{forms})" for direction, forms in words.items()) + r")\b"


_OPENING: Final = (
    r"(?:(?:at|after|in|on|over|during|compared|following|however|overall|moreover|furthermore|among|for|from|with|by"
    r"|additionally|finally|similarly|also)\b[^,;:]{0,60}, (?:the )?)?"
)
_SUBJECT: Final = r"(?P<outcome>[A-Za-z][^,;:.]{3,110}?)"
_HOW: Final = (
    r"(?:(?:also|both|all|found to be|statistically|significantly|markedly|slightly|substantially|generally|much) )*"
)
_SEEN: Final = r"(?:(?:were|was) )?(?:(?:found|seen|observed|noted|detected) )?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\A{_OPENING}{_SUBJECT} (?:was|were|is|are|remained) (?P<not>not )?{_HOW}{_any_of(_IS)}",
        (
            rf"\A{_OPENING}{_SUBJECT} {_HOW}(?P<not>(?!))?{_any_of(_DOES)}"
            r"(?= (?:from|by|in|after|over|at|with|during|to|between|significantly|markedly|among|compared|following"
            r"|more|less)\b"
            r"|[,.;(]| \(|\Z)"
        ),
        (
            r"\b(?P<not>no|not any|without) (?:statistically |clinically )?(?:significant )?(?:between-group |group )?"
            rf"(?:differences?|changes?|effects?|improvements?) (?:between (?:the )?[^,;.]{{3,40}} )?{_SEEN}"
            r"(?:in|on|for|with respect to|regarding) (?P<outcome>[^,;:.(]{3,90})"
        ),
        rf"(?P<not>\bno |\bnot )?\bsignificant {_any_of(_NOUNS)} {_SEEN}in (?P<outcome>[^,;:.(]{{3,90}})",
    )
)
_NUMBER: Final = re.compile(
    r"\(?\b95 ?% (?:CI|confidence interval)s?\b(?: ?[(\[]CI[)\]])?[^;()\[\]]{0,45}\d"
    r"|\b[Pp]s? ?(?:[<=>\u2264\u2265]|&lt;) ?0?[.\u00b7]\d+"
    r"|\b(?:OR|HR|RR|aOR|SMD|MD|WMD|ICC|r|d|\u03b2)\b ?[=:,]? ?[-\u2212]?\d+(?:[.\u00b7]\d+)?"
    r"|[-\u2212]?\d[\d,]*(?:[.\u00b7]\d+)? ?(?:\u00b1|\+/-) ?\d+(?:[.\u00b7]\d+)?(?: ?%)?"
    r"|\d+(?:[.\u00b7]\d+)? ?[\u2010-\u2015-] ?\d+(?:[.\u00b7]\d+)? ?%"
    r"|[-\u2212]?\d+(?:[.\u00b7]\d+)? ?%"
    r"|(?<![\w.\u2013-])[-\u2212]?\d+[.\u00b7]\d+\b"
)
_NOT_AN_OUTCOME: Final = re.compile(
    r"\A(?:it|they|this|these|those|there|we|our|he|she|however|both|all|none|one|two|three|four|patients?"
    r"|participants?"
    r"|subjects|children|women|men|individuals|people|mice|rats|controls|while|although|as|with|thus|now|only"
    r"|further|no|not"
    r"|similar|either|in|on|at|if|when|because|since|significant|response|results?|their|its|his|her|group|groups"
    r"|(?:the )?(?:patients|participants|differences?|effect|groups?|study|trial|other|latter|former|same"
    r"|intervention|control"
    r"|mean|two|three))\b(?! (?:satisfaction|adherence|preference)\b)"
    r"|\b(?:was|were|is|are|has|have|had|did|could|can|may|might|which|who|that|found|showed|observed|suggest\w*"
    r"|reveal\w*"
    r"|received|reported|associated|we)\b|\b(?:the|an?|and|or|but|of|at|in|on|to|with|for|by|from|very|no|any|two"
    r"|markedly|groups?|arms?|rats|mice|animals|patients|participants)\Z|\bas \w+ \w+ (?:in|de)creased",
    re.IGNORECASE,
)
"""Who was measured is not what was measured, and half a sentence is neither."""
_LONGEST, _MOST, _MOST_NUMBERS = 90, 5, 6


def results(reading: Reading, design: Known[StudyDesign] | None = None) -> tuple[Result, ...]:
    """The plain results of the abstract, which names the main ones; a protocol has none."""
    planned = design is not None and design.value is StudyDesign.PROTOCOL
    if planned or reading.is_plan:
        return ()
    found = [result for sentence in own(reading.abstract(Role.RESULTS)) for result in _result(sentence)]
    return tuple(found[:_MOST])


_TAKEN_BACK: Final = re.compile(
    r"\b(?:but|though|although|however)\b[^.;]{0,60}\bnot (?:\w+ )?(?:statistically )?significan"
    r"|\bwith(?:out| no) (?:\w+ ){0,4}differences? (?:\w+ ){0,2}between\b|\bto (?:the same|a similar|an equal) extent\b"
    r"|\b(?:and|but) (?:higher|lower|greater|smaller|longer|shorter|better|worse) (?:in|with|among|for)\b"
    r"|\bnot statistically significant\b|\bbut not\b|\bbut (?:was|were|had|did)\b"
    r"|\b(?:but|though|although|however),? (?:there (?:was|were) )?no (?:\w+ ){0,3}differences?\b",
    re.IGNORECASE,
)
"""`Lower, though not significantly`, `unchanged at rest, but was higher after a meal`, `better in all groups, but no
difference between them`: no single direction."""
_CLAUSE_END: Final = re.compile(r"; | ?[,;] (?:but|while|whereas|however)\b|\b however\b", re.IGNORECASE)
"""Where another result of the same sentence begins, or its own ends."""
_AT_THE_START: Final = re.compile(
    r"\b(?:at|between groups at) baseline\b|\bpre-?treatment\b|\A(?:baseline|demographic|characteristic)", re.IGNORECASE
)
"""That groups began alike is no result."""


def _result(sentence: Sentence) -> Iterator[Result]:
    """The result that a sentence tells, at most one."""
    for form in _FORMS:
        found = form.search(sentence.text)
        outcome = _outcome(found["outcome"]) if found else None
        if found and outcome and not _AT_THE_START.search(f"{outcome} {sentence.text[found.end() :]}"):
            yield Result(
                outcome=outcome,
                direction=Direction.UNCLEAR if _TAKEN_BACK.search(sentence.text) else _direction(found),
                numbers=_numbers(sentence, found.end()),
                evidence=(sentence.evidence,),
            )
            return


def _numbers(sentence: Sentence, at: int) -> tuple[str, ...]:
    """The numbers of the clause that tells the result, as the paper writes them; brackets do not end a clause."""
    outside = BRACKETED.sub(lambda bracket: "x" * len(bracket.group()), sentence.text)
    ends = [end.start() for end in _CLAUSE_END.finditer(outside)]
    start = max((end for end in ends if end < at), default=0)
    stop = min((end for end in ends if end >= at), default=len(outside))
    told = (match.group().strip("( ") for match in _NUMBER.finditer(sentence.text[start:stop]))
    return tuple(dict.fromkeys(number for number in told if number in sentence.quote))[:_MOST_NUMBERS]


def _direction(found: re.Match[str]) -> Direction:
    said = found.groupdict()
    if said["not"]:
        return Direction.NO_DIFFERENCE
    return next((direction for direction in Direction if said.get(direction)), Direction.UNCLEAR)


def _outcome(text: str) -> str | None:
    outcome = re.sub(r"\A(?:the|an?|mean|median|overall) ", "", text.strip(), flags=re.IGNORECASE).strip()
    outcome = re.split(r" (?:was|were) | (?:between|among|across) (?:the )?(?:\w+ )?groups?\b", outcome)[0]
    fits = len(outcome) <= _LONGEST and outcome.count("(") == outcome.count(")")
    if not fits or _NOT_AN_OUTCOME.search(outcome) or _NOT_AN_OUTCOME.match(text.strip()):
        return None
    return outcome[:1].upper() + outcome[1:]
