"""Characters as a paper should hold them: composed, without invisible ones, ligatures and odd spaces mended."""

import unicodedata
from typing import Final

from pipeline.models.paper import ParseWarning

REPLACEMENT: Final = "\ufffd"
"""Stands where a document names a glyph but not the character that it means."""

_LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Cn"})
_SOFT_HYPHENS: Final = "\u00ad\ufffe"
"""Places where a word may be broken: to be dropped, and no cause for alarm (U+FFFE is pdfium's)."""
_PIECE: Final = 300
"""Characters that are composed at once."""
_STEERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") | {
    chr(0xE0000 + n) for n in range(128)
}
"""Overrides of direction and tag characters hide words from a reader; a single one deserves a word to the reviewer."""
_FEW: Final = 20
"""So many invisible characters are an accident of typesetting; more deserve a word to the reviewer."""


class _Mended(dict[int, str]):
    """What becomes of each character, worked out when it is first met (`str.translate` asks here)."""

    def __missing__(self, code: int) -> str:
        self[code] = mended = _mend(chr(code))
        return mended


def _mend(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\t\n\r\v\f" or category in ("Zs", "Zl", "Zp"):
        return " "
    if category in _INVISIBLE:
        return ""
    if "\U0001d400" <= character <= "\U0001d7ff":  # letters and digits of mathematical italics and the like
        return unicodedata.normalize("NFKC", character)
    return REPLACEMENT if category == "Co" else _LIGATURES.get(character, character)


_MENDED: Final = _Mended()


def _composed(text: str) -> str:
    """`text` in NFC, piece by piece: ordering a run of a million combining marks would take its square."""
    if len(text) <= _PIECE:
        return unicodedata.normalize("NFC", text)
    pieces, start = [], 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        space = text.rfind(" ", start, end) + 1 if end < len(text) else 0
        end = space or end
        pieces.append(unicodedata.normalize("NFC", text[start:end]))
        start = end
    return "".join(pieces)


class Cleaner:
    """Cleans the strings of one document and counts what it had to drop.

    Numbers and minus signs stay as printed (no compatibility folding: `10⁶` must not become `106`).
    """

    def __init__(self) -> None:
        self.invisible = 0
        self.steering = 0
        self.unmapped = 0

    def clean(self, text: str) -> str:
        """`text` in NFC; spaces of any kind plain, control, format and bidirectional characters gone."""
        if text.isascii() and text.isprintable():
            return text
        mended = text.translate(_MENDED)
        self.unmapped += mended.count(REPLACEMENT)
        if len(mended) < len(text):
            dropped = [c for c in set(text) if c not in _SOFT_HYPHENS and not _MENDED[ord(c)]]
            self.invisible += sum(text.count(c) for c in dropped)
            self.steering += sum(text.count(c) for c in dropped if c in _STEERING)
        return mended if mended.isascii() else _composed(mended)

    def squeeze(self, text: str) -> str:
        """`text` cleaned, on one line, single spaces."""
        return " ".join(self.clean(text).split())

    def warnings(self) -> list[ParseWarning]:
        """What a reviewer should know about the characters of this document."""
        found = []
        if self.invisible > _FEW or self.steering:
            message = f"{self.invisible} invisible characters were left out (control, format or bidirectional marks)"
            found.append(ParseWarning(kind="invisible_characters", message=message))
        if self.unmapped:
            message = f"{self.unmapped} glyphs have no known character; they stand as {REPLACEMENT} in the text"
            found.append(ParseWarning(kind="unmapped_glyphs", message=message))
        return found
