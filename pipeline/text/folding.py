"""The form in which two texts are equal when only typography tells them apart; values always stay apart.

Folded away: case, white space, hyphenation at line ends, the kind of hyphen or dash, ligatures, the kind of
quotation mark, the hands of mathematics (an italic p), small digits behind a letter. Kept exact: digits, signs,
decimal points, exponents, and the case of units, in which another unit may stand (mM and mm, mg and Mg).
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from pipeline.text.rewriting import Rewritten, rewrite

_HYPHENS: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\xad\x02\ufffe"
"""Every hyphen, dash and minus; U+0002 and U+FFFE are what PDF readers give for a hyphen at a line's end."""
_QUOTES: Final = "\"'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u02bc\uff02\uff07"
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "..."}
_SPACES: Final = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())

_VARIANTS: Final = {
    chr(code): plain
    for code in (*range(0x3D0, 0x3F6), 0x210E, *range(0x1D400, 0x1D800))
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1
}
"""Letters and digits in the italics, the bold face and the other hands of mathematics, and variants of Greek ones."""
_DEGREES: Final = "\u00ba\u02da\u2218\u25e6"
_SMALL: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋"
_FULL_SIZE: Final = str.maketrans(_SMALL, "0123456789+-0123456789+-")
_RAISED: Final = re.compile(f"(?<=[A-Za-z\u0391-\u03c9%\u00b0])[{_SMALL}]+")
"""Small digits behind a letter (`cm²`, `CO₂`) are a matter of type; behind a digit an exponent: 10² is not 102."""
_ONE_TO_ONE: Final = (
    dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_DEGREES, "\u00b0")
    | _VARIANTS
    | {"µ": "μ", "\u03c2": "\u03c3"}
)
_MAPPED: Final = frozenset(_ONE_TO_ONE)
_PREFIXED: Final = "g m l s V W J N K Hz Pa eV cal Da mol Gy Sv Bq Ci Osm Eq bp b bar IU U"
_UNIT: Final = (
    rf"(?:[GMkhdcm\u03bcunpf]?(?:{_PREFIXED.replace(' ', '|')})"
    r"|[GMkm\u03bcunp][AFTC]|h|d|mmHg|rpm|\u00b0[CF]|dB|ppm|ppb)(?:[23]\b)?"
)
_UNIT_BY_CASE: Final = re.compile(
    rf"(?:(?<!\d)(?<!\d[.,\u00b7])\d[\d.,\u00b7]*+[ -]*+|[(\[/](?=\w\w))"
    rf"((?i:{_UNIT}(?:\s?[/\u00b7\u22c5]\s?{_UNIT})*)(?![\w\u2019'\u0300-\u036f]|-\s*[^\W\d_]))"
)
"""A unit behind a number or alone in brackets; it keeps its case, in which another unit may stand: mM, mm; Mg, mg."""
_OPENS_A_NUMBER: Final = "=<>\u2264\u2265\u2248~\u00b1([{/"
"""Behind these a hyphen is a minus, also with space around it: `r = - 0.3`."""
_LIGATURE: Final = "".join(_LIGATURES)
_ZERO_WIDTH: Final = "\u200b-\u200d\u2060\ufeff"
_IN_WORDS: Final = "_\u200b\u200c\u200d\u2060\ufeff"
_MARK: Final = "\u0300-\u036f"
_IRREGULAR: Final = re.compile(
    f"[- \u00b7\u2219{_LIGATURE}{_ZERO_WIDTH}{_MARK}]"  # one class first: the engine skips to it quickly
    "(?:(?<=[- ])(?:[- ]++|(?<=-)|(?<!\\w )|(?!\\w))"  # all but the single space between two words
    "|(?<=\\d[\u00b7\u2219])(?=\\d)"  # the middle dot as a decimal point
    f"|(?<=[{_LIGATURE}])"
    f"|(?<=[{_ZERO_WIDTH}])[{_ZERO_WIDTH}]*+"
    f"|(?<=[^\\W\\d_][{_MARK}])[{_MARK}]{{0,3}}+)"
)


def fold(text: str) -> Rewritten:
    """`text` in its folded form, with the way back to its offsets. Linear in the length of the text."""
    plain = _lowered(_replaced(text))
    return rewrite(plain, _edits(plain))


def fold_quote(quote: str) -> tuple[str, ...]:
    """The folded forms under which a quote may stand in a folded text, the likeliest first.

    What stands in front of a quote decides how its beginning is folded: the unit of a number keeps its case, and a
    dash between two numbers is no minus.
    """
    behind = (fold(f"{before} {quote}").text.removeprefix(before).lstrip() for before in ("0", "x"))
    return tuple(dict.fromkeys((fold(quote).text, *behind)))


def _replaced(text: str) -> str:
    for character in _MAPPED.intersection(text):
        text = text.replace(character, _ONE_TO_ONE[character])
    return _RAISED.sub(lambda found: found.group().translate(_FULL_SIZE), text)


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # `İ` becomes two characters, which would move every offset behind it
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    pieces: list[str] = []
    last = 0
    for unit in _UNIT_BY_CASE.finditer(text):
        pieces += (lowered[last : unit.start(1)], unit.group(1))
        last = unit.end(1)
    return "".join((*pieces, lowered[last:]))


def _edits(plain: str) -> Iterator[tuple[int, int, str]]:
    for found in _IRREGULAR.finditer(plain):
        token, (start, end) = found.group(), found.span()
        if token[0] in " -":
            replacement = _joint(plain, start, end, token)
        elif unicodedata.combining(token[0]):
            start -= 1
            replacement = unicodedata.normalize("NFC", plain[start:end])
        else:
            replacement = _letters(token)
        if replacement != plain[start:end]:
            yield start, end, replacement


def _letters(token: str) -> str:
    if token[0] in "\u00b7\u2219":
        return "."
    return _LIGATURES.get(token, "")


def _joint(text: str, start: int, end: int, token: str) -> str:
    """What is left of white space and hyphens between two other characters."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if "-" in token:
        return _hyphen(token, before, after, text[end : end + 2])
    if _is_word(before) and _is_word(after):
        return " "
    return " " if _would_make_a_number(before, after, text[end : end + 2]) else ""


def _hyphen(token: str, before: str, after: str, ahead: str) -> str:
    if (not before or before.isalpha() or unicodedata.combining(before)) and (after.isalpha() or not after):
        return ""  # follow-up, or a word cut at the end of its line
    if after.isdigit() or (after in ".·" and ahead[1:].isdigit()):
        return _sign(token, before)
    return "-"


def _sign(token: str, before: str) -> str:
    """A hyphen in front of a number: a minus, the middle of a range, a dash, or two of these."""
    if len(token.split()) > 1:
        return "- -" if token.endswith("-") else "- "  # an empty cell of a table, with a minus or without
    if not token.startswith(" ") or (before and before in _OPENS_A_NUMBER):
        return "-"
    if token.endswith(" "):
        return "-" if before.isdigit() else "- "  # `3 - 5` is a range as `3-5` is, `done - 5 of 9` no minus
    return " -" if before.isdigit() else "-"  # `3 -5` is two numbers


def _would_make_a_number(before: str, after: str, ahead: str) -> bool:
    # `3, 456` is a list and `3,456` a number; `5 .3` and `5.3` differ as well.
    if before and before in ".,·:" and after.isdigit():
        return True
    return before.isdigit() and after == "." and ahead[1:].isdigit()


def _is_word(character: str) -> bool:
    # An accent of its own and a zero-width character belong to the word in front of them.
    return character.isalnum() or (character != "" and (character in _IN_WORDS or unicodedata.combining(character) > 0))
