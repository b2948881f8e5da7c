"""All that the store keeps of a drafted paper, read in one transaction: of one paper, or of many in few queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Select, and_, select

from pipeline.errors import StoreError
from pipeline.models.decision import Decision
from pipeline.models.draft import Draft
from pipeline.models.finding import Finding, Found
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.record import Record
from pipeline.store import schema
from pipeline.store.database import Database
from pipeline.store.decisions import decision_of
from pipeline.store.drafts import draft_of, missing, standing_in
from pipeline.store.known import Known, found_under, known_of
from pipeline.store.papers import PaperRow, SourceRow, source_of, spoiled

_AT_ONCE: Final = 100
"""Papers that are read together; their drafts are some 2 MB of text."""
_Rows = Sequence[RowMapping]


@dataclass(frozen=True)
class Dossier:
    """A paper as the store holds it. What cannot be read any more raises StoreError where it is asked for."""

    row: PaperRow
    _drafts: _Rows = field(repr=False)
    _decisions: _Rows = field(repr=False)
    _findings: _Rows = field(repr=False)
    _sources: _Rows = field(repr=False)
    _records: _Rows = field(repr=False)
    _known: Known = field(repr=False)

    @cached_property
    def _draft(self) -> RowMapping:
        wanted = standing_in(self.row)
        found = [row for row in self._drafts if row["content_hash"] == wanted]
        if not found:
            raise missing(self.row)
        return found[-1]

    @cached_property
    def draft(self) -> Draft:
        """The draft that stands."""
        return draft_of(dict(self._draft))

    @property
    def summary_text(self) -> str:
        """Its summary as the JSON that is stored."""
        return str(self._draft["summary"])

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, in order."""
        return tuple(decision_of(self.row.id, row["sequence"], row["decision"]) for row in self._decisions)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in the draft when it was made."""
        try:
            return tuple(Finding.model_validate_json(row["finding"]) for row in self._findings)
        except ValueError as error:
            raise spoiled(error) from error

    @property
    def source(self) -> SourceRow:
        """The file that the paper was read from."""
        rows = sorted(self._sources, key=lambda row: row["sha256"] != self.row.source_sha256)
        if not rows:
            raise StoreError(f"the source of {self.row.display_id} is gone from the store", kind="payload_missing")
        return source_of(rows[0])

    @property
    def record(self) -> Record | None:
        """What the services know of it; None as long as none was heard."""
        text = self._records[0]["record"] if self._records else None
        try:
            return Record.model_validate_json(text) if text else None
        except ValueError as error:
            raise spoiled(error) from error

    def remembered(self, key: Sha256) -> Found | None:
        """What the checks found, by this key; None where nothing is remembered that can be trusted."""
        return found_under(key, self._known)


class Dossiers:
    """Reads dossiers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, row: PaperRow) -> Dossier:
        """The dossier of one paper."""
        return self._read([row])[0]

    def each(self, rows: Iterable[PaperRow]) -> Iterator[Dossier]:
        """The dossiers of many papers, in their order; no more than some of them are in memory at once."""
        waiting = iter(rows)
        while some := list(islice(waiting, _AT_ONCE)):
            yield from self._read(some)

    def _read(self, rows: Sequence[PaperRow]) -> list[Dossier]:
        ids = [row.id for row in rows]
        with self._database.read() as connection:
            drafts, decisions, findings, sources, records = (_by_paper(connection, query, ids) for query in _QUERIES)
            known = known_of(connection, ids)
        return [
            Dossier(
                row,
                drafts[row.id],
                decisions[row.id],
                findings[row.id],
                sources[row.id],
                records[row.id],
                known[row.id],
            )
            for row in rows
        ]


def _standing(table: Any) -> Any:
    papers = schema.papers.c
    return and_(papers.id == table.c.paper_id, papers.draft_hash == table.c.content_hash)


_QUERIES: Final[tuple[Select[Any], ...]] = (
    select(schema.drafts).join(schema.papers, _standing(schema.drafts)).order_by(schema.drafts.c.id),
    select(schema.decisions).order_by(schema.decisions.c.sequence),
    select(schema.findings).join(schema.papers, _standing(schema.findings)).order_by(schema.findings.c.id),
    select(schema.sources).order_by(schema.sources.c.received_at, schema.sources.c.sha256),
    select(schema.records),
)


def _by_paper(
    connection: Connection, query: Select[Any], ids: Sequence[PaperId]
) -> defaultdict[PaperId, list[RowMapping]]:
    (table,) = {column.table for column in query.selected_columns}
    found: defaultdict[PaperId, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query.where(table.c.paper_id.in_(ids))).mappings():
        found[row["paper_id"]].append(row)
    return found
