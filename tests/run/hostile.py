"""Documents made to hang or kill whatever reads them, written by hand."""

import zlib
from collections.abc import Sequence

HEADER = b"%PDF-1.7\n"


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    out, offsets = bytearray(HEADER), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


_FONT = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(data), extra) + data + b"\nendstream"


def pages(count: int) -> bytes:
    """A PDF with so many pages, each with a paragraph of its own."""
    kids = b" ".join(b"%d 0 R" % (3 + 2 * number) for number in range(count))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)]
    for number in range(count):
        contents = b"/Contents %d 0 R /Resources %s" % (4 + 2 * number, _FONT)
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] %s >>" % contents)
        told = b"Person %d of the study said that standing for %d weeks was of help to them." % (number, number % 90)
        objects.append(_stream(b"BT /F1 12 Tf 72 %d Td (%s) Tj ET" % (400 + number % 90, told)))
    return pdf_of(objects)


def deep_page_tree(depth: int) -> bytes:
    """A page at the bottom of so many nested nodes."""
    nodes = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] %s >>" % (n + 3, b"/Parent %d 0 R" % (n + 1) if n else b"")
        for n in range(depth)
    ]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 612 792] >>" % (depth + 1)
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, page])


def page_tree_in_a_ring() -> bytes:
    """A page tree whose node is its own child."""
    tree = b"<< /Type /Pages /Count 1000000 /Kids [2 0 R 2 0 R 2 0 R] >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree])


def nested_arrays(depth: int) -> bytes:
    """A catalogue that holds so many arrays, each in the other."""
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * depth + b"]" * depth + b" >>", b"<< >>"])


def nested_content(depth: int) -> bytes:
    """A page whose content is so many arrays, each in the other."""
    return _page_with(_stream(b"[" * depth + b"(x)" + b"]" * depth + b" TJ"))


def bomb(megabytes: int) -> bytes:
    """A page whose content inflates to so many megabytes of zeros."""
    packer, zeros = zlib.compressobj(1), bytes(1_000_000)
    packed = b"".join(packer.compress(zeros) for _ in range(megabytes)) + packer.flush()
    return _page_with(_stream(packed, b"/Filter /FlateDecode"))


def _page_with(content: bytes) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources %s >>" % _FONT
    tree = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, content])


def xml_of(megabytes: int, prolog: bytes = b"") -> bytes:
    """An article of so many megabytes of paragraphs."""
    paragraph = b"<p>We asked twelve people whether they stood, and nine of them said that they did.</p>"
    body = paragraph * (megabytes * 1_000_000 // len(paragraph))
    return prolog + b"<article><body><sec>" + body + b"</sec></body></article>"
