"""Bytes to text, with what was lost on the way."""

import codecs
import re
from typing import Final

from pipeline.checks.pages.block import PageFault

_DECLARED: Final = re.compile(r"charset\s?=\s?[\"']?([\w-]{1,40})")
_HEAD: Final = 2_048
"""Bytes within which HTML has to declare its encoding (the standard says 1,024)."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, parameters: str, *, html: bool) -> tuple[str, tuple[PageFault, ...]]:
    """The text of `data`: by its byte order mark, by what it or its media type declares, or as UTF-8."""
    encoding = _encoding(data, parameters, html=html)
    try:
        return _with_plain_line_ends(data.decode(encoding)), ()
    except (UnicodeDecodeError, LookupError, ValueError) as error:
        text = data.decode("utf-8", "replace")
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        message = f"The bytes here are no text in the encoding of the page ({encoding})."
        fault = PageFault(
            data.count(b"\n", 0, at) + 1, message, data[max(0, at - 20) : at + 20].decode("utf-8", "replace")
        )
        return _with_plain_line_ends(text), (fault,)


def _encoding(data: bytes, parameters: str, *, html: bool) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    declared = _DECLARED.search(parameters)
    if not declared and html:
        declared = _DECLARED.search(data[:_HEAD].decode("latin-1").lower())
    return declared.group(1) if declared and _is_known(declared.group(1)) else "utf-8"


def _is_known(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding)._is_text_encoding)  # noqa: SLF001
    except LookupError:
        return False


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
