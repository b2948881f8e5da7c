"""The text breaks off before its end.

Why it is wrong:
    A reply was cut off, or a sentence was split in the wrong place; what is missing may be the word that matters.
Wrong:
    The treatment helped people with
    Pain fell in the group that received the new medicine (30 mg
    The study had three limits, and the most important of these was,
Right:
    The treatment helped people with pain.
    It was what the carers had hoped for.
    A small, short trial
Blind spots:
    A text that breaks off behind a word that may end a sentence.
    Brackets that a quotation from the paper leaves open on purpose.
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
_LAST_WORD: Final = re.compile(r"(?:^|[\s(\u2014-])([A-Za-z]{1,12})\s*\Z")
_FULL_STOP: Final = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]*\u00bb]{0,4}(?:\[[\d,\s-]{1,20}\])?\s*\Z")
_CONTENT_WORDS: Final = 5
"""Fewer words are a label or a heading, which have no end to break off before."""
_OPEN: Final = {"(": ")", "[": "]"}


def _find(text: str) -> Iterator[Hit]:
    bare = text.rstrip()
    if len(bare.split(maxsplit=_CONTENT_WORDS)) < _CONTENT_WORDS:
        return
    start = max(0, len(bare) - 40)
    if message := _breaks_off(bare):
        yield Hit(start, len(bare), message)
    elif bare[-1] in ":;":
        yield Hit(start, len(bare), f"The text ends with {bare[-1]!r}.", Severity.WARN)
    elif bare.endswith(("...", "\u2026")):
        yield Hit(start, len(bare), "The text ends with an ellipsis.", Severity.WARN)
    elif not _FULL_STOP.search(bare[-40:]):
        yield Hit(start, len(bare), "The text has no full stop at its end.", Severity.INFO)


def _breaks_off(text: str) -> str | None:
    last = _LAST_WORD.search(text[-20:])
    if last and last.group(1) in _NEVER_LAST | _NEVER_LAST_UNSTOPPED:
        return f"The text ends with {last.group(1)!r}, as no sentence does."
    if text[-1] in ",(/[{&-\u2013\u2014":
        return f"The text ends with {text[-1]!r}."
    if not _FULL_STOP.search(text[-40:]) and any(_left_open(text, opener) for opener in _OPEN):
        return "The text ends within a bracket."
    return None


def _left_open(text: str, opener: str) -> bool:
    return text.rfind(opener) > text.rfind(_OPEN[opener])


CHECK = TextCheck(
    name="truncated_text",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    applies_to=frozenset({Surface.ITEM}),
)
