"""The text was stored in one encoding and read in another.

Why it is wrong:
    Curly quotation marks, dashes, accents and Greek letters have become two or three signs each:
    "didn\u00e2\u20ac\u2122t". Units such as
    \u00b5g and signs such as \u2265 are lost with them.
Wrong:
    The group didn\u00e2\u20ac\u2122t improve.
    The caf\u00c3\u00a9 study of 20 \u00c2\u00b5g a day.
Right:
    The group didn\u2019t improve at the caf\u00e9.
    \u00c2ngela and S\u00e3o Paulo took part, at 20 \u00b5g \u00b1 3.
Blind spots:
    Text that was read wrongly and then had its odd signs removed.
    Encodings other than UTF-8 taken for Windows-1252 or Latin-1.
"""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.checks.declaration import EVERYWHERE, Group, Hit, Surface, TextCheck
from pipeline.models.finding import Severity

_WINDOWS: Final = {
    bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_BYTES: Final = {chr(code): code for code in range(0x80, 0x100)} | _WINDOWS
"""The byte that a character stands for, where bytes were taken for Windows-1252 or Latin-1."""
_TAIL: Final = "".join(re.escape(sign) for sign, code in _BYTES.items() if 0x80 <= code < 0xC0)
_SUSPECT: Final = re.compile(
    rf"[\u00c2\u00c3\u00ce\u00cf][{_TAIL}]"  # what was U+00A0 to U+00FF, or Greek
    rf"|[\u00e2\u00ef][{_TAIL}]{{2}}"  # what was a dash, a quotation mark, an arrow, a sign, a ligature
    rf"|\u00f0[{_TAIL}]{{3}}"  # what was a picture
)
_FIRST: Final = re.compile("[\u00c2\u00c3\u00ce\u00cf\u00e2\u00ef\u00f0]")


def _hint(texts: str) -> bool:
    return not texts.isascii() and _SUSPECT.search(texts) is not None


def _find(text: str) -> Iterator[Hit]:
    if text.isascii() or not _FIRST.search(text):
        return
    for found in _SUSPECT.finditer(text):
        if meant := _read(found.group()):
            yield Hit(
                found.start(), found.end(), f"{found.group()!r} was {meant!r} before it was read in another encoding."
            )


def _read(signs: str) -> str:
    """What the signs are as the bytes that they stand for; nothing where these are no UTF-8."""
    try:
        return bytes(_BYTES[sign] for sign in signs).decode("utf-8")
    except UnicodeDecodeError:
        return ""


CHECK = TextCheck(
    name="mojibake",
    group=Group.MALFORMED,
    severity=Severity.BLOCK,
    since="0.1",
    find=_find,
    hint=_hint,
    applies_to=EVERYWHERE - {Surface.CODE, Surface.VERBATIM},
)
