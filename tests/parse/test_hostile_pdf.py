import io
import json
import time
import zlib

import pypdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import ParseError
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document
from tests.parse.pdf_sample import lines, pdf, read


def one_line(canvas: Canvas) -> None:
    lines(canvas, 60, 700, ["We asked twelve people whether they stood."])


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(one_line)))
    writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def kind_of(data: bytes, media_type: MediaType = MediaType.PDF, **options: str) -> str:
    with pytest.raises(ParseError) as caught:
        parse_document(data, media_type, "sample.pdf", **options)
    assert caught.value.remedy
    assert "sample.pdf" in caught.value.message
    return caught.value.kind


def outcome(data: bytes) -> str:
    """`text`, or the kind of the error."""
    try:
        return "text" if read(data).text.strip() else "nothing"
    except ParseError as error:
        return error.kind if error.remedy else "no remedy"


def test_a_page_without_text_has_no_text_layer():
    assert kind_of(pdf(lambda canvas: canvas.rect(50, 50, 100, 100))) == "no_text_layer"


def test_an_encrypted_file_asks_for_its_password_and_opens_with_it():
    data = encrypted("sesame")
    assert kind_of(data) == "encrypted"
    assert kind_of(data, password="wrong") == "encrypted"
    assert "twelve people" in read(data, password="sesame").text


def test_a_damaged_file_gets_a_second_opinion_or_an_error():
    data = pdf(one_line)
    assert outcome(data[: int(len(data) * 0.75)]) in {"damaged", "no_text_layer", "text"}


def test_noise_after_the_header_is_damaged():
    assert kind_of(b"%PDF-1.7\n" + bytes(range(256)) * 40) == "damaged"


def test_what_is_no_pdf_is_named():
    assert kind_of(b"<!DOCTYPE html><html><body>Sign in</body></html>") == "not_a_paper"
    assert kind_of(b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n") == "not_a_paper"
    assert kind_of(b"") == "empty"
    assert kind_of(b"PK\x03\x04 a Word file") == "not_a_paper"
    assert kind_of(b"anything", MediaType.UNKNOWN) == "not_a_paper"


def test_every_hostile_file_ends_in_text_or_a_named_error(shared_data):
    folder = shared_data / "hostile" / "pdf"
    for entry in json.loads((folder / "index.json").read_text()):
        data = (folder / entry["file"]).read_bytes()
        start = time.perf_counter()
        assert outcome(data) in {"text", "no_text_layer", "encrypted", "damaged", "empty", "not_a_paper"}, entry["file"]
        assert time.perf_counter() - start < 20


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of given objects; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out + head + table + b"trailer\n<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    )


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FONT = b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R" + FONT + b">>"


def stream(packed: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    return b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(packed), filters, packed)


def bomb(megabytes: int) -> bytes:
    machine = zlib.compressobj(9)
    return b"".join(machine.compress(b" " * 1_048_576) for _ in range(megabytes)) + machine.flush()


def test_a_stream_that_inflates_to_half_a_gigabyte_is_refused():
    packed = raw_pdf(CATALOGUE, PAGES, PAGE, stream(bomb(500)))
    start = time.perf_counter()  # packing it takes longer than refusing it
    assert kind_of(packed) == "too_large"
    assert time.perf_counter() - start < 10


def test_a_bomb_that_is_packed_twice_is_refused():
    twice = stream(zlib.compress(bomb(500), 9), b"[/FlateDecode /FlateDecode]")
    assert kind_of(raw_pdf(CATALOGUE, PAGES, PAGE, twice)) == "too_large"


def test_a_page_with_a_million_letters_is_refused():
    shown = b"BT /F1 8 Tf 12 TL 20 790 Td " + b"(lorem ipsum dolor sit amet) Tj T* " * 40_000 + b"ET"
    assert kind_of(raw_pdf(CATALOGUE, PAGES, PAGE, stream(zlib.compress(shown)))) == "too_large"


def test_five_thousand_pages_are_refused():
    assert kind_of(pdf(*[one_line] * 5_000)) == "too_large"


def test_a_page_tree_without_a_bottom_is_damaged():
    chain = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % number for number in range(3, 5_003)]
    assert kind_of(raw_pdf(CATALOGUE, *chain, b"<</Type/Page/Parent 2 0 R>>")) in {"damaged", "no_text_layer"}
    assert kind_of(raw_pdf(CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")) == "damaged"


def test_arrays_in_arrays_without_end_do_no_harm():
    deep = b"[" * 100_000 + b"]" * 100_000
    data = raw_pdf(b"<</Type/Catalog/Pages 2 0 R/X " + deep + b">>", PAGES, PAGE)
    assert outcome(data) in {"damaged", "no_text_layer"}
