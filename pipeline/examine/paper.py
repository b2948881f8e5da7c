"""The paper that something is held against: a file of any kind that is read, or an identifier."""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from pipeline.config import Settings, Workspace
from pipeline.errors import FetchError, UsageError
from pipeline.fetch.identifiers import read_identifier
from pipeline.fetch.ladder.climb import climb
from pipeline.fetch.ladder.rung import Text
from pipeline.fetch.read_file import read_file
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.paper import Paper
from pipeline.models.record import Record
from pipeline.models.source import MediaType
from pipeline.run.parse_pool import parse_pool
from pipeline.run.parse_workers import Document
from pipeline.store.clock import now
from pipeline.store.store import Store


def paper_of(words: str, workspace: Workspace, settings: Settings) -> Paper:
    """The paper that a person names: a file (PDF, JATS, plain text), or an identifier.

    What the workspace has read already is taken from there; another article is fetched, and nothing of it is kept.
    Raises UsageError, SetupError (`no_contact`), FetchError or ParseError.
    """
    path = Path(words)
    if path.is_file():
        return read_paper(path, settings)
    wanted = read_identifier(words)
    if wanted is None:
        raise UsageError(
            f"there is no file {words!r}, and it is no identifier",
            remedy="Name the paper as PDF, JATS or plain text, or by its DOI, PMID or PMCID.",
        )
    known = _known(workspace, wanted) if isinstance(wanted, Doi) else None
    return known or asyncio.run(_fetched(workspace, settings, wanted))


def read_paper(path: Path, settings: Settings, password: str | None = None, *, ocr: bool = False) -> Paper:
    """Parse one file as a run would, in a worker with the usual limits. Raises FetchError, ParseError, SetupError.

    `ocr` wants the text of a scan recognised even where the settings do not.
    """
    source, _ = read_file(path, now(), max_bytes=settings.max_source_mb * 1_000_000)
    media_type = source.media_type
    if media_type is MediaType.UNKNOWN and path.suffix.lower() in (".txt", ".text"):
        media_type = MediaType.TEXT
    document = Document(path, media_type, str(path), password)
    return asyncio.run(_parsed(document, settings, ocr=ocr))


async def _parsed(document: Document, settings: Settings, *, ocr: bool = False) -> Paper:
    async with parse_pool(settings, workers=1, ocr=ocr) as pool:
        return Paper.model_validate_json((await pool.parse(document)).encoded)


def _known(workspace: Workspace, doi: Doi) -> Paper | None:
    if not workspace.database.exists():
        return None
    with Store(workspace) as store:
        row = store.papers.with_doi(doi)
        return store.parsed.load(row.paper_hash) if row and row.paper_hash else None


async def _fetched(workspace: Workspace, settings: Settings, wanted: Doi | Pmid | Pmcid) -> Paper:
    from pipeline.run.web import network  # noqa: PLC0415 - files need no network

    async with network(workspace, settings) as net:
        record = await net.resolver.record(wanted)
        text, rungs = await climb(record, net.ladder)
    if text is None:
        raise FetchError(
            f"no text of {wanted} could be had: {rungs[-1].message if rungs else 'nobody offers one openly'}",
            kind="no_text",
            remedy="`layline resolve` tells what was tried. Name the paper as a file, if you have it.",
        )
    return await _parsed_text(text, record, str(wanted), settings)


async def _parsed_text(text: Text, record: Record, name: str, settings: Settings) -> Paper:
    """Parsed and held against its record, as a run does it. Raises FetchError (`wrong_paper`), ParseError."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"paper{text.media_type.suffix}"
        path.write_bytes(text.data)
        document = Document(path, text.media_type, name)
        return await _parsed(replace(document, record=record.model_dump_json(), licence=text.licence), settings)
