"""The language model refuses, or speaks of itself, instead of telling the reader about the study.

Why it is wrong:
    A refusal or a model's word about itself stands where a statement about the study belongs. Hundreds of published
    papers carry such phrases (Academ-AI, arXiv 2411.15218).
Wrong:
    I'm sorry, but I can't assist with that request.
    As an AI language model, I do not have access to the paper.
    My knowledge cutoff does not include this study.
Right:
    "I can't feel my legs", said one man who took part.
    I am sorry for the time we lost, a carer wrote.
    Assistive devices helped, and an AI language model was compared with doctors.
Blind spots:
    Refusals in other languages or in the third person ("The assistant is unable to").
    Text that is a fluent answer to another question.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless

_CANNOT: Final = r"(?:can(?:no|['\u2019])t|can not|(?:am|['\u2019]m) (?:unable|not able) to|won['\u2019]t be able to)"
_SORRY: Final = r"(?:I['\u2019]?\s?a?m (?:very |so |really )?sorry|sorry|unfortunately|my apologies|I apologi[sz]e)"
_VERB: Final = (
    r"(?:assist|help|provide|fulfil|comply|summari[sz]e|access|complete|process|answer|generate|create|open|read|do)"
)
_THING: Final = (
    r"(?:requests?|summar(?:y|ies)|paper|article|document|pdf|content|links?|url|question|task|information|response"
    r"|translation|instructions?)"
)
_OPENING: Final = (
    rf"{_SORRY}[,.!:]?\s(?:but\s)?I\s?{_CANNOT}\s{_VERB}\b",
    rf"{_SORRY}[,.!]?\s(?:but\s)?as an AI\b",
    rf"I\s?{_CANNOT}\s{_VERB}\b[^.!?\n]{{0,60}}\b{_THING}\b",
)
_LEFT_OVER: Final = (
    r"\bas an? (?:AI|artificial intelligence|large)(?: language)?(?: model| assistant| chatbot)?, I\b",
    r"\bas of my (?:last|latest|most recent) (?:knowledge )?(?:update|training|cut-?off)\b",
    r"\bmy (?:knowledge cut-?off|training data)\b|\bRegenerate response\b",
    r"\bI (?:do not|don['\u2019]t) have access to (?:the|this|that) (?:full )?(?:text|paper|article|document)\b",
)
_AT_START: Final = re.compile(r"[\s*#>-]{0,9}+(?:" + "|".join(_OPENING) + ")", re.IGNORECASE)
_ANYWHERE: Final = re.compile("|".join(_LEFT_OVER), re.IGNORECASE | re.MULTILINE)
_TELLING: Final = ("as a", "as of my", "my knowledge", "my training", "regenerate", "have access")
"""No left-over phrase is without one of these."""
_COMMON: Final = re.compile(r"as an? (?:ai|artificial|large)")
"""What of `as a`, which any prose may hold, is telling."""
_AT_ANY_START: Final = re.compile(r"\n" + _AT_START.pattern, re.IGNORECASE)


def _hint(texts: str) -> bool:
    plain = caseless(texts)
    if any(word in plain for word in _TELLING[1:]) or _COMMON.search(plain):
        return True
    return _AT_ANY_START.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if found := _AT_START.match(text):
        yield Hit(found.start(), found.end(), "A language model refuses here.")
    plain = caseless(text)
    for found in _ANYWHERE.finditer(text) if any(word in plain for word in _TELLING) else ():
        yield Hit(found.start(), found.end(), "A language model speaks of itself here.")


CHECK = TextCheck(
    name="refusal_text",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
