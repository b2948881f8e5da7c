"""The chain of decisions: appended in the transaction that carries out what was decided, never changed."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from pipeline.errors import StoreError
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.draft import Draft
from pipeline.models.finding import Finding
from pipeline.models.ids import PaperId
from pipeline.models.status import Stage, StageState, Status
from pipeline.store import schema
from pipeline.store.database import Database
from pipeline.store.drafts import let_stand, put_draft, require_standing
from pipeline.store.papers import PaperRow, set_fields
from pipeline.store.stages import is_running, settle


@dataclass(frozen=True)
class Effect:
    """What a decision leaves: the draft that stands from now on with its findings, and the decision taken back."""

    draft: Draft
    findings: tuple[Finding, ...]
    undone: Decision | None = None


class Decisions:
    """Reads and appends decisions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, paper_id: PaperId) -> tuple[Decision, ...]:
        """Every decision on a paper, in order. Raises StoreError when one cannot be read any more."""
        query = select(schema.decisions.c.sequence, schema.decisions.c.decision)
        query = query.where(schema.decisions.c.paper_id == paper_id).order_by(schema.decisions.c.sequence)
        with self._database.read() as connection:
            return tuple(decision_of(paper_id, sequence, text) for sequence, text in connection.execute(query))

    def papers(self) -> list[PaperId]:
        """Every paper about which something was decided."""
        query = select(schema.decisions.c.paper_id).distinct().order_by(schema.decisions.c.paper_id)
        with self._database.read() as connection:
            return [PaperId(paper_id) for (paper_id,) in connection.execute(query)]

    def append(self, decision: Decision, status: Status, effect: Effect, *, hold_reason: str | None = None) -> None:
        """Append a decision and carry it out. Raises StoreError `stale` when the content or the chain has moved on."""
        with self._database.write() as connection:
            row = require_standing(connection, decision.paper_id, decision.content_hash)
            if row.chain_head != decision.previous:
                raise StoreError(
                    f"someone else has just decided about {row.display_id}",
                    remedy=f"Look again: layline history {row.display_id}",
                    kind="stale",
                )
            _append(connection, decision)
            _carry_out(connection, row, decision, effect)
            set_fields(
                connection,
                decision.paper_id,
                status=status.value,
                hold_reason=hold_reason,
                chain_head=decision.hash,
            )


def _carry_out(connection: Connection, row: PaperRow, decision: Decision, effect: Effect) -> None:
    if decision.kind is DecisionKind.EDIT:
        put_draft(connection, effect.draft, effect.findings)
    elif decision.kind is DecisionKind.REQUEST_CHANGES:
        settle(connection, decision.paper_id, {Stage.DRAFT: StageState.READY})
        set_fields(connection, decision.paper_id, note=decision.reason)
    elif effect.undone is not None and effect.undone.kind is DecisionKind.EDIT:
        let_stand(connection, effect.draft, effect.findings)
    elif effect.undone is not None and effect.undone.kind is DecisionKind.REQUEST_CHANGES:
        _call_off(connection, row)


def _call_off(connection: Connection, row: PaperRow) -> None:
    """Nothing is to be drafted anew. Raises StoreError once a run has begun with it."""
    if is_running(connection, row.id, Stage.DRAFT):
        raise StoreError(
            f"{row.display_id} is being drafted anew at this moment",
            remedy="Decide about the new draft when it is there.",
            kind="drafting",
        )
    settle(connection, row.id, {Stage.DRAFT: StageState.DONE, Stage.CHECK: StageState.DONE})
    set_fields(connection, row.id, note=None, error=None)


def _append(connection: Connection, decision: Decision) -> None:
    connection.execute(
        insert(schema.decisions).values(
            paper_id=decision.paper_id,
            sequence=decision.sequence,
            decision=decision.model_dump_json(),
            hash=decision.hash,
        )
    )


def decision_of(paper_id: PaperId, sequence: int, text: str) -> Decision:
    """The decision of a row. Raises StoreError when it cannot be read any more."""
    try:
        return Decision.model_validate_json(text)
    except ValueError as error:
        raise StoreError(
            f"decision {sequence} on {paper_id} in the store cannot be read any more",
            remedy="It was changed outside Layline. Restore the database from a backup.",
            kind="chain_broken",
        ) from error
