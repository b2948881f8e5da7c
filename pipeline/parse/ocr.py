"""Adds a text layer to a scanned PDF with ocrmypdf, where it is installed."""

import asyncio
import os
import shutil
import signal
from contextlib import suppress
from pathlib import Path
from typing import Final

from pipeline.errors import ParseError

_INSTALL: Final = (
    "Install it (`apt install ocrmypdf`, `brew install ocrmypdf`, or see ocrmypdf.readthedocs.io), "
    "or give the paper with its text: the JATS XML is best."
)
_PATIENCE: Final = "Raise ocr_timeout in layline.toml, or add the text layer yourself: `ocrmypdf IN.pdf OUT.pdf`."
_LOOK: Final = "Run `ocrmypdf IN.pdf OUT.pdf` yourself to see what it says, or give another copy of the paper."
_LANGUAGE: Final = "Install what it names; a language is a package of tesseract (`apt install tesseract-ocr-deu`)."
_DECRYPT: Final = "Decrypt a copy first: `qpdf --decrypt --password=… IN.pdf OUT.pdf`."

_EXITS: Final = {
    1: ("ocr_failed", "it does not know one of the options it was given (is it older than version 10?)", _LOOK),
    2: ("ocr_failed", "the file is not one that it can read", _LOOK),
    3: ("ocr_missing_dependency", "a program or language that it needs is not installed", _LANGUAGE),
    4: ("ocr_failed", "what it wrote is not a valid PDF", _LOOK),
    5: ("ocr_failed", "it may not read or write its files", _LOOK),
    6: ("ocr_failed", "the file has a text layer already", _LOOK),
    7: ("ocr_failed", "a program that it uses failed", _LOOK),
    8: ("encrypted", "the file is encrypted", _DECRYPT),
    9: ("ocr_failed", "tesseract's configuration is not valid", _LOOK),
}
"""OCRmyPDF's manual, "Return code policy"; codes that are not here are told by their number."""
_TOLD: Final = 300
_PIECE: Final = 65_536


async def add_text_layer(source: Path, target: Path, name: str, *, language: str, seconds: float) -> None:
    """Write `source` with a text layer to `target`; pages that have one stay as they are.

    `language` is tesseract's name for it (`eng`, or `eng+deu`). The program and everything it starts is ended after
    so many seconds, or when the caller is cancelled.

    Raises:
        ParseError: `ocr_not_installed`, `ocr_timeout`, `ocr_missing_dependency`, `ocr_failed`, `encrypted`.
    """
    options = ("--skip-text", "--output-type", "pdf", "--optimize", "0", "--quiet", "--language", language)
    process = await asyncio.create_subprocess_exec(
        *(_installed(name), *options, "--", str(source), str(target)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    told = await _finished(process, name, seconds)
    if process.returncode != 0 or not _was_written(target):
        raise _failure(name, process.returncode or 0, told)


def _installed(name: str) -> str:
    program = shutil.which("ocrmypdf")
    if program is None:
        message = f"{name} has no text layer, and ocrmypdf, which could add one, is not installed"
        raise ParseError(message, kind="ocr_not_installed", remedy=_INSTALL)
    return program


async def _finished(process: asyncio.subprocess.Process, name: str, seconds: float) -> str:
    """Wait for the end; what it said. Raises ParseError (`ocr_timeout`)."""
    try:
        async with asyncio.timeout(seconds):
            told = await _first_words(process)
            await process.wait()
    except TimeoutError as error:
        message = f"{name}: ocrmypdf took longer than {seconds:g} s"
        raise ParseError(message, kind="ocr_timeout", remedy=_PATIENCE) from error
    finally:
        await _end(process)
    return told


def _was_written(target: Path) -> bool:
    return target.is_file()


async def _first_words(process: asyncio.subprocess.Process) -> str:
    """The beginning of what it says on standard error, which names the fault; the rest is read and forgotten."""
    head = b""
    while process.stderr and (piece := await process.stderr.read(_PIECE)):
        head = (head + piece)[: 4 * _TOLD]
    return " ".join(head.decode("utf-8", "replace").split())[:_TOLD]


async def _end(process: asyncio.subprocess.Process) -> None:
    """End the program with everything it started; what has ended already is left alone."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


def _failure(name: str, code: int, told: str) -> ParseError:
    if code == 0:
        return ParseError(f"{name}: ocrmypdf ended well but wrote nothing", kind="ocr_failed", remedy=_LOOK)
    kind, reason, remedy = _EXITS.get(code, ("ocr_failed", f"it ended with code {code}", _LOOK))
    said = f"; it said: {told}" if told else ""
    return ParseError(f"{name}: ocrmypdf could not add a text layer: {reason}{said}", kind=kind, remedy=remedy)
