"""Opens a PDF with pdfium; where pdfium cannot, pypdf gives a second opinion by writing the file anew."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.errors import ParseError
from pipeline.models.paper import ParseWarning
from pipeline.parse.pdf.bombs import refuse_bombs

_MOST_PAGES: Final = 1_500
"""More pages than any paper with its supplement has; a longer file is a book or an attack."""
_LARGEST: Final = 200 * 1024 * 1024


class Opened(NamedTuple):
    """An open document and what a reviewer should know about how it was opened. Close it."""

    document: pdfium.PdfDocument
    warnings: tuple[ParseWarning, ...]


def open_pdf(data: bytes, name: str, password: str | None) -> Opened:
    """Open `data`.

    Raises:
        ParseError: `not_a_paper` (no PDF), `encrypted`, `damaged`, `too_large`.
    """
    if len(data) > _LARGEST:
        message = f"{name} is {len(data) // (1024 * 1024)} MB, more than {_LARGEST // (1024 * 1024)} MB"
        raise ParseError(message, kind="too_large", remedy="Check that it is one paper; take out pictures if it is.")
    if b"%PDF-" not in data[:1_024]:
        raise ParseError(
            f"{name} is not a PDF: it does not start with %PDF",
            kind="not_a_paper",
            remedy="Download the paper again, as PDF or JATS XML.",
        )
    refuse_bombs(data, name)
    opened = _open(data, name, password)
    if len(opened.document) > _MOST_PAGES:
        pages = len(opened.document)
        opened.document.close()
        message = f"{name} has {pages} pages; a paper has fewer than {_MOST_PAGES}"
        raise ParseError(message, kind="too_large", remedy="Cut the paper out of the file and give that.")
    return opened


def _open(data: bytes, name: str, password: str | None) -> Opened:
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise _encrypted(name, given=password is not None) from error
        return _second_opinion(data, name, str(error))
    if len(document) == 0:
        document.close()
        return _second_opinion(data, name, "it shows no pages")
    return Opened(document, ())


def _encrypted(name: str, *, given: bool) -> ParseError:
    if given:
        return ParseError(f"{name} does not open with this password", kind="encrypted", remedy="Check the password.")
    return ParseError(
        f"{name} is encrypted and needs a password", kind="encrypted", remedy="Give the password with --password."
    )


def _second_opinion(data: bytes, name: str, reason: str) -> Opened:
    """A copy by pypdf, which finds pages by scanning where the cross-reference table is broken."""
    try:
        with _quiet("pypdf"):
            document = pdfium.PdfDocument(_copied(data))
    except Exception as error:  # damage leads pypdf to raise whatever it meets; each means "no"
        raise _damaged(name, reason) from error
    if len(document) == 0:
        document.close()
        raise _damaged(name, reason)
    message = f"the file is damaged ({reason}); its pages were found by a second reader, some may be missing"
    return Opened(document, (ParseWarning(kind="damaged_file_mended", message=message),))


def _copied(data: bytes) -> bytes:
    import pypdf  # noqa: PLC0415 - only damaged files need it

    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    writer, copy = pypdf.PdfWriter(), io.BytesIO()
    for number in range(min(len(reader.pages), _MOST_PAGES)):
        writer.add_page(reader.pages[number])
    writer.write(copy)
    return copy.getvalue()


@contextmanager
def _quiet(library: str) -> Iterator[None]:
    """Keep a library from logging each fault of a file that is known to be damaged."""
    logger = logging.getLogger(library)
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _damaged(name: str, reason: str) -> ParseError:
    return ParseError(
        f"{name} is damaged and no reader can open it ({reason})",
        kind="damaged",
        remedy="Download it again; if it stays so, open and re-save it in a PDF viewer.",
    )
