"""The rows of papers and their sources: what stands where, and which files are one article."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Update, bindparam, func, insert, or_, select, update

from pipeline.errors import StoreError
from pipeline.models.decision import CHAIN_START
from pipeline.models.ids import Doi, PaperId, Sha256
from pipeline.models.source import MediaType, Source
from pipeline.models.status import StageError, Status
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database

_BATCH: Final = 400
"""Ids in one statement; SQLite allows 32,766 values, older builds 999."""


@dataclass(frozen=True)
class PaperRow:
    """A paper as the store knows it without opening any payload."""

    id: PaperId
    doi: Doi | None
    pmid: str | None
    pmcid: str | None
    title: str | None
    article_type: str | None
    status: Status
    hold_reason: str | None
    note: str | None
    next_attempt: int
    quality: float | None
    basis: str | None
    source_sha256: Sha256 | None
    """None as long as the paper is not fetched."""
    paper_hash: Sha256 | None
    draft_hash: Sha256 | None
    blocking: int
    warnings: int
    infos: int
    error: StageError | None
    chain_head: Sha256
    merged_into: PaperId | None
    created_at: str
    updated_at: str

    @property
    def display_id(self) -> str:
        """What people and scripts call it: its DOI, or its short id."""
        return self.doi or self.id


@dataclass(frozen=True)
class SourceRow:
    """A file that belongs to a paper; `joined_by` says how it was recognised as the same article."""

    sha256: Sha256
    paper_id: PaperId
    media_type: MediaType
    origin: str
    size: int
    received_at: str
    joined_by: str | None


class Papers:
    """Reads and writes the rows of papers and sources."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, sources: Sequence[Source]) -> dict[Sha256, PaperId]:
        """Make a paper of every source that is not known by its bytes yet; gives each source's paper."""
        with self._database.write() as connection:
            known = _papers_of(connection, [source.sha256 for source in sources])
            fresh = {s.sha256: s for s in sources if s.sha256 not in known}
            if fresh:
                _insert(connection, list(fresh.values()))
        return {source.sha256: known.get(source.sha256, source.paper_id) for source in sources}

    def get(self, paper_id: PaperId) -> PaperRow:
        """The row of this id, or of what it was merged into. Raises StoreError."""
        with self._database.read() as connection:
            return row_of(connection, paper_id)

    def many(self, paper_ids: Iterable[PaperId]) -> dict[PaperId, PaperRow]:
        """The rows of these ids; an id that was merged into another maps onto the other's row."""
        wanted = list(dict.fromkeys(paper_ids))
        with self._database.read() as connection:
            found = _rows(connection, wanted)
            others = _rows(connection, [row.merged_into for row in found.values() if row.merged_into])
        return {key: others[row.merged_into] if row.merged_into else row for key, row in found.items()}

    def all(self, statuses: Sequence[Status] = ()) -> list[PaperRow]:
        """Every paper, oldest first, or those with one of these statuses."""
        query = select(schema.papers).where(schema.papers.c.merged_into.is_(None)).order_by(schema.papers.c.position)
        if statuses:
            query = query.where(schema.papers.c.status.in_([status.value for status in statuses]))
        with self._database.read() as connection:
            return [_paper(row) for row in connection.execute(query).mappings()]

    def find(self, words: str) -> PaperRow:
        """The paper a person means: by a DOI in any form, a short id, or a unique prefix. Raises StoreError."""
        wanted = _normal_id(words)
        found = self._starting_with(wanted)
        exact = [row for row in found if wanted in (row.id, row.doi)]
        if len(exact) == 1 or len(found) == 1:
            return (exact or found)[0]
        if not found:
            raise StoreError(
                f"no paper has an id that starts with {words!r}",
                remedy="`layline queue --all` lists every paper with its id.",
                kind="unknown_id",
            )
        raise StoreError(
            f"{words!r} fits {len(found)} papers: {', '.join(row.display_id for row in found[:5])}",
            remedy="Give more of the id.",
            kind="ambiguous_id",
        )

    def with_doi(self, doi: Doi) -> PaperRow | None:
        """The paper with exactly this DOI, if there is one."""
        return next((row for row in self._starting_with(doi) if row.doi == doi), None)

    def sources(self, paper_id: PaperId) -> list[SourceRow]:
        """The files of a paper, the one it was read from first."""
        preferred = schema.sources.c.sha256 == schema.papers.c.source_sha256
        query = (
            select(schema.sources)
            .join(schema.papers, schema.papers.c.id == schema.sources.c.paper_id)
            .where(schema.sources.c.paper_id == paper_id)
            .order_by(preferred.desc(), schema.sources.c.received_at, schema.sources.c.sha256)
        )
        with self._database.read() as connection:
            return [source_of(row) for row in connection.execute(query).mappings()]

    def source(self, paper_id: PaperId) -> SourceRow:
        """The file that a paper is read from."""
        with self._database.read() as connection:
            found = connection.execute(_SOURCE_OF, {"this_id": paper_id}).mappings().first()
        if found is None:
            raise StoreError(f"the source of {paper_id} is gone from the store", kind="payload_missing")
        return replace(source_of(found), paper_id=paper_id)

    def preferred_sources(self, paper_ids: Iterable[PaperId]) -> dict[PaperId, SourceRow]:
        """For each paper, the file it was read from."""
        wanted = list(dict.fromkeys(paper_ids))
        found: dict[PaperId, SourceRow] = {}
        join = schema.sources.c.sha256 == schema.papers.c.source_sha256
        with self._database.read() as connection:
            for start in range(0, len(wanted), _BATCH):
                query = select(schema.sources, schema.papers.c.id.label("owner")).join(schema.papers, join)
                query = query.where(schema.papers.c.id.in_(wanted[start : start + _BATCH]))
                for row in connection.execute(query).mappings():
                    found[PaperId(row["owner"])] = replace(source_of(row), paper_id=PaperId(row["owner"]))
        return found

    def known_files(self, hashes: Sequence[Sha256]) -> dict[Sha256, PaperId]:
        """Which of these bytes are known, and as which paper."""
        with self._database.read() as connection:
            return _papers_of(connection, hashes)

    def count_by_status(self) -> dict[Status, int]:
        """How many papers stand where."""
        query = (
            select(schema.papers.c.status, func.count())
            .where(schema.papers.c.merged_into.is_(None))
            .group_by(schema.papers.c.status)
        )
        with self._database.read() as connection:
            return {Status(status): count for status, count in connection.execute(query)}

    def _starting_with(self, wanted: str) -> list[PaperRow]:
        papers = schema.papers
        matches = or_(papers.c.id.startswith(wanted, autoescape=True), papers.c.doi.startswith(wanted, autoescape=True))
        with self._database.read() as connection:
            rows = [_paper(r) for r in connection.execute(select(papers).where(matches).limit(50)).mappings()]
            into = [row_of(connection, row.merged_into) if row.merged_into else row for row in rows]
        return list({row.id: row for row in into}.values())


