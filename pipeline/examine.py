"""Looks at things outside the line: one document, a summary in a file, pages that are already out."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pipeline.checks.run_checks import check_document, check_page
from pipeline.checks.summary_shape import part_that_is_a_summary
from pipeline.config import Settings
from pipeline.errors import UsageError
from pipeline.fetch.read_file import read_file
from pipeline.models.finding import Finding, Severity
from pipeline.models.paper import Paper
from pipeline.models.source import MediaType
from pipeline.run.parse_pool import parse_pool
from pipeline.run.parse_workers import Document
from pipeline.store.clock import now

_PAGE_TYPES: Final = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".json": "application/json",
    ".txt": "text/plain",
    ".text": "text/plain",
}


@dataclass(frozen=True)
class Target:
    """Something that was looked at, and what the checks found in it."""

    name: str
    findings: tuple[Finding, ...]

    @property
    def blocks(self) -> bool:
        """Whether something in it must not reach a reader."""
        return any(finding.severity is Severity.BLOCK for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """The object that `check` and `lint` print for it."""
        fields = {"check", "severity", "place", "message", "excerpt"}
        return {
            "target": self.name,
            "findings": [finding.model_dump(mode="json", include=fields) for finding in self.findings],
        }


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


async def _parsed(document: Document, settings: Settings, *, ocr: bool) -> Paper:
    async with parse_pool(settings, workers=1, ocr=ocr) as pool:
        return Paper.model_validate_json((await pool.parse(document)).encoded)


def check_file(path: Path, paper: Paper | None) -> Target:
    """Hold a summary in a JSON file (the published page, or the summary alone) against a paper."""
    try:
        raw = json.loads(_bytes(path))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not JSON: {error}", remedy="Name a summary or a page as JSON.") from error
    return Target(str(path), check_document(raw, paper) or _not_a_summary(raw))


def _not_a_summary(raw: object) -> tuple[Finding, ...]:
    """What is to be said of JSON in which nothing was found because it is no summary at all."""
    if part_that_is_a_summary(raw)[1] is not None:
        return ()
    message = "This is no summary: it has none of a summary's fields."
    return (
        Finding(check="schema_invalid", severity=Severity.BLOCK, place="", message=message, excerpt="", waivable=False),
    )


def lint(names: Sequence[str]) -> Iterator[Target]:
    """Look through files and folders of pages, each file a target. Raises UsageError for a name that is not there."""
    for name in names:
        path = Path(name)
        if not name.strip() or not path.exists():
            raise UsageError(f"there is no file or folder {name!r}", remedy="Name text, HTML, Markdown or JSON files.")
        for file in _pages(path):
            media_type = _PAGE_TYPES.get(file.suffix.lower(), "text/plain")
            yield Target(str(file), check_page(_bytes(file), media_type, own=False))


def _pages(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in _PAGE_TYPES)
    pages = [file for file in files if not any(part.startswith(".") for part in file.relative_to(path).parts)]
    if not pages:
        raise UsageError(
            f"there is no page in {str(path)!r} that could be read",
            remedy=f"Looked for: {', '.join(_PAGE_TYPES)}. Name other files one by one.",
        )
    return pages


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror or error}", remedy="Check that it is there and readable."
        ) from error
