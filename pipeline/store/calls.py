"""The log of model calls: every HTTP attempt, what it cost and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, insert, select

from pipeline.models.ids import PaperId
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database


@dataclass(frozen=True)
class CallTotals:
    """Sums over model calls; `cost` is None when no call had a price."""

    calls: int
    from_disk: int
    prompt_tokens: int
    completion_tokens: int
    cost: float | None


class Calls:
    """Writes and sums model calls."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record_all(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Append calls; each row has the columns of `model_calls` except id and time."""
        if rows:
            moment = stamp()
            with self._database.write() as connection:
                connection.execute(insert(schema.model_calls), [{**row, "called_at": moment} for row in rows])

    def totals(self, paper_id: PaperId | None = None) -> CallTotals:
        """The sums for one paper, or for the whole workspace."""
        calls = schema.model_calls.c
        query = select(
            func.count(),
            func.coalesce(func.sum(calls.from_disk), 0),
            func.coalesce(func.sum(calls.prompt_tokens), 0),
            func.coalesce(func.sum(calls.completion_tokens), 0),
            func.sum(calls.cost),
        )
        if paper_id:
            query = query.where(calls.paper_id == paper_id)
        with self._database.read() as connection:
            count, from_disk, prompt, completion, cost = connection.execute(query).one()
        return CallTotals(count - from_disk, from_disk, prompt, completion, cost)
