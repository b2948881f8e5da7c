"""Key findings: results of this study, from the abstract before the results section, never from elsewhere."""

import re
from collections.abc import Iterable
from typing import Final

from pipeline.draft.reading.reading import Reading
from pipeline.draft.reading.role import Role
from pipeline.draft.reading.sentence import Sentence
from pipeline.draft.statements.picking import in_order, own, pick
from pipeline.draft.statements.plain_limits import admits_plainly
from pipeline.models.paper import SectionKind

_MOST, _ENOUGH = 5, 2
_TELLS_RESULT: Final = re.compile(
    r"\bsignifican|\bp ?[<=>≤]|\d ?%|\b(?:increas|decreas|reduc|improv|declin)(?:ed|es|ing|ement)\b|\b(?:higher|lower"
    r"|greater|fewer|better|worse|longer|shorter|faster|slower) than\b|\b(?:difference|correlat|associat|effect)"
    r"|\bwe (?:found|observed)\b|\b(?:remained|did not)\b|\b(?:rose|fell|dropped) (?:by|from)\b",
    re.IGNORECASE,
)
_DESCRIBES: Final = re.compile(
    r"\A(?:overall,? |in total,? )?(?:a total of )?[\w, -]{1,40}\b(?:patients|participants|subjects|individuals"
    r"|women|men"
    r"|children|people|adults|respondents|studies|articles|papers|trials)\b[^.;,]{0,60}\b(?:were"
    r"|was) (?:\w+ )?(?:enrolled"
    r"|included|recruited|randomi[sz]ed|identified|analy[sz]ed|screened|retrieved)\b[^;]{0,40}\Z"
    r"|\A(?:the )?(?:mean|median|average) (?:\([^()]*\) )?(?:age|follow-?up|duration of follow)"
    r"|\A(?:the )?follow-?up (?:was|time|period)"
    r"|\b(?:similar|comparable|balanced|no (?:significant )?differences?|did not differ"
    r"|not (?:\w+ )?different)\b[^;]{0,60}"
    r"\b(?:at baseline|pre-?treatment|demographic|baseline characteristics)|\b(?:baseline"
    r"|demographic)\b[^;]{0,80}\b(?:similar|comparable)"
    r"|\bwere (?:predominantly )?(?:male|female)s?\b",
    re.IGNORECASE,
)
"""Who took part, how old they were, that groups began alike: true, and no finding."""


_LOOKED_AT: Final = re.compile(
    r"\A(?:[\w ]{1,20},? )?we (?:also |then |next |first |further |finally )*(?:determined|examined|investigated"
    r"|tested"
    r"|measured|assessed|evaluated|analy[sz]ed|asked|sought|compared|explored|looked)\b"
    r"(?!.*(?:\d ?%|\bp ?[<=>]|\b(?:found|finding|show|reveal|observed|saw|indicat|demonstrat|result)))",
    re.IGNORECASE | re.DOTALL,
)
"""What was looked at, without a word on what was seen."""


def key_findings(reading: Reading) -> list[Sentence]:
    """Sentences that tell results, before those that describe who took part. A protocol has none yet."""
    if reading.is_plan:
        return []
    told = own(reading.told(Role.RESULTS))
    found = [s for s in told if not (reading.is_bare_report and admits_plainly(s))]
    chosen = in_order(pick(_telling_first(found), _MOST))
    if len(chosen) >= _ENOUGH:
        return chosen
    body = [s for s in own(reading.within(SectionKind.RESULTS)) if _tells_result(s)]
    return in_order(pick([*chosen, *_telling_first(body)], _MOST))


def _tells_result(sentence: Sentence) -> bool:
    return _TELLS_RESULT.search(sentence.text) is not None and not _LOOKED_AT.search(sentence.text)


def _telling_first(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Those that tell a result; descriptions only where they would otherwise be too few."""
    told = list(sentences)
    telling = [sentence for sentence in told if not _DESCRIBES.search(sentence.text)]
    return telling if len(telling) >= _ENOUGH else [*telling, *(s for s in told if s not in telling)]
