"""The index of the pages that stand in an export: what a front end lists, sorts and searches by."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from pipeline.export.contract import PublishedPage
from pipeline.models.base import Frozen
from pipeline.models.ids import Doi, Sha256

Listed = TypeVar("Listed")

INDEX_NAME: Final = "index.json"
INDEX_SCHEMA_ID: Final = "urn:layline:published-index:1.0"


class IndexEntry(Frozen):
    """One page, in brief."""

    id: str
    name: str
    """The page's file name without its ending."""
    title: str
    """The paper's own title."""
    plain_title: str
    journal: str | None
    year: str | None
    doi: Doi | None
    categories: tuple[str, ...]
    evidence_level: int | None
    """1 (strongest) to 5 of the page's rubric; None where the rubric has no place for the study."""
    published: str | None
    """When the paper appeared (ISO 8601, as exact as is known)."""
    approved_at: str
    """When the page was approved (ISO 8601, UTC)."""
    content_hash: Sha256
    """What was approved."""


class IndexedFile(IndexEntry):
    """The same with the hash of the page's file."""

    sha256: Sha256


class PublishedIndex(Frozen):
    """Every page of an export, the newest approval first."""

    schema_version: Literal["1.0"]
    pages: tuple[IndexedFile, ...]


def entry_of(page: PublishedPage) -> IndexEntry:
    """The entry of a page."""
    citation = page.summary.citation
    return IndexEntry(
        id=page.id,
        name=page.name,
        title=citation.title,
        plain_title=page.summary.plain_title,
        journal=citation.journal,
        year=(citation.published or "")[:4] or None,
        doi=citation.doi,
        categories=page.summary.categories,
        evidence_level=page.summary.evidence_level.level,
        published=citation.published,
        approved_at=page.approval.approved_at,
        content_hash=page.approval.content_hash,
    )


def newest_first(items: Iterable[Listed], entry: Callable[[Listed], IndexEntry]) -> list[Listed]:
    """In the order in which they were approved, the newest first; what was approved at once, by name."""
    by_name = sorted(items, key=lambda item: entry(item).name)
    return sorted(by_name, key=lambda item: entry(item).approved_at, reverse=True)


def render_index(files: Iterable[tuple[IndexEntry, Sha256]]) -> bytes:
    """The index as UTF-8, like the pages."""
    listed = newest_first(dict(files).items(), lambda file: file[0])
    pages = tuple(IndexedFile(**dict(entry), sha256=sha256) for entry, sha256 in listed)
    return (PublishedIndex(schema_version="1.0", pages=pages).model_dump_json(indent=2) + "\n").encode()


def is_index(path: Path) -> bool:
    """Whether a file may be written over by an index: there is none, or it is one."""
    try:
        PublishedIndex.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return True
    except ValueError:
        return False
    return True


def index_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `PublishedIndex`."""
    schema = PublishedIndex.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": INDEX_SCHEMA_ID, **schema}
