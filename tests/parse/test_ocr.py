import shutil
import time
from pathlib import Path

import pytest

from pipeline.errors import ParseError
from pipeline.models.source import MediaType
from pipeline.parse.document import parse_document
from pipeline.parse.ocr import add_text_layer
from tests.made import PDF
from tests.ocr_program import OcrProgram, still_running


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OcrProgram:
    made = OcrProgram(tmp_path)
    monkeypatch.setenv("PATH", made.path)
    return made


async def recognise(folder: Path, *, language: str = "eng", seconds: float = 20) -> Path:
    source, target = folder / "-scan.pdf", folder / "out.pdf"
    source.write_bytes(b"%PDF-1.7 a scan")
    await add_text_layer(source, target, "scan.pdf", language=language, seconds=seconds)
    return target


async def failure(folder: Path, *, seconds: float = 20) -> ParseError:
    with pytest.raises(ParseError) as caught:
        await recognise(folder, seconds=seconds)
    assert "scan.pdf" in caught.value.message
    assert caught.value.remedy
    return caught.value


async def test_the_text_layer_is_what_the_program_wrote(tmp_path, program):
    program.write(PDF)
    assert (await recognise(tmp_path, language="eng+deu")).read_bytes() == PDF.read_bytes()
    assert program.arguments[program.arguments.index("--language") + 1] == "eng+deu"
    assert program.arguments[-3:] == ["--", str(tmp_path / "-scan.pdf"), str(tmp_path / "out.pdf")]


async def test_without_the_program_the_error_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    error = await failure(tmp_path)
    assert error.kind == "ocr_not_installed"
    assert "apt install ocrmypdf" in error.remedy


@pytest.mark.parametrize(
    ("code", "kind", "word"),
    [
        (1, "ocr_failed", "options"),
        (2, "ocr_failed", "not one that it can read"),
        (3, "ocr_missing_dependency", "not installed"),
        (8, "encrypted", "encrypted"),
        (15, "ocr_failed", "code 15"),
    ],
)
async def test_its_exit_codes_are_named(tmp_path, program, code, kind, word):
    program.write(code=code, told="tesseract: \x1b[31mno such language")
    error = await failure(tmp_path)
    assert error.kind == kind
    assert word in error.message
    assert "no such language" in error.message


async def test_what_it_says_is_bounded(tmp_path, program):
    program.write(code=15, told="x" * 100_000)
    assert len((await failure(tmp_path)).message) < 600


async def test_a_program_that_says_it_is_done_and_wrote_nothing_failed(tmp_path, program):
    program.write(PDF)
    script = (program.folder / "ocrmypdf").read_text()
    (program.folder / "ocrmypdf").write_text(script.replace("shutil.copy(", "str("))
    assert (await failure(tmp_path)).kind == "ocr_failed"


async def test_a_program_that_hangs_is_ended_with_everything_it_started(tmp_path, program):
    program.write(PDF, seconds=61.5)
    start = time.monotonic()
    assert (await failure(tmp_path, seconds=1.5)).kind == "ocr_timeout"
    assert time.monotonic() - start < 10
    assert not still_running("sleep(61.5)")


async def test_the_real_program_reads_a_picture_of_text(tmp_path, shared_data):
    if shutil.which("ocrmypdf") is None:
        pytest.skip("ocrmypdf is not installed: what it makes of a real scan cannot be tried")
    scan = shared_data / "hostile" / "pdf" / "OCRmyPDF__c02-22.pdf"
    target = tmp_path / "out.pdf"
    await add_text_layer(scan, target, scan.name, language="eng", seconds=300)
    assert len(parse_document(target.read_bytes(), MediaType.PDF, scan.name).text) > 100
