"""What is known of papers from outside: who asked, what services say, what was tried for their texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from pipeline.models.decision import CHAIN_START
from pipeline.models.identity import title_key
from pipeline.models.ids import Doi, PaperId, Sha256
from pipeline.models.record import Record
from pipeline.models.rungs import Rung
from pipeline.models.source import Source
from pipeline.models.status import Stage, StageState, Status
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.papers import PaperRow, row_of, set_fields, source_values
from pipeline.store.stages import drop, settle

_RUNGS: Final = TypeAdapter(tuple[Rung, ...])


@dataclass(frozen=True)
class Asked:
    """An identifier that somebody asked for, with where it was named. One of the three ids is set."""

    name: str
    origin: str
    doi: Doi | None = None
    pmid: str | None = None
    pmcid: str | None = None


@dataclass(frozen=True)
class RecordRow:
    """What is known of one paper; `record` is None as long as no service was heard."""

    paper_id: PaperId
    asked: str | None
    origin: str | None
    record: Record | None
    rungs: tuple[Rung, ...]


class Records:
    """Reads and writes what is known of papers from outside."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(self, wanted: Sequence[Asked]) -> dict[str, PaperId]:
        """Make a paper of every identifier that no paper has yet; gives the paper of each, by its name."""
        with self._database.write() as connection:
            return take(connection, wanted)[0]

    def get(self, paper_id: PaperId) -> RecordRow | None:
        """What is known of a paper, or None."""
        with self._database.read() as connection:
            row = connection.execute(select(_T).where(_T.c.paper_id == paper_id)).mappings().first()
        return _row(row) if row else None

    def keep(self, paper_id: PaperId, record: Record | None, rungs: Iterable[Rung]) -> None:
        """Keep what is known now, in place of what was."""
        with self._database.write() as connection:
            _keep(connection, paper_id, record, rungs)

    def hold(self, paper_id: PaperId, reason: str) -> None:
        """Hold a paper for a person; whatever stage was to come does not begin."""
        with self._database.write() as connection:
            open_stages = _open_stages(connection, paper_id)
            if open_stages:
                settle(connection, paper_id, dict.fromkeys(open_stages, StageState.DONE))
            set_fields(connection, paper_id, status=Status.HELD.value, hold_reason=reason, error=None)

    def describe(self, paper_id: PaperId, record: Record) -> PaperId:
        """File a paper under what its record says. Another paper that is the same article takes it in.

        Gives the id of the paper that goes on: this one, or the one that it was merged into.
        """
        with self._database.write() as connection:
            row = row_of(connection, paper_id)
            twin = _twin_of(connection, row, record)
            if twin is not None:
                return _merge(connection, row, twin, record)
            set_fields(connection, row.id, **_filing(record))
            return row.id

    def give_source(self, paper_id: PaperId, source: Source, rungs: Iterable[Rung]) -> PaperId:
        """The text was fetched: the paper waits to be parsed. Bytes that another paper has merge the two."""
        with self._database.write() as connection:
            sources = schema.sources
            query = select(sources.c.paper_id).where(sources.c.sha256 == source.sha256)
            owner = connection.execute(query).scalar()
            if owner is not None and owner != paper_id:
                return _into(connection, row_of(connection, paper_id), row_of(connection, PaperId(owner)), "same bytes")
            if owner is None:
                connection.execute(insert(sources), source_values(source, paper_id))
            found = connection.execute(select(_T.c.record).where(_T.c.paper_id == paper_id)).scalar()
            _keep_raw(connection, paper_id, found, rungs)
            set_fields(connection, paper_id, source_sha256=source.sha256, status=Status.RECEIVED.value, error=None)
            settle(connection, paper_id, {Stage.FETCH: StageState.DONE, Stage.PARSE: StageState.READY})
            return paper_id

    def due(self, before: datetime, limit: int | None) -> list[PaperId]:
        """Papers with a DOI or PMID whose status was last looked up before this moment, the oldest look first."""
        papers = schema.papers
        query = (
            select(papers.c.id)
            .outerjoin(_T, _T.c.paper_id == papers.c.id)
            .where(
                papers.c.merged_into.is_(None),
                papers.c.status != Status.WITHDRAWN.value,
                or_(papers.c.doi.is_not(None), papers.c.pmid.is_not(None), papers.c.pmcid.is_not(None)),
                or_(_T.c.checked_at.is_(None), _T.c.checked_at < stamp(before)),
            )
            .order_by(_T.c.checked_at.is_not(None), _T.c.checked_at, papers.c.position)
        )
        with self._database.read() as connection:
            return [PaperId(found) for (found,) in connection.execute(query.limit(limit))]


_T: Final = schema.records


def take(connection: Connection, wanted: Sequence[Asked]) -> tuple[dict[str, PaperId], list[str]]:
    """Within a transaction: the paper of every identifier by its name, and the names that new papers were made of."""
    papers: dict[str, PaperId] = {}
    new: list[str] = []
    for asked in wanted:
        known = _known(connection, asked)
        papers[asked.name] = known or _new(connection, asked)
        if known is None:
            new.append(asked.name)
    return papers, new


