"""From PDF to `Paper`."""

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.errors import ParseError
from pipeline.models.paper import Paper, ParseWarning
from pipeline.parse.pdf import bulk
from pipeline.parse.pdf.article import article_of
from pipeline.parse.pdf.fonts import FontBook
from pipeline.parse.pdf.metadata import Declared
from pipeline.parse.pdf.opening import open_pdf
from pipeline.parse.pdf.page import Page, pages_of
from pipeline.parse.pdf.reference_pages import only_references, opens_references
from pipeline.parse.pdf.runs import PageText

_LEAST_TEXT: Final = 10
"""Letters. Fewer in a whole document are a stamp or a page number, not a text."""
_MOST_PATHS: Final = 6_000
"""A page with more drawn objects is a picture in vectors; its rules are not looked for."""


_MOST_CHARACTERS: Final = 200_000
"""A page set in the smallest type that can be read holds some twenty thousand."""
_INFO_KEYS: Final = ("Title", "Subject", "Keywords", "doi", "DOI", "WPS-ARTICLEDOI")
"""Where publishers put the title and the DOI; the last is Wiley's."""
_LONGEST_PACKET: Final = 200_000


class Content(NamedTuple):
    """What was read from a document before anything was made of it."""

    texts: list[str]
    pages: list[Page]
    info: dict[str, str]
    stamped: int
    """Characters that stand in another direction than the text: stamps on the margin."""
    unread: list[int]
    """Numbers of the pages that could not be loaded."""


def parse_pdf(data: bytes, name: str, *, password: str | None = None) -> Paper:
    """Read a PDF.

    Raises:
        ParseError: `encrypted`, `damaged`, `no_text_layer`, `not_a_paper`, `too_large`.
    """
    with _without_collector():
        return _read(data, name, password)


def _read(data: bytes, name: str, password: str | None) -> Paper:
    opened = open_pdf(data, name, password)
    try:
        content = _content(opened.document, name)
    finally:
        opened.document.close()
    if not _has_text(content.texts):
        raise _no_text(data, name, len(content.texts))
    losses = [*opened.warnings, *_losses(content)]
    return article_of(content.texts, content.pages, Declared(content.info, _packet(data)), losses)


def _info(document: pdfium.PdfDocument) -> dict[str, str]:
    """The document's dictionary of metadata; a value in no readable encoding counts as not given."""
    info: dict[str, str] = {}
    for key in _INFO_KEYS:
        with suppress(UnicodeDecodeError):
            info[key] = document.get_metadata_value(key)
    return {key: value for key, value in info.items() if value}


@contextmanager
def _without_collector() -> Iterator[None]:
    """A document makes a hundred thousand small objects and no cycles: the collector would walk them for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _content(document: pdfium.PdfDocument, name: str) -> Content:
    fonts = FontBook()
    texts: list[str] = []
    pages: list[Page] = []
    stamped = 0
    unread: list[int] = []
    past_body = False
    for number in range(len(document)):
        try:
            page = document[number]
            reader = PageText(page, fonts)
        except pdfium.PdfiumError:
            unread.append(number + 1)
            texts.append("")
            continue
        _refuse_masses(reader.count, number + 1, name)
        if not (past_body and only_references(reader.text)):
            drawn = _drawn(page) if _may_have_table(reader.text) else []
            sheet = pages_of(reader.runs(), number + 1, _size(page), drawn)
            pages += sheet.pages
            stamped += sheet.stamped
        past_body = past_body or (2 * number >= len(document) - 1 and opens_references(reader.text))
        texts.append(reader.text)
        reader.close()
        page.close()
    _refuse_unread(unread, texts, name)
    return Content(texts, pages, _info(document), stamped, unread)


def _refuse_unread(unread: list[int], texts: list[str], name: str) -> None:
    if unread and len(unread) == len(texts):
        message = f"{name} is damaged: none of its {len(texts)} pages can be loaded"
        raise ParseError(message, kind="damaged", remedy="Download it again, or re-save it in a PDF viewer.")


def _refuse_masses(count: int, number: int, name: str) -> None:
    if count > _MOST_CHARACTERS:
        message = f"page {number} of {name} holds {count} characters; no printed page does"
        raise ParseError(message, kind="too_large", remedy="Check the file; it is no paper, or was made to do harm.")


def _size(page: pdfium.PdfPage) -> tuple[float, float]:
    """Width and height of the page as its coordinates run: pdfium gives those of the page as it is shown, turned."""
    width, height = page.get_size()
    return (width, height) if page.get_rotation() % 180 == 0 else (height, width)


def _may_have_table(text: str) -> bool:
    low = text.lower()
    return "table" in low or "continued" in low


def _drawn(page: pdfium.PdfPage) -> list[bulk.Box]:
    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    return bulk.path_boxes(bulk.address(page.raw), count) if count <= _MOST_PATHS else []


def _no_text(data: bytes, name: str, pages: int) -> ParseError:
    if b"/XFA" in data:
        message = f"{name} is a form (XFA) that only the program it was made for can show; it has no text of its own"
        return ParseError(message, kind="no_text_layer", remedy="Open it there and print it to a PDF.")
    return ParseError(
        f"{name} has no text layer: {'its page is a picture' if pages == 1 else f'its {pages} pages are pictures'}",
        kind="no_text_layer",
        remedy="Add one with `ocrmypdf IN.pdf OUT.pdf` (or run again with --ocr where it is installed).",
    )


def _packet(data: bytes) -> str:
    """What the XMP packet says of the DOI; packets are stored uncompressed, so that they can be found by scanning."""
    start = data.find(b"<x:xmpmeta")
    end = data.find(b"</x:xmpmeta>", start, start + _LONGEST_PACKET) if start >= 0 else -1
    packet = data[start:end].decode("utf-8", "replace") if end > start else ""
    return " ".join(
        re.findall(r"(?:doi|identifier)>\s{0,9}(?:doi:)?(10\.\d{4,9}/[^<\s]{1,200})<", packet, re.IGNORECASE)
    )


def _has_text(texts: Sequence[str]) -> bool:
    letters = 0
    for text in texts:
        letters += sum(map(str.isalpha, text[:5_000]))
        if letters >= _LEAST_TEXT:
            return True
    return False


def _losses(content: Content) -> list[ParseWarning]:
    """What of the pages did not come through."""
    losses = []
    if content.stamped:
        message = f"{content.stamped} characters in another direction than the text (stamps on margins) were left out"
        losses.append(ParseWarning(kind="turned_text_left_out", message=message))
    if content.unread:
        message = f"{len(content.unread)} damaged pages could not be loaded: {', '.join(map(str, content.unread[:10]))}"
        losses.append(ParseWarning(kind="pages_unreadable", message=message))
    return losses
