"""Batches of model calls, and the requests in them: on record before anything is sent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import uuid4

from sqlalchemy import and_, func, insert, select, update

from pipeline.models.ids import PaperId, Sha256
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database


class BatchState(StrEnum):
    """How far a batch is, on our side."""

    PREPARED = "prepared"
    """Its file is on disk; whether the server has it is not known."""
    UPLOADED = "uploaded"
    """The server has the file; whether it has made a batch of it is not known."""
    SENT = "sent"
    COLLECTED = "collected"
    REFUSED = "refused"
    """The server took the file and refused the whole batch."""
    GIVEN_UP = "given_up"
    """The server no longer has it, or a person gave it up: what was not collected by then is not to be had."""


_OPEN: Final = (BatchState.PREPARED.value, BatchState.UPLOADED.value, BatchState.SENT.value)
"""States in which a batch's papers wait for it."""


class RequestState(StrEnum):
    """What became of one request of a batch."""

    WAITING = "waiting"
    ANSWERED = "answered"
    FAILED = "failed"
    UNANSWERED = "unanswered"
    """The batch came to its end (expired, cancelled) without an answer to it."""


@dataclass(frozen=True)
class BatchRow:
    """A batch; `remote` is the server's id of it, `status` the server's last word on it."""

    id: str
    server: str
    model: str
    state: BatchState
    input_file: str | None
    remote: str | None
    status: str | None
    submitted_at: str


@dataclass(frozen=True)
class BatchRequest:
    """One request of a batch: the key under which its reply will be kept, and whom it is for."""

    request_hash: Sha256
    paper_id: PaperId
    prompt: str
    attempt: int
    state: RequestState = RequestState.WAITING
    detail: str | None = None


class Batches:
    """Writes and reads batches."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def prepare(self, server: str, model: str, requests: Sequence[BatchRequest]) -> str:
        """Put a batch on record before its file leaves; its id."""
        batch, moment = uuid4().hex, stamp()
        row = {"id": batch, "server": server, "model": model, "state": BatchState.PREPARED.value}
        with self._database.write() as connection:
            connection.execute(insert(schema.batches), [{**row, "submitted_at": moment, "updated_at": moment}])
            connection.execute(
                insert(schema.batch_requests),
                [
                    {
                        "batch": batch,
                        "request_hash": request.request_hash,
                        "paper_id": request.paper_id,
                        "prompt": request.prompt,
                        "attempt": request.attempt,
                        "state": RequestState.WAITING.value,
                    }
                    for request in requests
                ],
            )
        return batch

    def note(self, batch: str, **fields: str | None) -> None:
        """Change what is known of a batch: `state`, `input_file`, `remote`, `status`."""
        table = schema.batches
        with self._database.write() as connection:
            connection.execute(update(table).where(table.c.id == batch).values(**fields, updated_at=stamp()))

    def settle(self, batch: str, states: Iterable[tuple[Sha256, RequestState, str | None]]) -> None:
        """Put on record what became of requests."""
        table = schema.batch_requests
        with self._database.write() as connection:
            for request_hash, state, detail in states:
                where = and_(table.c.batch == batch, table.c.request_hash == request_hash)
                connection.execute(update(table).where(where).values(state=state.value, detail=detail))

    def finish(self, batch: str, state: BatchState, detail: str) -> None:
        """A batch has come to its end: what was not settled in it goes unanswered."""
        table = schema.batch_requests
        waiting = and_(table.c.batch == batch, table.c.state == RequestState.WAITING.value)
        with self._database.write() as connection:
            connection.execute(update(table).where(waiting).values(state=RequestState.UNANSWERED.value, detail=detail))
            where = schema.batches.c.id == batch
            connection.execute(update(schema.batches).where(where).values(state=state.value, updated_at=stamp()))

    def all(self, *, open_only: bool = False) -> list[BatchRow]:
        """Every batch, the oldest first; or those that have not come to their end."""
        table = schema.batches.c
        query = select(schema.batches).order_by(table.submitted_at, table.id)
        if open_only:
            query = query.where(table.state.in_(_OPEN))
        with self._database.read() as connection:
            rows = [dict(row) for row in connection.execute(query).mappings()]
        return [
            BatchRow(**{**{k: v for k, v in row.items() if k != "updated_at"}, "state": BatchState(row["state"])})
            for row in rows
        ]

    def requests(self, batch: str) -> list[BatchRequest]:
        """The requests of a batch."""
        table = schema.batch_requests.c
        columns = (table.request_hash, table.paper_id, table.prompt, table.attempt, table.state, table.detail)
        with self._database.read() as connection:
            rows = connection.execute(select(*columns).where(table.batch == batch)).all()
        return [
            BatchRequest(Sha256(row[0]), PaperId(row[1]), row[2], row[3], RequestState(row[4]), row[5]) for row in rows
        ]

    def waiting(self) -> dict[PaperId, set[Sha256]]:
        """The papers that wait for an open batch, with the requests that they wait for."""
        requests, batches = schema.batch_requests.c, schema.batches.c
        query = (
            select(requests.paper_id, requests.request_hash)
            .join(schema.batches, batches.id == requests.batch)
            .where(requests.state == RequestState.WAITING.value)
            .where(batches.state.in_(_OPEN))
        )
        found: dict[PaperId, set[Sha256]] = {}
        with self._database.read() as connection:
            for paper_id, request_hash in connection.execute(query):
                found.setdefault(PaperId(paper_id), set()).add(Sha256(request_hash))
        return found

    def answered(self) -> frozenset[PaperId]:
        """The papers for which some request was ever answered."""
        table = schema.batch_requests.c
        query = select(table.paper_id).distinct().where(table.state == RequestState.ANSWERED.value)
        with self._database.read() as connection:
            return frozenset(PaperId(paper_id) for (paper_id,) in connection.execute(query))

    def tries(self, request_hash: Sha256) -> int:
        """In how many batches a request came to its end without an answer."""
        table = schema.batch_requests.c
        ended = [RequestState.FAILED.value, RequestState.UNANSWERED.value]
        where = and_(table.request_hash == request_hash, table.state.in_(ended))
        with self._database.read() as connection:
            return int(
                connection.execute(select(func.count()).select_from(schema.batch_requests).where(where)).scalar_one()
            )
