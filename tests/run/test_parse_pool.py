"""The way of a document through GROBID, the built-in parser and OCR, over real HTTP and in real workers."""

from pathlib import Path

import pytest

from pipeline.config import Settings, Workspace, load_settings
from pipeline.errors import ParseError, SetupError
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.run.parse_pool import parse_pool
from pipeline.run.parse_workers import Document
from tests.loopback.grobid_server import BUSY, Answer, GrobidServer
from tests.made import JATS, PDF
from tests.ocr_program import OcrProgram
from tests.parse.pdf_sample import pdf
from tests.parse.tei_sample import tei

GOOD = Answer(200, tei())


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OcrProgram:
    made = OcrProgram(tmp_path)
    monkeypatch.setenv("PATH", made.path)
    return made


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf(lambda canvas: canvas.rect(50, 50, 100, 100)))
    return path


def settings(folder: Path, **changes: object) -> Settings:
    return load_settings(Workspace(folder), **changes)


def with_grobid(folder: Path, server: GrobidServer, **changes: object) -> Settings:
    limits = {"grobid_timeout": 5.0, "grobid_retry_for": 0.0, **changes}
    return settings(folder, parser="grobid", grobid_url=server.url, **limits)


async def read(wanted: Settings, *documents: Document, ocr: bool = False) -> list[Paper]:
    async with parse_pool(wanted, workers=1, ocr=ocr) as pool:
        return [Paper.model_validate_json((await pool.parse(document)).encoded) for document in documents]


def a_pdf(path: Path = PDF, password: str | None = None) -> Document:
    return Document(path, MediaType.PDF, path.name, password)


def kinds(paper: Paper) -> set[str]:
    return {warning.kind for warning in paper.warnings}


async def test_a_pdf_is_read_by_grobid_where_it_is_set(tmp_path):
    with GrobidServer([GOOD]) as server:
        [paper] = await read(with_grobid(tmp_path, server), a_pdf())
    assert (paper.parser, paper.metadata.doi) == ("grobid", "10.5555/standing.1")
    assert server.asked[0].fields["input"] == [PDF.read_bytes()]


async def test_jats_is_never_sent_to_grobid(tmp_path):
    with GrobidServer([GOOD]) as server:
        [paper] = await read(with_grobid(tmp_path, server), Document(JATS, MediaType.JATS, "trial.xml"))
    assert (paper.parser, server.asked) == ("jats", [])


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([BUSY], "busy"),
        ([Answer(500, b"no model")], "no model"),
        ([Answer(204)], "204"),
        ([Answer(200, tei(), hang=2)], "did not answer within"),
        ([Answer(200, tei()[:-40])], "not well-formed"),
        ([Answer(200, tei("", abstract="", back=""))], "neither an abstract nor a text"),
        ([Answer(200, b"<html>Sign in</html>", "text/html")], "something else than TEI"),
        ([Answer(200, tei(prolog="<!DOCTYPE TEI [<!ENTITY a 'b'>]>"))], "document type"),
    ],
)
async def test_where_grobid_fails_the_built_in_parser_reads_and_the_paper_says_so(tmp_path, answers, reason):
    with GrobidServer(answers) as server:
        [paper] = await read(with_grobid(tmp_path, server, grobid_timeout=0.8), a_pdf())
    assert paper.parser == "pdfium"
    [warning] = [w for w in paper.warnings if w.kind == "grobid_failed"]
    assert reason in warning.message


async def test_a_server_that_is_away_is_not_asked_for_every_paper(tmp_path):
    with GrobidServer([BUSY]) as server:
        papers = await read(with_grobid(tmp_path, server), *[a_pdf()] * 5)
    assert len(server.asked) == 3
    assert all(kinds(paper) >= {"grobid_failed"} for paper in papers)


async def test_a_document_that_grobid_fails_on_does_not_count_as_the_server_being_away(tmp_path):
    with GrobidServer([Answer(500)]) as server:
        await read(with_grobid(tmp_path, server), *[a_pdf()] * 5)
    assert len(server.asked) == 5


async def test_an_encrypted_document_with_its_password_is_not_sent(tmp_path):
    with GrobidServer([GOOD]) as server:
        [paper] = await read(with_grobid(tmp_path, server), a_pdf(password="sesame"))
    assert server.asked == []
    assert "grobid_failed" in kinds(paper)


async def test_grobid_without_an_address_is_a_fault_of_the_settings(tmp_path):
    with pytest.raises(SetupError) as caught:
        await read(settings(tmp_path, parser="grobid"), a_pdf())
    assert caught.value.kind == "no_grobid_url"


def test_an_address_that_is_none_is_refused_by_name(tmp_path):
    with pytest.raises(SetupError, match="grobid_url"):
        settings(tmp_path, parser="grobid", grobid_url="localhost:8070")


@pytest.mark.parametrize("language", ["--output-type", "eng;ls", "", "eng deu"])
def test_a_language_that_is_none_is_refused_by_name(tmp_path, language):
    with pytest.raises(SetupError, match="ocr_language"):
        settings(tmp_path, ocr_language=language)


async def test_a_scan_is_recognised_where_that_is_wanted_and_the_paper_says_so(tmp_path, program, scan):
    program.write(PDF)
    [paper] = await read(settings(tmp_path, ocr_language="deu"), a_pdf(scan), ocr=True)
    [plain] = await read(settings(tmp_path), a_pdf())
    assert paper.text == plain.text
    assert "ocr" in kinds(paper)
    assert paper.quality == pytest.approx(plain.quality - 0.2)
    assert "deu" in program.arguments


async def test_the_settings_can_want_it_too(tmp_path, program, scan):
    program.write(PDF)
    [paper] = await read(settings(tmp_path, ocr=True), a_pdf(scan))
    assert "ocr" in kinds(paper)


async def test_a_scan_is_left_alone_where_nobody_wants_it_recognised(tmp_path, program, scan):
    program.write(PDF)
    with pytest.raises(ParseError) as caught:
        await read(settings(tmp_path), a_pdf(scan))
    assert caught.value.kind == "no_text_layer"
    assert "--ocr" in caught.value.remedy
    assert program.arguments == []


async def test_a_pdf_with_text_is_not_recognised(tmp_path, program):
    program.write(PDF)
    await read(settings(tmp_path), a_pdf(), ocr=True)
    assert program.arguments == []


async def test_a_picture_without_text_is_named(tmp_path, program, scan):
    program.write(scan)
    with pytest.raises(ParseError) as caught:
        await read(settings(tmp_path), a_pdf(scan), ocr=True)
    assert caught.value.kind == "ocr_found_nothing"
    assert "ocr_language" in caught.value.remedy


async def test_a_recognised_scan_is_read_by_grobid_where_it_is_set(tmp_path, program, scan):
    program.write(PDF)
    with GrobidServer([Answer(204), GOOD]) as server:
        [paper] = await read(with_grobid(tmp_path, server), a_pdf(scan), ocr=True)
    assert paper.parser == "grobid"
    assert "ocr" in kinds(paper)
    assert server.asked[1].fields["input"] == [PDF.read_bytes()]