def _known(connection: Connection, asked: Asked) -> PaperId | None:
    papers = schema.papers
    names = (("doi", asked.doi), ("pmid", asked.pmid), ("pmcid", asked.pmcid))
    same = [papers.c[name] == value for name, value in names if value]
    query = select(papers.c.id).where(or_(*same), papers.c.merged_into.is_(None)).order_by(papers.c.position)
    found = connection.execute(query).scalar()
    if found is None:
        query = select(papers.c.id).where(papers.c.id == _id_of(asked))
        found = connection.execute(query).scalar()
    return PaperId(found) if found else None


def _id_of(asked: Asked) -> PaperId:
    return PaperId.for_source(Sha256.of(f"asked for: {asked.name}".encode()))


def _new(connection: Connection, asked: Asked) -> PaperId:
    papers, paper_id, moment = schema.papers, _id_of(asked), stamp()
    position = (connection.execute(select(func.max(papers.c.position))).scalar() or 0) + 1
    values = {
        "id": paper_id,
        "position": position,
        "status": Status.RECEIVED.value,
        "source_sha256": "",
        "chain_head": CHAIN_START,
        "doi": asked.doi,
        "pmid": asked.pmid,
        "pmcid": asked.pmcid,
        "created_at": moment,
        "updated_at": moment,
    }
    connection.execute(insert(papers), values)
    connection.execute(insert(_T), {"paper_id": paper_id, "asked": asked.name, "origin": asked.origin, "rungs": "[]"})
    settle(connection, paper_id, {Stage.FETCH: StageState.READY})
    return paper_id


def _keep(connection: Connection, paper_id: PaperId, record: Record | None, rungs: Iterable[Rung]) -> None:
    checked = stamp(record.checked_at) if record else None
    _keep_raw(connection, paper_id, record.model_dump_json() if record else None, rungs, checked)


def _keep_raw(
    connection: Connection, paper_id: PaperId, record: str | None, rungs: Iterable[Rung], checked: str | None = None
) -> None:
    values: dict[str, Any] = {"rungs": _RUNGS.dump_json(tuple(rungs)).decode()}
    values |= {"record": record} if record is not None else {}
    values |= {"checked_at": checked} if checked is not None else {}
    statement = upsert(_T).values(paper_id=paper_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["paper_id"], set_=values))


def _filing(record: Record) -> dict[str, Any]:
    title = record.title.value if record.title else None
    return {
        "doi": record.doi,
        "pmid": record.pmid,
        "pmcid": record.pmcid,
        "title": title,
        "title_key": title_key(title),
        "article_type": record.article_type.value.value if record.article_type else None,
    }


def _twin_of(connection: Connection, row: PaperRow, record: Record) -> PaperRow | None:
    """Another paper of the same article: by an identifier, or as its preprint or its version of record."""
    papers = schema.papers
    dois = [doi for doi in (record.doi, record.published_version, *record.preprints) if doi]
    same: list[ColumnElement[bool]] = [papers.c.doi.in_(dois)] if dois else []
    same += [papers.c[name] == value for name, value in record.identifiers.items() if value and name != "doi"]
    if not same:
        return None
    query = select(papers.c.id).where(or_(*same), papers.c.id != row.id, papers.c.merged_into.is_(None))
    found = connection.execute(query.order_by(papers.c.position)).scalar()
    return row_of(connection, PaperId(found)) if found else None


def _merge(connection: Connection, row: PaperRow, twin: PaperRow, record: Record) -> PaperId:
    """One of two papers that are one article goes on: what is drafted stays; else the version of record is read."""
    by = _how(twin, record)
    was_preprint = twin.doi is not None and twin.doi in record.preprints
    if was_preprint and twin.draft_hash is None and twin.status is not Status.HELD:
        into = _into(connection, twin, row, by)
        set_fields(connection, row.id, **_filing(record))
        return into
    return _into(connection, row, twin, by)


def _how(twin: PaperRow, record: Record) -> str:
    if twin.doi and twin.doi in record.preprints:
        return f"version of record of the preprint {twin.doi}"
    if twin.doi and twin.doi == record.published_version:
        return f"preprint of {twin.doi}"
    return "same identifier"


def _into(connection: Connection, row: PaperRow, other: PaperRow, by: str) -> PaperId:
    sources = schema.sources
    connection.execute(update(sources).where(sources.c.paper_id == row.id).values(paper_id=other.id, joined_by=by))
    drop(connection, row.id)
    gone = {"merged_into": other.id, "status": Status.PARSED.value, "doi": None, "hold_reason": by}
    set_fields(connection, row.id, **gone)
    return other.id


def _open_stages(connection: Connection, paper_id: PaperId) -> list[Stage]:
    stages = schema.stages
    query = select(stages.c.stage).where(stages.c.paper_id == paper_id, stages.c.state != StageState.DONE.value)
    return [Stage(stage) for (stage,) in connection.execute(query)]


def _row(row: RowMapping) -> RecordRow:
    record = Record.model_validate_json(row["record"]) if row["record"] else None
    rungs = _RUNGS.validate_json(row["rungs"])
    return RecordRow(PaperId(row["paper_id"]), row["asked"], row["origin"], record, rungs)
