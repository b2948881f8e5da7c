"""The language model speaks to its user instead of the reader.

Why it is wrong:
    A refusal, a greeting, a control token or a leftover of the model's tools stands where a statement about the
    study belongs. Hundreds of published papers carry such phrases (Academ-AI, arXiv 2411.15218).
Wrong:
    I'm sorry, but I can't assist with that request.
    As an AI language model, I do not have access to the paper.
    Certainly! Here is the plain-language summary:
    Pain fell by half. <|im_end|>
    Walking improved citeturn0search0.
Right:
    "I can't feel my legs", said one man who took part.
    I am sorry for the time we lost, a carer wrote.
    Assistive devices helped, and an AI language model was compared with doctors.
    Here are three ways in which the study was limited.
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
_EAGER: Final = r"(?:certainly|sure|of course|absolutely|okay|great question)"
_PRODUCT: Final = r"(?:summary|version|rewrite|JSON|response|output|translation)"
_OPENING: Final = (
    rf"{_SORRY}[,.!:]?\s(?:but\s)?I\s?{_CANNOT}\s{_VERB}\b",
    rf"{_SORRY}[,.!]?\s(?:but\s)?as an AI\b",
    rf"I\s?{_CANNOT}\s{_VERB}\b[^.!?\n]{{0,60}}\b{_THING}\b",
    rf"{_EAGER}[!,.:]{{1,2}}\s(?:here|below|I['\u2019]ll|I will|I can|let me)\b",
    rf"here(?:['\u2019]s|\sis|\sare)\s(?:the|a|an|your)\s(?:\w{{1,20}}[ -]){{0,3}}{_PRODUCT}\b[^.\n]{{0,80}}:",
    r"(?:assistant|user|human)\s?:\s",
)
_LEFT_OVER: Final = (
    r"\bas an? (?:AI|artificial intelligence|large)(?: language)?(?: model| assistant| chatbot)?, I\b",
    r"\bas of my (?:last|latest|most recent) (?:knowledge )?(?:update|training|cut-?off)\b",
    r"\bmy (?:knowledge cut-?off|training data)\b|\bRegenerate response\b",
    r"\bI (?:do not|don['\u2019]t) have access to (?:the|this|that) (?:full )?(?:text|paper|article|document)\b",
    r"\blet me know if you (?:have any|need any|would like|want me|['\u2019]d like)\b",
    r"\bI hope this helps[.!]?\s{0,9}\Z",
    r"\bis there anything else I can\b|\byou are a helpful (?:assistant|AI)\b",
    r"<\|[a-z_]{2,30}\|>|</?think(?:ing)?>|^#{2,4} (?:Instruction|Response|System|Assistant)s?:?\s?$",
    r"turn\d{1,3}(?:search|view|news|file|image)\d{1,3}|\boaicite\b|contentReference\[",
    r"\u3010\d{1,4}[^\u3010\u3011]{0,40}\u3011|utm_source=(?:chatgpt\.com|openai)",
)
_AT_START: Final = re.compile(r"[\s*#>-]{0,9}(?:" + "|".join(_OPENING) + ")", re.IGNORECASE)
_ANYWHERE: Final = re.compile("|".join(_LEFT_OVER), re.IGNORECASE | re.MULTILINE)
_TELLING: Final = (
    *(
        "as a",
        "my knowledge",
        "my training",
        "regenerate",
        "have access",
        "let me know",
        "i hope this",
        "anything else",
    ),
    *("you are a helpful", "<", "##", "turn", "oaicite", "contentreference", "\u3010", "utm_source"),
)
"""No left-over phrase is without one of these."""
_COMMON: Final = {"as a": r"as an? (?:ai|artificial|large)", "turn": r"turn\d", "<": r"<(?:\||/?t)"}
"""What of these, which any prose may hold, is telling."""
_RARE: Final = tuple(word for word in _TELLING if word not in _COMMON)
_HINTS: Final = tuple(map(re.compile, _COMMON.values()))
_AT_ANY_START: Final = re.compile(r"\n" + _AT_START.pattern, re.IGNORECASE)


def _hint(texts: str) -> bool:
    plain = caseless(texts)
    if any(word in plain for word in _RARE) or any(hint.search(plain) for hint in _HINTS):
        return True
    return _AT_ANY_START.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if found := _AT_START.match(text):
        yield Hit(found.start(), found.end(), "A language model answers its user here.")
    lowered = text.lower()
    for found in _ANYWHERE.finditer(text) if any(word in lowered for word in _TELLING) else ():
        yield Hit(found.start(), found.end(), "A language model's own words or marks are left over here.")


CHECK = TextCheck(
    name="refusal_text",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
