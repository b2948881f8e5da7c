"""A JavaScript object or function was turned into text instead of being written out.

Why it is wrong:
    A program printed a thing as a whole where one of its texts belonged, so the words that should stand there are
    lost. This is how three limitations of a study became `[object Object]` on a published page.
Wrong:
    [object Object]
    The main limits were [object Promise] and cost.
    function name() { [native code] }
Right:
    The trial tested [object recognition] in people with stroke.
    Hand function (n = 12) improved.
Blind spots:
    An object whose class has a text form of its own, such as `Map(2)` or a date.
    Homoglyphs: brackets or letters of other scripts that look the same.
"""

import html
import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import EVERYWHERE, Group, Hit, TextCheck
from pipeline.models.finding import Severity
from pipeline.text.rewriting import Rewritten, rewrite

_CLASSES: Final = (
    "object|promise|array|function|window|null|undefined|map|set|date|error|symbol|event|module|blob|file|math|json"
    "|string|number|boolean|regexp|arguments|proxy|weakmap|weakset|generator|global|response|request|node|element"
)
_OBJECT: Final = re.compile(
    rf"\[\s*+object\s++(?:(?i:{_CLASSES})|[A-Z]\w{{0,40}}+)\s*+\\?\]|\[\s*+(?i:object\s++(?:{_CLASSES}))\s*+\\?\]"
    r"|\bobject\s++Object\b|%5[Bb]object(?:%20|\+)Object%5[Dd]"
)
_FUNCTION: Final = re.compile(
    r"\[native code\]|\bfunction\s{0,3}\w{0,40}\s{0,3}\([^(){}]{0,100}\)\s{0,3}\{|\([\w, ]{0,60}\)\s?=>\s?[{(]"
)
_HIDDEN: Final = re.compile("[\u200b-\u200f\u2060\ufeff\xad]++|&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});")
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
_TELLING: Final = ("object", "native code", "function", "=>")
_OBJECT_OF: Final = re.compile(r"object(?:\s|%20|\+)")


def _hint(texts: str) -> bool:
    if "&" in texts or (not texts.isascii() and _INVISIBLE.search(texts)):
        return True
    lowered = texts.lower()
    if "native code" in lowered or "=>" in lowered or ("function" in lowered and "{" in lowered):
        return True
    return _OBJECT_OF.search(lowered) is not None


def _find(text: str) -> Iterator[Hit]:
    lowered = text.lower()
    if not any(word in lowered for word in _TELLING) and not _HIDDEN.search(text):
        return
    plain = _revealed(text)
    for form, message in (
        (_OBJECT, "An object was printed instead of its text."),
        (_FUNCTION, "Program code was printed instead of text."),
    ):
        for found in form.finditer(plain.text):
            start, last = plain.origin(found.start()), plain.origin(found.end() - 1)
            yield Hit(start, _end(text, last), message)


def _revealed(text: str) -> Rewritten:
    """The text without zero-width characters and with HTML's character references read."""
    return rewrite(text, ((found.start(), found.end(), _read(found.group())) for found in _HIDDEN.finditer(text)))


def _read(hidden: str) -> str:
    return html.unescape(hidden) if hidden[0] == "&" else ""


def _end(text: str, last: int) -> int:
    reference = _HIDDEN.match(text, last)
    return reference.end() if reference else last + 1


CHECK = TextCheck(
    name="object_object",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=EVERYWHERE,
)
