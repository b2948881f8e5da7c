"""Filler stands where a text was to be written.

Why it is wrong:
    Somebody, or something, meant to write here later. What the reader should have been told is not there.
Wrong:
    xxx
    To be completed.
    Sample text
    The finding goes here.
    Placeholder
Right:
    The placeholder group received sugar pills.
    Boys with an XXY set of chromosomes took part.
    The test was to be completed within ten minutes.
    Adduction [ADD] was measured.
Blind spots:
    Filler that reads as a sentence about the study.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import PROSE, Group, Hit, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.caseless import caseless

_EDGE: Final = r"[\s\"'*_.:;!?\u2026()\[\]<>-]{0,9}"
_WHOLE: Final = (
    r"x{3,12}|y{3,12}|z{3,12}|asdf\w{0,12}|qwert\w{0,12}|blah(?:[ ,]{1,2}blah){0,9}|foo(?: bar(?: "
    r"baz)?)?|foobar|tbc|t\.b\.c"
    r"|(?:sample|example|dummy|placeholder|test|filler|default)(?: text| sentence| content| summary| "
    r"title| claim| item| finding)?"
    r"|to be (?:completed|confirmed|written|filled in|done|continued|inserted|supplied|provided"
    r"|decided)(?: later| soon)?|coming soon"
    r"|(?:your|the|some|insert|add|enter|write|put) (?:\w{1,20} ){0,3}(?:goes )?here|work in progress"
    r"|under construction|hello,? world"
    r"|this is a test|click here to (?:add text|edit)|(?:claim|finding|limitation|message|statement) text"
    r"|test(?: test){1,9}|todo|fixme|to do|abc(?:def)?|12345?|test ?\d{0,3}|text text(?: text){0,5}|string"
)
_BARE: Final = re.compile(rf"{_EDGE}(?:{_WHOLE}){_EDGE}")
_LONGEST: Final = 80
"""Characters of a text that can be nothing but filler."""
_LINE: Final = re.compile(rf"\n(?=[^\n]{{0,{_LONGEST}}}+(?:\n|\Z)){_EDGE}+(?:{_WHOLE}){_EDGE}(?=\n|\Z)")
_WITHIN: Final = re.compile(
    r"\blorem ipsum\b|\bdolor sit amet\b|\b(?:todo|fixme|tbd|tbc):|\[(?:to ?do|tbd|tbc|xx+|fill in|add"
    r"|insert|citation needed|source)\b[^\[\]\n]{0,60}\]"
    r"|\b(?:text|content|summary|finding|title) (?:goes|will go|should go) here\b"
)
_TELLING: Final = ("lorem ipsum", "dolor sit amet", "todo", "fixme", "tbd", "tbc", "[", "goes here", "go here")


_SPELT_OUT: Final = re.compile(r"\b[aA]dd\w{3,20} \[ADD\]\Z")
"""`adduction [ADD]`: an abbreviation behind its long form."""


def _hint(texts: str) -> bool:
    plain = caseless(texts)
    return _LINE.search(plain) is not None or (
        any(word in plain for word in _TELLING) and _WITHIN.search(plain) is not None
    )


def _find(text: str) -> Iterator[Hit]:
    plain = caseless(text)
    if len(text) <= _LONGEST and _BARE.fullmatch(plain):
        yield Hit(0, len(text), "Only filler stands here.")
        return
    for found in _WITHIN.finditer(plain) if any(word in plain for word in _TELLING) else ():
        if _SPELT_OUT.search(text[: found.end()]):
            continue
        yield Hit(found.start(), found.end(), "Filler stands in the text.")


CHECK = TextCheck(
    name="stub_text",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=PROSE,
)
