"""The text breaks off before its end.

Why it is wrong:
    A reply was cut off, or a sentence was split in the wrong place; what is missing may be the word that matters.
Wrong:
    The treatment helped people with
    Pain fell in the group that received the new medicine (30 mg
    The study had three limits, and the most important of these was,
    The study shows that
    In addition, the
    Pain fell in both groups (10.9% vs.
Right:
    The treatment helped people with pain.
    It was what the carers had hoped for.
    A small, short trial
    Things to think of
Blind spots:
    A text that breaks off behind a word that may end a sentence.
    Brackets that are left open in front of a full stop, as a quotation from the paper may do on purpose.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_NEVER_LAST: Final = frozenset(
    str.split(
        "a an the and or but nor of from into onto between among during than that's because although whereas while if"
        " unless whether which whose their its our your my every very including versus via per as at with"
    )
)
"""Words that no English sentence ends with, stranded prepositions (`hoped for`, `lived in`) left out."""
_NEVER_LAST_UNSTOPPED: Final = frozenset(
    str.split(
        "to for in on by is was were are has have had not will can could may might would should be "
        "been such these this those"
        " more most other some each two three between without through over under about how what who "
        "when where why so also"
    )
)
"""Words that no text ends with which has no full stop either."""
_NEVER_LAST_OF_FEW: Final = frozenset(
    str.split(
        "the an and or nor but than that's because although whereas whether which whose their its our your my every"
    )
)
"""Words that no label ends with either; `Things to think of` is one."""
_ANNOUNCED: Final = re.compile(
    r"\b(?:believe|concluded?|feel|found|indicated?|learnt|means?|noted|reported|revealed|said|says?|show(?:s|ed|n)?|stated?"
    r"|suggest(?:s|ed)?|thinks?|thought) that\s*\Z|(?:^|[\s(])(?:approx|cf|e\.g|i\.e|incl|vs)\.\s*\Z"
)
"""What tells that more is to come, with a full stop or without."""
_LAST_WORD: Final = re.compile(r"(?:^|[\s(\u2014-])([A-Za-z]{1,12})\s*\Z")
_FULL_STOP: Final = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]*\u00bb]{0,4}(?:\[[\d,\s-]{1,20}\])?\s*\Z")
_CONTENT_WORDS: Final = 5
"""Fewer words are a label or a heading, which have no end to break off before."""
_OPEN: Final = {"(": ")", "[": "]", "\u201c": "\u201d"}


def _find(text: str) -> Iterator[Hit]:
    bare = text.rstrip()
    start = max(0, len(bare) - 40)
    few = len(bare.split(maxsplit=_CONTENT_WORDS)) < _CONTENT_WORDS
    if message := _is_left_open(bare, _NEVER_LAST_OF_FEW if few else _NEVER_LAST | _NEVER_LAST_UNSTOPPED):
        yield Hit(start, len(bare), message)
    elif few:
        return
    elif message := _breaks_off(bare):
        yield Hit(start, len(bare), message)
    elif bare[-1] in ":;":
        yield Hit(start, len(bare), f"The text ends with {bare[-1]!r}.", Severity.WARN)
    elif bare.endswith(("...", "\u2026")):
        yield Hit(start, len(bare), "The text ends with an ellipsis.", Severity.WARN)
    elif not _FULL_STOP.search(bare[-40:]):
        yield Hit(start, len(bare), "The text has no full stop at its end.", Severity.INFO)


def _is_left_open(text: str, never_last: frozenset[str]) -> str | None:
    """What is wrong with the end of any text, a label's too."""
    last = _LAST_WORD.search(text[-20:])
    if last and last.group(1) in never_last:
        return f"The text ends with {last.group(1)!r}, as no sentence does."
    if announced := _ANNOUNCED.search(text[-40:]):
        return f"The text ends with {announced.group().strip()!r}, and what follows is missing."
    if not _FULL_STOP.search(text[-40:]) and any(_left_open(text, opener) for opener in _OPEN):
        return "The text ends within a bracket or a quotation."
    return None


def _breaks_off(text: str) -> str | None:
    return f"The text ends with {text[-1]!r}." if text[-1] in ",(/[{&-\u2013\u2014" else None


def _left_open(text: str, opener: str) -> bool:
    if opener == "\u201c" and "\u201e" in text:
        return False  # the same sign closes a quotation in German
    return text.rfind(opener) > text.rfind(_OPEN[opener])


CHECK = TextCheck(
    name="truncated_text",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    applies_to=frozenset({Surface.ITEM}),
)
