"""Reads PDFs by way of a GROBID server: asks for the TEI, and has it read in a worker."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.config import Settings
from pipeline.errors import ParseError, SetupError
from pipeline.run.parse_workers import Document, Parsed, ParseWorkers

if TYPE_CHECKING:
    from pipeline.parse.grobid.client import GrobidClient

_ENOUGH: Final = 3
"""So many documents in a row for which the server was busy or away to the end: then it is not asked any more."""


class GrobidParser:
    """One GROBID server for one run."""

    def __init__(self, client: "GrobidClient") -> None:
        self._client = client
        self._away = 0

    async def parse(self, document: Document, workers: ParseWorkers) -> Parsed:
        """Read a PDF. Raises ParseError: the server's fault (`grobid_…`), or that of what it answered."""
        if document.password is not None:
            raise self._not_asked(document, "GROBID cannot be given a password")
        if self._away >= _ENOUGH:
            raise self._not_asked(document, f"GROBID did not answer for {self._away} documents in a row")
        tei = await self._tei(document)
        # In a worker, as every document is: what a server makes of a hostile PDF is hostile too.
        with tempfile.TemporaryDirectory(prefix="layline-tei-") as folder:
            path = Path(folder) / "paper.tei.xml"
            await asyncio.to_thread(path.write_bytes, tei)
            return await workers.parse(replace(document, path=path, tei=True))

    async def _tei(self, document: Document) -> bytes:
        pdf = await asyncio.to_thread(document.path.read_bytes)
        try:
            tei = await self._client.tei(pdf, document.name)
        except ParseError as error:
            self._away = self._away + 1 if error.transient else 0
            raise
        self._away = 0
        return tei

    def _not_asked(self, document: Document, why: str) -> ParseError:
        return ParseError(f"{document.name}: {why}", kind="grobid_not_asked")


@asynccontextmanager
async def grobid_parser(settings: Settings) -> AsyncIterator[GrobidParser | None]:
    """The GROBID that the settings name, its connections closed at the end; None where they want the built-in parser.

    Raises SetupError where GROBID is wanted but has no address.
    """
    if settings.parser != "grobid":
        yield None
        return
    if not settings.grobid_url:
        remedy = "Set grobid_url in layline.toml (or LAYLINE_GROBID_URL), such as http://localhost:8070."
        raise SetupError("the parser is grobid, but grobid_url is not set", remedy=remedy, kind="no_grobid_url")
    # Only those who use GROBID pay for the HTTP client.
    import httpx2  # noqa: PLC0415

    from pipeline.parse.grobid.client import GrobidClient  # noqa: PLC0415

    async with httpx2.AsyncClient() as http:
        limits = {"seconds": settings.grobid_timeout, "retry_for": settings.grobid_retry_for}
        yield GrobidParser(GrobidClient(http, settings.grobid_url, **limits))