_SOURCE_OF: Final = (
    select(schema.sources)
    .join(schema.papers, schema.sources.c.sha256 == schema.papers.c.source_sha256)
    .where(schema.papers.c.id == bindparam("this_id"))
)


def row_of(connection: Connection, paper_id: PaperId) -> PaperRow:
    """The row of this id within a transaction, or of what it was merged into. Raises StoreError."""
    found = connection.execute(_BY_ID, {"this_id": paper_id}).mappings().first()
    if found is None:
        raise StoreError(f"there is no paper {paper_id!r}", remedy="See `layline queue --all`.", kind="unknown_id")
    row = _paper(found)
    return row_of(connection, row.merged_into) if row.merged_into else row


_BY_ID: Final = select(schema.papers).where(schema.papers.c.id == bindparam("this_id"))


def set_fields(connection: Connection, paper_id: PaperId, **values: Any) -> None:
    """Change columns of a paper and note the time."""
    connection.execute(_updating(tuple(sorted(values))), {"this_id": paper_id, "updated_at": stamp(), **values})


@cache
def _updating(names: tuple[str, ...]) -> Update:
    """The statement that sets these columns; built once, since building costs more than running it."""
    values: dict[str, Any] = {name: bindparam(name) for name in (*names, "updated_at")}
    return update(schema.papers).where(schema.papers.c.id == bindparam("this_id")).values(values)


def twins(connection: Connection, row: PaperRow, ids: Mapping[str, str | None]) -> list[PaperRow]:
    """Other papers that share an identifier, or the exact normalised title, with the one at hand."""
    found = connection.execute(_TWINS, {"this_id": row.id, **{f"this_{name}": value for name, value in ids.items()}})
    return [_paper(other) for other in found.mappings()]


_TWINS: Final = (
    select(schema.papers)
    .where(
        # NULL equals nothing: an identifier that is not known finds no twin.
        or_(*(schema.papers.c[name] == bindparam(f"this_{name}") for name in ("doi", "pmid", "pmcid", "title_key"))),
        schema.papers.c.id != bindparam("this_id"),
        schema.papers.c.merged_into.is_(None),
    )
    .order_by(schema.papers.c.position)
)


