"""The statement promises more than any study can show: a cure, a proof, a breakthrough.

Why it is wrong:
    People with spinal cord injury have been promised that they would walk again for decades. Such words raise hopes
    that
    no single study can bear, and turn readers towards those who sell them.
Wrong:
    "The treatment cures paralysis"; "this breakthrough"; "it proves that the drug works".
    "Paralysed people will walk again"; "it has no side effects"; "safe and effective".
Right:
    "There is no cure"; "this does not prove that it works".
    "The infection can be cured with antibiotics" where the paper speaks of cure.
Blind spots:
    Promises without any of these words.
    A paper that itself promises too much: its own words only warn.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, StatementCheck
from pipeline.checks.paper_view import PaperView
from pipeline.checks.statement import Part, Statement
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless
from pipeline.text.negations import denied
from pipeline.text.words import words

_ALWAYS: Final = (
    r"breakthroughs?(?! (?:pain|infections?|seizures?|bleeding|cases?|cancer|dos\w+|symptoms?))"
    r"|miracles?|miraculous(?:ly)?"
    r"|game[- ]?chang(?:er|ers|ing)|revolutionary|revolutioni[sz]\w+|wonder drugs?|(?:is|are) "
    r"guaranteed|guarantees? (?:success|recovery|results)"
    r"|risk-free|(?:is|are|was|were) the (?:safest|best) (?:possible )?(?:treatment|therapy|option|drug|choice)s?"
    r"|everyone can safely|works? for everyone|(?:their|your) lives? back|magic bullet|holy grail|completely safe"
    r"|totally safe|100% (?:safe|effective)"
)
_UNLESS_THE_PAPER_SAYS_SO: Final = {
    r"cur(?:es?|ed|ing|able)": ("cure", "curing", "curable", "curative"),
    r"prov(?:es|en|ed)(?: that)?|(?:definitive|conclusive|final) proof": ("prove", "proof"),
    r"safe and (?:very |highly )?effective|effective and (?:very |completely )?safe": (
        "safe and eff",
        "effective and safe",
        "safe and feasible and eff",
    ),
    r"(?:no|without(?: any)?|free of) side[- ]effects": (
        "no side",
        "no adverse",
        "without side",
        "no serious",
        "without adverse",
        "no complication",
    ),
    r"(?:no|without(?: any)?|free of) risks?(?! (?:of|factors?|differences?|ratios?|increases?|assessment))": (
        "no risk",
        "without risk",
        "without any risk",
    ),
    r"harmless": ("harmless",),
    r"(?:walk|walks|walked|walking|stand|move) again": ("walk again", "walking again"),
    r"revers(?:es?|ed|ing) (?:the )?(?:paralysis|paraplegia|spinal cord injury|blindness|dementia)": ("revers",),
    r"restor(?:es?|ed|ing) (?:full |all |complete )?(?:movement|walking|sensation|function|feeling)": ("restor",),
    r"eliminat(?:es|ed) (?:all |the )?(?:pain|risk|symptoms)": ("eliminat",),
}
_FORM: Final = re.compile(
    rf"\b(?:(?P<always>{_ALWAYS})|"
    + "|".join(f"(?P<p{index}>{form})" for index, form in enumerate(_UNLESS_THE_PAPER_SAYS_SO))
    + r")(?![\w-])"
)
_OWN_WORDS: Final = tuple(_UNLESS_THE_PAPER_SAYS_SO.values())
_NOT_MEANT: Final = re.compile(
    r"\b(?:how|which|what|whether|if|looked at|aim\w*|hope\w*|search for|towards?|quest|no|not|without|cannot"
    r"|never|nor|far from|does not mean|yet|may|might|could|dream"
    r"|claim\w*|promis\w+|called)\b[^.!?]{0,60}\Z",
    re.IGNORECASE,
)
_OF_INJURIES: Final = re.compile(r"\b(?:paralys\w+|parapleg\w+|tetrapleg\w+|spinal cord|walk again)\b", re.IGNORECASE)
"""Of these nobody knows a cure; of infections people do, and free text speaks of both."""
_DENIES_ITSELF: Final = re.compile(r"(?:no|without|free)\b", re.IGNORECASE)


def _find(statement: Statement, paper: PaperView) -> Iterator[Hit]:
    if not statement.is_about_the_study:
        return
    text = statement.text
    for found in _FORM.finditer(caseless(text)):
        if _is_denied(text, found):
            continue
        message = f"{found.group()!r} promises more than a study can show."
        yield Hit(found.start(), found.end(), message, _weight(statement, found, paper))


def _weight(statement: Statement, found: re.Match[str], paper: PaperView) -> Severity:
    """Less where the paper speaks of it too: an infection that can be cured is no promise."""
    own = found.lastgroup != "always" and any(map(paper.names, _own_words(found)))
    if statement.part is Part.FREE_TEXT and not _OF_INJURIES.search(statement.text):
        return Severity.INFO if own else Severity.WARN
    return Severity.WARN if own else Severity.BLOCK


def _own_words(found: re.Match[str]) -> tuple[str, ...]:
    return _OWN_WORDS[int((found.lastgroup or "p0")[1:])]


def _is_denied(text: str, found: re.Match[str]) -> bool:
    if _NOT_MEANT.search(text, max(0, found.start() - 90), found.start()):
        return True
    if _DENIES_ITSELF.match(found.group()):
        return False
    flags = {word.start: no for word, no in zip(words(text), denied(text), strict=True)}
    return flags.get(found.start(), False)


CHECK = StatementCheck(
    name="overclaim",
    group=Group.SAFETY,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
)
