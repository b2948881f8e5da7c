"""The text was stored in one encoding and read in another.

Why it is wrong:
    Curly quotation marks, dashes, accents and Greek letters have become two or three signs each:
    "didn\u00e2\u20ac\u2122t". Units such as
    \u00b5g and signs such as \u2265 are lost with them.
Wrong:
    The group didn\u00e2\u20ac\u2122t improve.
    The caf\u00c3\u00a9 study of 20 \u00c2\u00b5g a day.
    \u00d0\u203a\u00d0\u00b5\u00d1\u2021\u00d0\u00b5\u00d0\u00bd\u00d0\u00b8\u00d0\u00b5 helped people.
    The group=E2=80=99s score rose.
    The group%20score%20rose.
    The group didn?t improve.
Right:
    The group didn\u2019t improve at the caf\u00e9.
    \u00c2ngela and S\u00e3o Paulo took part, at 20 \u00b5g \u00b1 3.
    See https://example.org/a%20paper.
Blind spots:
    Text that was read wrongly and then had its odd signs removed, or turned to question marks between other letters
    than those of `didn?t`.
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
    rf"|(?:[\u00d0\u00d1\u00d7-\u00d9][{_TAIL}]){{2,40}}"  # what was Russian, Hebrew or Arabic; one alone may be meant
    rf"|(?:[\u00e3-\u00ed][{_TAIL}]{{2}}){{2,40}}"  # what was Chinese, Japanese or Korean
)
_FIRST: Final = re.compile("[\u00c2\u00c3\u00ce-\u00d1\u00d7-\u00d9\u00e2-\u00ed\u00ef\u00f0]")
_WRITTEN_OUT: Final = re.compile(
    r"(?<!\\)\\u[0-9a-fA-F]{4}(?![0-9a-fA-F])|(?:\\x[89a-fA-F][0-9a-fA-F]){2,40}"  # as in a program
    r"|=[CD][0-9A-F]=[89AB][0-9A-F]|=E[0-9A-F](?:=[89AB][0-9A-F]){2}"  # as in an e-mail; `=CC=CC` is chemistry
    r"|(?<![\w./:?=&%#+@~-])[A-Za-z]{1,30}+(?:(?:%20|(?:%[89A-F][0-9A-F]){2,4}+)[A-Za-z0-9]{0,30}+){1,40}+"
    r"(?![/%?=&@#]|\.\w)"  # as in an address, but in none
)
_SIGN: Final = re.compile(r"[\\=%](?:[ux]|20|[89A-F][0-9A-F])")
"""No character is written out without one of these."""
_LOST: Final = re.compile(
    r"\b(?:ca|could|did|do|does|had|has|have|is|was|were|wo|would)n\?t\b|(?<=\d) ?\?[gmlL]\b(?!=)"
)
"""What was no ASCII became a question mark."""
_MARK: Final = re.compile(r"\?[gltmL]\b")


def _hint(texts: str) -> bool:
    return next(_find(texts), None) is not None


def _find(text: str) -> Iterator[Hit]:
    if not text.isascii() and _FIRST.search(text):
        yield from _read_wrongly(text)
    for found in _WRITTEN_OUT.finditer(text) if _SIGN.search(text) else ():
        yield Hit(found.start(), found.end(), "The number of a character stands here instead of the character.")
    for found in _LOST.finditer(text) if _MARK.search(text) else ():
        yield Hit(found.start(), found.end(), "A character was lost, and a question mark stands in its place.")


def _read_wrongly(text: str) -> Iterator[Hit]:
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
