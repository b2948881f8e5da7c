"""The name of a field stands where its content belongs.

Why it is wrong:
    The model or a template repeated the label instead of a statement: the reader is told that there is a
    limitation, but not which.
Wrong:
    Limitation 1
    Key finding 2:
    key_findings
Right:
    The study had one limitation: it was small.
    Finding work again was hard.
    Limited evidence was found.
Blind spots:
    Labels of other languages or of a site's own making.
    A label with a text that repeats it ("Limitation 1: a limitation").
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_KINDS: Final = (
    "limitation|finding|message|implication|result|point|item|bullet|text|claim|summary|title|description|statement"
    "|explanation|harm|recommendation|conclusion|takeaway"
)
_LABEL: Final = rf"(?:(?:study|key|main|practical|clinical|future|research)\s)?(?:{_KINDS})"
_NUMBER: Final = r"\s?[#(]?\s?(?:\d{1,2}|[ivx]{1,4}|[a-c])\)?"
_EDGE: Final = r"[\s\"'*_:.#\u2026-]{0,9}"
_WHOLE: Final = re.compile(
    rf"{_EDGE}(?:{_LABEL}s?{_NUMBER}|{_LABEL}|[a-z]{{2,20}}(?:_[a-z]{{2,20}}){{1,3}}){_EDGE}", re.IGNORECASE
)
_HEADING: Final = re.compile(
    rf"{_EDGE}(?:{_LABEL}s|conclusion|summary|background|aims?|objectives?|methods?|discussion){_EDGE}", re.IGNORECASE
)
_PREFIX: Final = re.compile(rf"\s{{0,9}}(?:{_LABEL})s?{_NUMBER}\s?[:.)\u2013-]\s", re.IGNORECASE)

_HINT: Final = re.compile(
    rf"\n{_EDGE}+(?=[a-z])(?:{_LABEL}|conclusion|summary|background|aim|objective|method|discussion|[a-z]{{2,20}}_)",
    re.IGNORECASE,
)


def _hint(texts: str) -> bool:
    return _HINT.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if _HEADING.fullmatch(text):
        yield Hit(0, len(text), "Only a heading stands here.", Severity.WARN)
    elif _WHOLE.fullmatch(text):
        yield Hit(0, len(text), "Only the name of the field stands here.")
    elif found := _PREFIX.match(text):
        yield Hit(found.start(), found.end(), "The name of the field stands before its content.", Severity.WARN)


CHECK = TextCheck(
    name="field_echo",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=frozenset({Surface.ITEM}),
)
