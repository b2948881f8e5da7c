"""The checkpoints: one row a paper and stage, claimed by a lease, so that no work is done twice or lost."""

import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from pipeline.errors import Who
from pipeline.models.ids import PaperId
from pipeline.models.status import Stage, StageError, StageState, Status
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.owners import Owner
from pipeline.store.papers import set_fields, stage_error


@dataclass(frozen=True)
class StageRow:
    """Where a paper stands in one stage."""

    paper_id: PaperId
    stage: Stage
    state: StageState
    owner: str | None
    attempts: int
    error: StageError | None


class Stages:
    """Claims, renews and settles stages for one owner."""

    def __init__(self, database: Database, owner: Owner, lease_seconds: float) -> None:
        self._database = database
        self._owner = owner
        self._lease_seconds = lease_seconds

    def claim(self, stage: Stage, paper_ids: Iterable[PaperId], most: int) -> list[PaperId]:
        """Claim up to `most` of these papers that are ready, or whose owner is dead or whose lease is over."""
        claimed: list[PaperId] = []
        with self._database.write() as connection:
            for paper_id in paper_ids:
                if len(claimed) < most and self._claim(connection, stage, paper_id):
                    claimed.append(paper_id)
        return claimed

    def _claim(self, connection: Connection, stage: Stage, paper_id: PaperId) -> bool:
        key = {"this_id": paper_id, "this_stage": stage.value}
        found = connection.execute(_FINDING, key).first()
        if found is None or not self._is_free(StageState(found.state), found.owner, found.lease_until):
            return False
        until = time.time() + self._lease_seconds
        taken = {"owner": self._owner.name, "lease_until": until, "updated_at": stamp()}
        connection.execute(_CLAIMING, {**key, **taken})
        return True

    def renew(self) -> None:
        """Give every stage that this owner is working on a fresh lease."""
        statement = (
            update(schema.stages)
            .where(and_(schema.stages.c.owner == self._owner.name, schema.stages.c.state == StageState.RUNNING.value))
            .values(lease_until=time.time() + self._lease_seconds)
        )
        with self._database.write() as connection:
            connection.execute(statement)

    def fail(self, paper_id: PaperId, error: StageError) -> None:
        """Record why a stage failed. A transient fault leaves it to the next run; the paper is failed meanwhile."""
        with self._database.write() as connection:
            settle(connection, paper_id, {error.stage: StageState.FAILED}, error)
            set_fields(connection, paper_id, status=Status.FAILED.value, error=error.model_dump_json())

    def attempts(self, paper_id: PaperId, stage: Stage) -> int:
        """How often a stage of a paper was begun."""
        query = select(schema.stages.c.attempts).where(_THIS)
        with self._database.read() as connection:
            return int(connection.execute(query, {"this_id": paper_id, "this_stage": stage.value}).scalar() or 0)

    def release_all(self) -> None:
        """Let others have what this owner claimed and did not finish (the run ended, or was interrupted)."""
        mine = and_(schema.stages.c.owner == self._owner.name, schema.stages.c.state == StageState.RUNNING.value)
        statement = update(schema.stages).where(mine)
        with self._database.write() as connection:
            connection.execute(statement.values(state=StageState.READY.value, owner=None, lease_until=None))

    def reopen_failed(self, paper_ids: Iterable[PaperId], kinds: Collection[str], way: str = "") -> list[PaperId]:
        """Make ready again what failed for a transient reason, for one of these kinds, or to be drafted another way."""
        reopened = []
        with self._database.write() as connection:
            for row in _rows(connection, list(paper_ids), StageState.FAILED):
                if row.error and (
                    row.error.who is Who.PIPELINE or row.error.kind in kinds or _drafted_otherwise(row, way)
                ):
                    reopen(connection, row.paper_id, row.stage)
                    reopened.append(row.paper_id)
        return reopened

    def retry(self, paper_id: PaperId) -> Stage:
        """Make a paper ready to be drafted anew, or to be parsed anew where that failed.

        The model is asked again, instead of being given its old replies; what was drafted and decided stays.
        """
        calls = schema.model_calls.c
        with self._database.write() as connection:
            failed = {row.stage for row in _rows(connection, [paper_id], StageState.FAILED)}
            stage = next((stage for stage in (Stage.FETCH, Stage.PARSE) if stage in failed), Stage.DRAFT)
            asked = connection.execute(select(func.max(calls.attempt)).where(calls.paper_id == paper_id)).scalar()
            reopen(connection, paper_id, stage)
            set_fields(connection, paper_id, next_attempt=(asked or 0) + 1, hold_reason=None)
        return stage

    def unfinished(self, paper_ids: Iterable[PaperId]) -> list[StageRow]:
        """The stages of these papers that are ready or running."""
        with self._database.read() as connection:
            wanted = list(paper_ids)
            return [
                *_rows(connection, wanted, StageState.READY),
                *_rows(connection, wanted, StageState.RUNNING),
            ]

    def _is_free(self, state: StageState, owner: str | None, lease_until: float | None) -> bool:
        if state is StageState.READY:
            return True
        if state is not StageState.RUNNING:
            return False
        return lease_until is None or lease_until < time.time() or (owner is not None and self._owner.is_dead(owner))


