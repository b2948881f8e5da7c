"""`layline parse`, and what `layline run` does with scans, encrypted files and GROBID."""

import io
import os
import signal
import subprocess
import time
from pathlib import Path

import pypdf
import pytest

from tests.command_line import CommandLine
from tests.loopback.grobid_server import Answer, GrobidServer
from tests.made import JATS, PDF
from tests.ocr_program import OcrProgram, still_running
from tests.parse.jats_sample import jats
from tests.parse.pdf_sample import lines, pdf
from tests.parse.tei_sample import tei

HOSTILE = "[object Object] [n=48] [/b] :smile: \x1b[31mred"
SHOWN = "[object Object] [n=48] [/b] :smile:"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf(lambda canvas: canvas.rect(50, 50, 100, 100)))
    return path


@pytest.fixture
def encrypted(tmp_path: Path) -> Path:
    writer = pypdf.PdfWriter(clone_from=PDF)
    writer.encrypt("sesame", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    path = tmp_path / "locked.pdf"
    path.write_bytes(out.getvalue())
    return path


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_the_outline_has_sections_pages_tables_and_quality(layline: CommandLine) -> None:
    done = layline("parse", PDF)
    assert done.code == 0
    shown = _lines(done.out)
    assert "Section Kind Paragraphs Characters Pages" in shown
    assert any(line.startswith("Methods methods") for line in shown)
    assert "Page Paragraphs Characters Tables" in shown
    assert any(line.startswith("Quality ") for line in shown)


def test_a_document_without_pages_shows_no_columns_for_them(layline: CommandLine) -> None:
    shown = _lines(layline("parse", JATS).out)
    assert "Section Kind Paragraphs Characters" in shown
    assert any(line.startswith("Table 1 3 4 ") for line in shown)


def test_json_is_the_whole_paper_in_one_object(layline: CommandLine) -> None:
    paper = layline("parse", PDF, "--json").json["paper"]
    assert {"metadata", "sections", "tables", "text", "quality", "warnings"} <= set(paper)
    for block in (paper["title"], paper["sections"][0]["paragraphs"][0]):
        assert paper["text"][block["start"] : block["end"]] == block["text"]


def test_text_is_the_text_that_offsets_refer_to(layline: CommandLine) -> None:
    assert layline("parse", PDF, "--text").out.strip() == layline("parse", PDF, "--json").json["paper"]["text"].strip()


def test_a_page_shows_its_blocks_in_order_under_their_headings(layline: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    told = "of the study tells what people did on their long way to standing, and what came of it for them."

    def page(number: int):
        return lambda canvas: [
            lines(canvas, 60, 780 - 40 * number, [f"{number}. Methods" if number == 1 else "2. Results"], size=14),
            lines(canvas, 60, 700 - 40 * number, [f"Page {number} first {told}"]),
            lines(canvas, 60, 640 - 40 * number, [f"Page {number} second {told}"]),
        ]

    path.write_bytes(pdf(page(1), page(2)))
    out = layline("parse", path, "--show", "2").out
    assert out.index("Page 2 first") < out.index("Page 2 second")
    assert "Page 1" not in out


def test_the_title_stands_above_its_page(layline: CommandLine) -> None:
    title = layline("parse", PDF, "--json").json["paper"]["title"]
    shown = layline("parse", PDF, "--show", str(title["page"])).out
    assert " ".join(shown.split()).startswith(title["text"])


def test_a_page_that_is_not_there_and_a_paper_without_pages_are_named(layline: CommandLine) -> None:
    missing = layline("parse", PDF, "--show", "99")
    assert (missing.code, "no text on page 99" in missing.err) == (2, True)
    unpaged = layline("parse", JATS, "--show", "1")
    assert (unpaged.code, "has no pages" in unpaged.err) == (2, True)


def test_two_answers_at_once_are_refused(layline: CommandLine) -> None:
    assert layline("parse", PDF, "--text", "--show", "1").code == 2


def test_hostile_text_shows_as_it_is(layline: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "hostile.xml"
    hostile = HOSTILE.replace("\x1b", "")
    front = f"<title-group><article-title>{hostile}</article-title></title-group>"
    table = f"<table-wrap><label>{hostile}</label><table><tr><td>1</td></tr></table></table-wrap>"
    path.write_bytes(jats(f"<sec><title>{hostile}</title><p>{hostile}</p>{table}</sec>", front))
    for options in ((), ("--text",)):
        done = layline("parse", path, *options)
        assert done.code == 0
        assert done.out.count(SHOWN) >= 2
        assert "\x1b" not in done.out


def test_an_encrypted_pdf_opens_with_its_password(layline: CommandLine, encrypted: Path) -> None:
    refused = layline("parse", encrypted, "--json")
    assert (refused.code, refused.json["error"]["kind"]) == (1, "encrypted")
    assert "Breathing" in layline("parse", encrypted, "--password", "sesame").out


def test_a_run_says_how_to_decrypt_since_it_takes_no_password(layline: CommandLine, encrypted: Path) -> None:
    for options in ((), ("--dry-run",)):
        [paper] = layline("run", encrypted, "--json", *options).json["papers"]
        assert paper["error"]["kind"] == "encrypted"
        assert "qpdf --decrypt" in paper["error"]["remedy"]


def test_a_scan_is_recognised_by_parse_and_run_with_ocr(layline: CommandLine, scan: Path, tmp_path: Path) -> None:
    program = OcrProgram(tmp_path)
    program.write(PDF)
    shown = layline("parse", scan, "--ocr", PATH=program.path)
    assert shown.code == 0
    assert "Breathing" in shown.out
    assert "its text was recognised by ocrmypdf" in shown.out
    without = layline("run", scan, "--json", PATH=program.path)
    assert without.json["papers"][0]["error"]["kind"] == "no_text_layer"
    recognised = layline("run", scan, "--ocr", "--json", PATH=program.path)
    assert recognised.json["papers"][0]["status"] == "in_review"
    case = layline("show", recognised.json["papers"][0]["id"], "--json").json
    assert "ocr" in {warning["kind"] for warning in case["paper"]["warnings"]}


def test_ctrl_c_ends_the_recognition_with_everything_it_started(
    layline: CommandLine, scan: Path, tmp_path: Path
) -> None:
    program = OcrProgram(tmp_path)
    program.write(PDF, seconds=62.5)
    with subprocess.Popen(
        layline.command("parse", scan, "--ocr"),
        env=layline.environment | {"PATH": program.path},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        while not still_running("sleep(62.5)"):
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in told
    assert not still_running("sleep(62.5)")


def test_without_ocrmypdf_the_error_says_how_to_install_it(layline: CommandLine, scan: Path, tmp_path: Path) -> None:
    done = layline("parse", scan, "--ocr", "--json", PATH=str(tmp_path))
    assert (done.code, done.json["error"]["kind"]) == (1, "ocr_not_installed")
    assert "apt install ocrmypdf" in done.json["error"]["remedy"]


def test_a_paper_that_grobid_could_not_read_says_so_to_its_reviewer(layline: CommandLine) -> None:
    with GrobidServer([Answer(500, b"out of memory", "text/plain")]) as server:
        wanted = {"LAYLINE_PARSER": "grobid", "LAYLINE_GROBID_URL": server.url, "NO_PROXY": "127.0.0.1"}
        paper = layline("run", PDF, "--json", **wanted).json["papers"][0]
    shown = layline("show", paper["id"])
    assert "GROBID" in shown.out
    assert "out of memory" in shown.out


def test_grobid_is_what_parse_shows_where_it_is_set(layline: CommandLine) -> None:
    with GrobidServer([Answer(200, tei())]) as server:
        wanted = {"LAYLINE_PARSER": "grobid", "LAYLINE_GROBID_URL": server.url, "NO_PROXY": "127.0.0.1"}
        done = layline("parse", PDF, **wanted)
    assert "read by grobid 0.8.2" in done.out
    assert any(line.startswith("2.1 Who took part methods") for line in _lines(done.out))


def test_half_a_configuration_of_grobid_is_an_error(layline: CommandLine) -> None:
    done = layline("parse", PDF, "--json", LAYLINE_PARSER="grobid")
    assert (done.code, done.json["error"]["kind"]) == (3, "no_grobid_url")
