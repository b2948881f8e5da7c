"""The fonts of a document as far as headings need them."""

import ctypes
import re
from dataclasses import dataclass
from typing import Final

import pypdfium2.raw as pdfium_c

_BOLD: Final = re.compile(r"bold|black|heavy|semib|demi|[-,.]b$|\bmedi?(?:um)?\b|-bd|bdcn", re.IGNORECASE)
_ITALIC: Final = re.compile(r"ital|obli|[-,.]it?$|slanted", re.IGNORECASE)
_HEAVY: Final = 650
"""A regular weight is 400, a bold one 700."""


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A font by name, and what it is used for: bold and italic set off headings and terms.

    A document's book holds each font once, so that fonts are compared by identity, which is what makes it fast.
    """

    name: str
    bold: bool
    italic: bool


NO_FONT: Final = Font(name="", bold=False, italic=False)


class FontBook:
    """The fonts of one document, each looked up once."""

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}
        self._by_name: dict[tuple[str, bool, bool], Font] = {}

    def font(self, pointer: int | None) -> Font:
        """The font behind pdfium's pointer."""
        if not pointer:
            return NO_FONT
        found = self._fonts.get(pointer)
        if found is None:
            name, bold, italic = _describe(pointer)
            found = self._by_name.setdefault((name, bold, italic), Font(name, bold, italic))
            self._fonts[pointer] = found
        return found


def _describe(pointer: int) -> tuple[str, bool, bool]:
    handle = ctypes.cast(pointer, pdfium_c.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    length = min(pdfium_c.FPDFFont_GetBaseFontName(handle, buffer, 256), 256)
    name = buffer.raw[: max(length - 1, 0)].decode("utf-8", "replace").rpartition("+")[2]
    bold = bool(_BOLD.search(name)) or pdfium_c.FPDFFont_GetWeight(handle) >= _HEAVY
    return name, bold, bool(_ITALIC.search(name))