def _insert(connection: Connection, sources: list[Source]) -> None:
    first = (connection.execute(select(func.max(schema.papers.c.position))).scalar() or 0) + 1
    moment = stamp()
    connection.execute(
        insert(schema.papers),
        [
            {
                "id": source.paper_id,
                "position": first + number,
                "status": Status.RECEIVED.value,
                "source_sha256": source.sha256,
                "chain_head": CHAIN_START,
                "created_at": moment,
                "updated_at": moment,
            }
            for number, source in enumerate(sources)
        ],
    )
    connection.execute(
        insert(schema.sources),
        [source_values(source, source.paper_id) for source in sources],
    )
    connection.execute(
        insert(schema.stages),
        [
            {"paper_id": source.paper_id, "stage": "parse", "state": "ready", "attempts": 0, "updated_at": moment}
            for source in sources
        ],
    )


def source_values(source: Source, paper_id: PaperId) -> dict[str, Any]:
    """The row of a source that belongs to a paper."""
    return {
        "sha256": source.sha256,
        "paper_id": paper_id,
        "media_type": source.media_type.value,
        "origin": source.origin,
        "size": source.size,
        "received_at": stamp(source.received_at),
    }


def _papers_of(connection: Connection, hashes: Sequence[Sha256]) -> dict[Sha256, PaperId]:
    found: dict[Sha256, PaperId] = {}
    for start in range(0, len(hashes), _BATCH):
        query = select(schema.sources.c.sha256, schema.sources.c.paper_id)
        query = query.where(schema.sources.c.sha256.in_(hashes[start : start + _BATCH]))
        found.update((Sha256(sha), PaperId(paper)) for sha, paper in connection.execute(query))
    return found


def _rows(connection: Connection, wanted: Sequence[PaperId]) -> dict[PaperId, PaperRow]:
    found: dict[PaperId, PaperRow] = {}
    for start in range(0, len(wanted), _BATCH):
        query = select(schema.papers).where(schema.papers.c.id.in_(wanted[start : start + _BATCH]))
        rows = [_paper(row) for row in connection.execute(query).mappings()]
        found.update((row.id, row) for row in rows)
    return found


def _normal_id(words: str) -> str:
    try:
        return Doi.parse(words)
    except ValueError:
        return words.strip().lower()


def stage_error(text: str | None) -> StageError | None:
    """A failure as it was recorded. Raises StoreError when it cannot be read any more."""
    try:
        return StageError.model_validate_json(text) if text else None
    except ValueError as error:
        raise spoiled(error) from error


def spoiled(error: ValueError) -> StoreError:
    """What is raised where a row cannot be read any more."""
    return StoreError(
        f"a row of the store cannot be read any more: {str(error).splitlines()[0]}",
        remedy="It was changed outside Layline. Restore the database from a backup.",
        kind="row_spoiled",
    )


def _paper(row: RowMapping) -> PaperRow:
    try:
        return _paper_row(row)
    except ValueError as error:
        raise spoiled(error) from error


def _paper_row(row: RowMapping) -> PaperRow:
    return PaperRow(
        id=PaperId(row["id"]),
        doi=Doi(row["doi"]) if row["doi"] else None,
        pmid=row["pmid"],
        pmcid=row["pmcid"],
        title=row["title"],
        article_type=row["article_type"],
        status=Status(row["status"]),
        hold_reason=row["hold_reason"],
        note=row["note"],
        next_attempt=row["next_attempt"],
        quality=row["quality"],
        basis=row["basis"],
        source_sha256=Sha256(row["source_sha256"]) if row["source_sha256"] else None,
        paper_hash=Sha256(row["paper_hash"]) if row["paper_hash"] else None,
        draft_hash=Sha256(row["draft_hash"]) if row["draft_hash"] else None,
        blocking=row["blocking"],
        warnings=row["warnings"],
        infos=row["infos"],
        error=stage_error(row["error"]),
        chain_head=Sha256(row["chain_head"]),
        merged_into=PaperId(row["merged_into"]) if row["merged_into"] else None,
        created_at=row["created_at"],
        updated_at=row["updated_at"],
    )


def source_of(row: RowMapping) -> SourceRow:
    """The file of a row. Raises StoreError when it cannot be read any more."""
    try:
        return _source_row(row)
    except ValueError as error:
        raise spoiled(error) from error


def _source_row(row: RowMapping) -> SourceRow:
    return SourceRow(
        sha256=Sha256(row["sha256"]),
        paper_id=PaperId(row["paper_id"]),
        media_type=MediaType(row["media_type"]),
        origin=row["origin"],
        size=row["size"],
        received_at=row["received_at"],
        joined_by=row["joined_by"],
    )