_THIS: Final = and_(schema.stages.c.paper_id == bindparam("this_id"), schema.stages.c.stage == bindparam("this_stage"))
_FINDING: Final = select(schema.stages.c.state, schema.stages.c.owner, schema.stages.c.lease_until).where(_THIS)
_CLAIMING: Final = (
    update(schema.stages)
    .where(_THIS)
    .values(
        state=StageState.RUNNING.value,
        owner=bindparam("owner"),
        lease_until=bindparam("lease_until"),
        attempts=schema.stages.c.attempts + 1,
        updated_at=bindparam("updated_at"),
    )
)


def settle(
    connection: Connection, paper_id: PaperId, states: Mapping[Stage, StageState], error: StageError | None = None
) -> None:
    """Write the states of stages and drop any claim on them, within a transaction; rows are made if need be."""
    told = error.model_dump_json() if error else None
    moment = stamp()
    rows = [
        {"paper_id": paper_id, "stage": stage.value, "state": state.value, "error": told, "updated_at": moment}
        for stage, state in states.items()
    ]
    connection.execute(_SETTLING, rows)


_INSERTING: Final = upsert(schema.stages).values(attempts=0, owner=None, lease_until=None)
_SETTLING: Final = _INSERTING.on_conflict_do_update(
    index_elements=["paper_id", "stage"],
    set_={
        "state": _INSERTING.excluded.state,
        "error": _INSERTING.excluded.error,
        "updated_at": _INSERTING.excluded.updated_at,
        "owner": None,
        "lease_until": None,
    },
)


def is_running(connection: Connection, paper_id: PaperId, stage: Stage) -> bool:
    """Whether somebody works on a stage of a paper now, or did when their process died and the lease has not ended."""
    found = connection.execute(_FINDING, {"this_id": paper_id, "this_stage": stage.value}).first()
    return found is not None and found.state == StageState.RUNNING.value and (found.lease_until or 0.0) >= time.time()


def reopen(connection: Connection, paper_id: PaperId, stage: Stage) -> None:
    """Make a stage ready again and put the paper back to where it stood before it."""
    settle(connection, paper_id, {stage: StageState.READY})
    status = Status.RECEIVED if stage in (Stage.FETCH, Stage.PARSE) else Status.PARSED
    set_fields(connection, paper_id, status=status.value, error=None)


def _drafted_otherwise(row: StageRow, way: str) -> bool:
    return bool(way) and row.stage is Stage.DRAFT and row.error is not None and row.error.way != way


def drop(connection: Connection, paper_id: PaperId) -> None:
    """Remove every stage of a paper that was merged into another."""
    connection.execute(delete(schema.stages).where(schema.stages.c.paper_id == paper_id))


def _rows(connection: Connection, wanted: list[PaperId], state: StageState) -> list[StageRow]:
    rows: list[StageRow] = []
    for start in range(0, len(wanted), 400):
        query = select(schema.stages).where(
            and_(schema.stages.c.state == state.value, schema.stages.c.paper_id.in_(wanted[start : start + 400]))
        )
        for row in connection.execute(query).mappings():
            error = stage_error(row["error"])
            paper_id, stage = PaperId(row["paper_id"]), Stage(row["stage"])
            rows.append(StageRow(paper_id, stage, state, row["owner"], row["attempts"], error))
    return rows
