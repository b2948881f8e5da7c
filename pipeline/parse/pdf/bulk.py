"""pdfium's calls for single characters, in bulk.

A page takes thousands of calls. Prototypes on plain integers cost half of what the typed ones do; they keep the
interpreter lock, which is never contended in a worker that reads one document.
"""

import ctypes
from array import array
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import Any, Final

import pypdfium2.raw as pdfium_c

_INT, _PTR = ctypes.c_int, ctypes.c_void_p

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, y upwards, as pdfium orders them."""


def _bare(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, _PTR).value or 0)


_char_box: Final = _bare(pdfium_c.FPDFText_GetLooseCharBox, _INT, _PTR, _INT, _PTR)
_text_object: Final = _bare(pdfium_c.FPDFText_GetTextObject, _PTR, _PTR, _INT)
_unicode: Final = _bare(pdfium_c.FPDFText_GetUnicode, ctypes.c_uint, _PTR, _INT)
_matrix: Final = _bare(pdfium_c.FPDFPageObj_GetMatrix, _INT, _PTR, _PTR)
_font_size: Final = _bare(pdfium_c.FPDFTextObj_GetFontSize, _INT, _PTR, _PTR)
_font: Final = _bare(pdfium_c.FPDFTextObj_GetFont, _PTR, _PTR)
_object: Final = _bare(pdfium_c.FPDFPage_GetObject, _PTR, _PTR, _INT)
_type: Final = _bare(pdfium_c.FPDFPageObj_GetType, _INT, _PTR)
_bounds: Final = _bare(pdfium_c.FPDFPageObj_GetBounds, _INT, _PTR, _PTR, _PTR, _PTR, _PTR)


def address(handle: Any) -> int:
    """The plain address of a pdfium handle."""
    return ctypes.cast(handle, _PTR).value or 0


def char_boxes(textpage: int, indexes: Sequence[int]) -> list[Box]:
    """The loose boxes of characters: as wide as the character, as high as its font; zeros where there is none."""
    count = len(indexes)
    floats = array("f", bytes(16 * count))
    base = floats.buffer_info()[0]
    # A call that fails leaves the zeros of the fresh array in place.
    deque(map(_char_box, repeat(textpage), indexes, range(base, base + 16 * count, 16)), maxlen=0)
    flat = iter(floats.tolist())
    return list(zip(flat, flat, flat, flat, strict=True))


def text_objects(textpage: int, indexes: Sequence[int]) -> list[int | None]:
    """The text object of each character, by address; None for characters that pdfium made up."""
    return list(map(_text_object, repeat(textpage), indexes))


def codes(textpage: int, count: int) -> list[int]:
    """The code point of every character."""
    return list(map(_unicode, [textpage] * count, range(count)))


def font_of(text_object: int) -> int | None:
    """The font of a text object, by address."""
    found: int | None = _font(text_object)
    return found


class MatrixProbe:
    """Asks text objects for their matrix and nominal type size, into one buffer."""

    def __init__(self) -> None:
        self._buffer = array("f", bytes(28))
        self._address = self._buffer.buffer_info()[0]

    def read(self, text_object: int) -> list[float]:
        """The matrix (a, b, c, d, e, f) and the type size."""
        _matrix(text_object, self._address)
        _font_size(text_object, self._address + 24)
        return self._buffer.tolist()


def path_boxes(page: int, count: int) -> list[Box]:
    """The boxes (left, top, right, bottom) of the first `count` drawn paths and pictures of a page."""
    floats = (ctypes.c_float * 4)()
    left, bottom, right, top = (ctypes.addressof(floats) + 4 * i for i in range(4))
    boxes: list[Box] = []
    for index in range(count):
        item = _object(page, index)
        if item and _type(item) == pdfium_c.FPDF_PAGEOBJ_PATH and _bounds(item, left, bottom, right, top):
            boxes.append((floats[0], floats[3], floats[2], floats[1]))
    return boxes
