"""PDFs made for these tests."""

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document

WIDTH, HEIGHT = A4


def pdf(*pages: Callable[[Canvas], object]) -> bytes:
    """A PDF whose pages are drawn by `pages`."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(
    canvas: Canvas,
    x: float,
    y: float,
    texts: list[str],
    *,
    size: float = 10,
    font: str = "Times-Roman",
    leading: float = 12,
) -> float:
    """Write lines downwards from `y`; gives the next free `y`."""
    canvas.setFont(font, size)
    for text in texts:
        canvas.drawString(x, y, text)
        y -= leading
    return y


def read(data: bytes, **options: str) -> Paper:
    return parse_document(data, MediaType.PDF, "sample.pdf", **options)


def paragraphs(paper: Paper) -> list[str]:
    return [p.text for section in paper.sections for p in section.paragraphs]
