"""One document that hangs, dies or explodes costs only itself, within 20 s and 1 GB of address space."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import ParseError
from pipeline.models.source import MediaType
from pipeline.run.parse_pool import ParsePool
from pipeline.run.parse_workers import Document
from tests.made import JATS
from tests.run import hostile

SECONDS, MEGABYTES = 15.0, 1_024


async def kinds(folder: Path, data: bytes, media_type: MediaType, **limits: float) -> tuple[str, str]:
    """How the document ended (`text`, or the kind of its error), and how the next one in the same pool did."""
    path = folder / "hostile.bin"
    path.write_bytes(data)
    seconds, megabytes = limits.get("seconds", SECONDS), int(limits.get("memory_mb", MEGABYTES))
    pool = ParsePool(1, seconds=seconds, memory_mb=megabytes)
    first = await kind(pool, Document(path, media_type, "hostile.bin"))
    return first, await kind(pool, Document(JATS, MediaType.JATS, "good.xml"))


async def kind(pool: ParsePool, document: Document) -> str:
    try:
        parsed = await pool.parse(document)
    except ParseError as error:
        return error.kind if document.name in error.message and error.remedy else "an error without name or remedy"
    return "text" if parsed.characters else "nothing"


async def test_a_document_that_takes_too_long_is_ended_and_the_next_is_read(tmp_path):
    start = time.monotonic()
    assert await kinds(tmp_path, hostile.xml_of(30), MediaType.JATS, seconds=0.6) == ("timeout", "text")
    assert time.monotonic() - start < 10


async def test_a_document_that_takes_too_much_memory_is_ended_and_the_next_is_read(tmp_path):
    assert await kinds(tmp_path, hostile.xml_of(30), MediaType.JATS, memory_mb=200) == ("memory", "text")


PDFS = {
    "5,000 pages": (lambda: hostile.pages(5_000), {"too_large"}),
    "1,000 pages": (lambda: hostile.pages(1_000), {"text"}),
    "a page tree of 100,000 levels": (lambda: hostile.deep_page_tree(100_000), {"damaged", "no_text_layer"}),
    "a page tree in a ring": (hostile.page_tree_in_a_ring, {"damaged", "no_text_layer", "too_large"}),
    "a million nested arrays": (lambda: hostile.nested_arrays(1_000_000), {"damaged", "no_text_layer"}),
    "a million nested arrays as content": (lambda: hostile.nested_content(1_000_000), {"text", "no_text_layer"}),
    "1 GB of zeros": (lambda: hostile.bomb(1_000), {"too_large"}),
    "100 MB of zeros": (lambda: hostile.bomb(100), {"no_text_layer"}),
}


@pytest.mark.parametrize("name", PDFS)
async def test_a_hostile_pdf_ends_in_text_or_a_named_error(tmp_path, name):
    make, wanted = PDFS[name]
    data = make()
    start = time.monotonic()
    first, second = await kinds(tmp_path, data, MediaType.PDF)
    assert first in wanted
    assert second == "text"
    assert time.monotonic() - start < 20


def _lols() -> bytes:
    lols = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE article [<!ENTITY l0 "lol">{lols}]><article><body><p>&l9;</p></body></article>'.encode()


XMLS = {
    "an XML bomb": (_lols, {"bad_xml"}),
    "an external entity": (
        lambda: b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><article><body><p>&x;</p></body></article>',
        {"bad_xml"},
    ),
    "200 MB of XML": (lambda: hostile.xml_of(200), {"too_large"}),
    "30 MB of XML": (lambda: hostile.xml_of(30), {"text", "memory", "timeout"}),
    "a million nested sections": (lambda: b"<article><body>" + b"<sec>" * 1_000_000, {"bad_xml"}),
}


@pytest.mark.parametrize("name", XMLS)
async def test_hostile_xml_ends_in_text_or_a_named_error(tmp_path, name):
    make, wanted = XMLS[name]
    data = make()
    start = time.monotonic()
    first, second = await kinds(tmp_path, data, MediaType.JATS)
    assert first in wanted
    assert second == "text"
    assert time.monotonic() - start < 20


_SLEEPER = """
import asyncio, sys
from pathlib import Path
from pipeline.models.source import MediaType
from pipeline.run.parse_pool import ParsePool
from pipeline.run.parse_workers import Document

async def main():
    pool = ParsePool(2, seconds=60, memory_mb=2048)
    document = Document(Path(sys.argv[1]), MediaType.JATS, "big.xml")
    one = asyncio.create_task(pool.parse(document))
    two = asyncio.create_task(pool.parse(document))
    await asyncio.sleep(float(sys.argv[2]))
    print("parsing", flush=True)
    await asyncio.gather(one, two)
    await asyncio.sleep(60)

asyncio.run(main())
"""


def _alive(group: int) -> list[str]:
    """The processes of a group that have not ended."""
    lines = subprocess.run(["ps", "-eo", "pgid,stat,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in lines.splitlines()[1:]]
    return [row[2] for row in rows if row[0] == str(group) and not row[1].startswith("Z")]


@pytest.mark.parametrize(("signal_number", "whole_group"), [(2, True), (2, False), (15, False), (9, False)])
def test_no_worker_is_left_when_its_command_ends(tmp_path, signal_number, whole_group):
    """Ctrl-C reaches the whole group; SIGTERM and kill -9 only the command itself."""
    path = tmp_path / "big.xml"
    path.write_bytes(hostile.xml_of(30))
    command = [sys.executable, "-c", _SLEEPER, str(path), "1.0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "parsing\n"
        assert len(_alive(process.pid)) >= 3
        _send(process, signal_number, whole_group)
        process.wait(timeout=15)
        for _ in range(200):
            if not _alive(process.pid):
                break
            time.sleep(0.1)
        left = _alive(process.pid)
        process.kill()
    assert left == []


def _send(process: subprocess.Popen[str], signal_number: int, whole_group: bool) -> None:
    if whole_group:
        os.killpg(process.pid, signal_number)
    else:
        os.kill(process.pid, signal_number)
