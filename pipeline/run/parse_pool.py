"""The way of one document through the parsers: GROBID if it is set, else the built-in one; OCR if it is wanted."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pipeline.config import Settings
from pipeline.errors import ParseError
from pipeline.models.paper import ParseWarning
from pipeline.models.source import MediaType
from pipeline.parse.ocr import add_text_layer
from pipeline.run.grobid_parser import GrobidParser, grobid_parser
from pipeline.run.parse_workers import Document, Parsed, ParseWorkers

OCR_KINDS: Final = frozenset(
    {"no_text_layer", "ocr_not_installed", "ocr_missing_dependency", "ocr_timeout", "ocr_found_nothing", "ocr_failed"}
)
"""Failures of scans: a run that wants their text recognised tries these again."""
_OCR_QUALITY_LOST: Final = 0.2
"""Recognised text has misread characters and guessed columns; how many, nobody can say, so this is an estimate."""


@dataclass(frozen=True)
class Ocr:
    """That scanned documents are to be recognised, in which language (tesseract's name), in how many seconds."""

    language: str
    seconds: float


class ParsePool:
    """Parses documents, several at once, each under its limits."""

    def __init__(
        self,
        workers: int,
        *,
        seconds: float,
        memory_mb: int,
        grobid: GrobidParser | None = None,
        ocr: Ocr | None = None,
    ) -> None:
        self._workers = ParseWorkers(workers, seconds=seconds, memory_mb=memory_mb)
        self._grobid = grobid
        self._ocr = ocr
        self._one_scan = asyncio.Semaphore(1)  # ocrmypdf takes every core by itself

    async def parse(self, document: Document) -> Parsed:
        """Read a document. Raises ParseError: its own fault, one of the limits, or why OCR was of no help."""
        try:
            return await self._read(document)
        except ParseError as error:
            if error.kind != "no_text_layer" or self._ocr is None:
                raise
        return await self._recognised(document, self._ocr)

    async def close(self) -> None:
        """To be awaited before the loop ends; see `Workers`."""
        await self._workers.close()

    async def _read(self, document: Document) -> Parsed:
        if self._grobid is None or document.media_type is not MediaType.PDF:
            return await self._workers.parse(document)
        try:
            return await self._grobid.parse(document, self._workers)
        except ParseError as error:
            warning = ParseWarning(
                kind="grobid_failed", message=f"{error.message}; read by the built-in parser instead"
            )
            return await self._workers.parse(replace(document, warnings=(*document.warnings, warning)))

    async def _recognised(self, document: Document, ocr: Ocr) -> Parsed:
        with tempfile.TemporaryDirectory(prefix="layline-ocr-") as folder:
            scan = Path(folder) / "recognised.pdf"
            async with self._one_scan:
                await add_text_layer(document.path, scan, document.name, language=ocr.language, seconds=ocr.seconds)
            try:
                return await self._read(_recognised(document, scan, ocr))
            except ParseError as error:
                raise _nothing_recognised(document, ocr) if error.kind == "no_text_layer" else error from error


def _recognised(document: Document, scan: Path, ocr: Ocr) -> Document:
    message = f"a scan: its text was recognised by ocrmypdf ({ocr.language}); characters may be misread"
    warnings = (*document.warnings, ParseWarning(kind="ocr", message=message))
    return replace(document, path=scan, warnings=warnings, quality_lost=_OCR_QUALITY_LOST)


def _nothing_recognised(document: Document, ocr: Ocr) -> ParseError:
    return ParseError(
        f"{document.name} has no text layer, and ocrmypdf recognised no text ({ocr.language}) in its pictures",
        kind="ocr_found_nothing",
        remedy="Set ocr_language in layline.toml to the paper's language, or give a sharper scan.",
    )


@asynccontextmanager
async def parse_pool(settings: Settings, *, workers: int | None = None, ocr: bool = False) -> AsyncIterator[ParsePool]:
    """A pool as the settings want it; `ocr` wants text recognition even where they do not.

    Raises SetupError where GROBID is wanted but has no address.
    """
    recognition = Ocr(settings.ocr_language, settings.ocr_timeout) if ocr or settings.ocr else None
    async with grobid_parser(settings) as grobid:
        pool = ParsePool(
            workers or settings.parse_workers,
            seconds=settings.parse_timeout,
            memory_mb=settings.parse_memory_mb,
            grobid=grobid,
            ocr=recognition,
        )
        try:
            yield pool
        finally:
            await pool.close()
