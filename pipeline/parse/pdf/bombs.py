"""Streams that inflate to far more than a page can need: refused before pdfium gives them the memory they ask for."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from pipeline.errors import ParseError

_DENSEST: Final = 1_032
"""Deflate packs at most this many bytes into one."""
_LARGEST: Final = 400 * 1024 * 1024
"""Bytes of one inflated stream that is no picture; pdfium takes twice as much. Rich vector figures take a tenth."""
_SMALLEST: Final = _LARGEST // _DENSEST
_TWICE: Final = re.compile(rb"/Fl(?:ateDecode)?\s{0,9}/Fl(?:ateDecode)?\b")
_DICTIONARY: Final = 1_000
_STEP: Final = 4 * 1024 * 1024
_MOST_STREAMS: Final = 200_000
_TINY: Final = 16 * 1024
"""Bytes. A bomb that is packed twice is small: a larger one is one already after the first unpacking."""


def refuse_bombs(data: bytes, name: str) -> None:
    """Raise ParseError (`too_large`) for a PDF with a stream that inflates beyond all measure.

    Pictures are passed over: reading text does not inflate them. Other filters are left to the worker's limits.
    """
    if len(data) < _SMALLEST and not _TWICE.search(data):
        return
    for dictionary, start, end in _streams(data):
        twice = _TWICE.search(dictionary) is not None
        if (twice or end - start > _SMALLEST) and b"/Image" not in dictionary and b"/Fl" in dictionary:
            _check(data[start:end], name, layers=2 if twice else 1)


def _streams(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """(dictionary, start, end) of the streams of a file whose size lets them be bombs, packed once or twice."""
    at = data.find(b"stream")
    for _ in range(_MOST_STREAMS):
        if at < 0:
            return
        start = at + 8 if data[at + 6 : at + 8] == b"\r\n" else at + 7
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        if end - start > _SMALLEST or end - start < _TINY:
            head = data[max(0, at - _DICTIONARY) : at]
            yield head[head.rfind(b" obj") + 1 :], start, end
        at = data.find(b"stream", end + 9)


def _check(packed: bytes, name: str, *, layers: int) -> None:
    inflated = 0
    for piece in _inflated(packed, layers):
        inflated += len(piece)
        if inflated > _LARGEST:
            message = f"{name} holds a stream that inflates to more than {_LARGEST // (1024 * 1024)} MB"
            raise ParseError(
                message, kind="too_large", remedy="Open and re-save it in a PDF viewer, and try that copy."
            )


def _inflated(packed: bytes, layers: int) -> Iterator[bytes]:
    """The inflated bytes, piece by piece; damaged data simply ends (pdfium will say what it makes of it)."""
    source = _inflated(packed, layers - 1) if layers > 1 else iter((packed,))
    machine = zlib.decompressobj()
    try:
        for piece in source:
            rest = piece
            while rest and not machine.eof:
                yield machine.decompress(rest, _STEP)
                rest = machine.unconsumed_tail
    except zlib.error:
        return
