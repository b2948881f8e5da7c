"""The log of model calls: every HTTP attempt, what it cost and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import and_, case, func, insert, literal, not_, or_, select

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


class CostsBy(StrEnum):
    """What calls are summed by."""

    RUN = "run"
    DAY = "day"
    MODEL = "model"
    PROMPT = "prompt"
    PAPER = "paper"


@dataclass(frozen=True)
class CostRow:
    """The calls of one run, day, model, prompt or paper.

    Tokens are as the server counted them; cached and reasoning tokens are parts of prompt and completion tokens.
    `cost` is None where no call had a price; `unpriced` says how many answered calls had none, and are not in it.
    """

    name: str | None
    first_at: str
    calls: int
    failed: int
    from_disk: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    reasoning_tokens: int
    cost: float | None
    unpriced: int


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

    def costs(self, by: CostsBy | None = None, *, paper_id: PaperId | None = None) -> list[CostRow]:
        """Sums over the calls that were really made, the earliest first; without `by`, one row of all (or none)."""
        calls = schema.model_calls.c
        made, answered = not_(calls.from_disk), and_(not_(calls.from_disk), calls.status_code == 200)
        group = _GROUPS[by] if by else literal(None)
        query = select(
            group.label("name"),
            func.min(calls.called_at),
            func.sum(case((made, 1), else_=0)),
            func.sum(case((and_(made, or_(calls.status_code.is_(None), calls.status_code != 200)), 1), else_=0)),
            func.sum(case((calls.from_disk, 1), else_=0)),
            *(func.coalesce(func.sum(case((made, column))), 0) for column in _TOKENS),
            func.sum(case((made, calls.cost))),
            func.sum(case((and_(answered, calls.cost.is_(None)), 1), else_=0)),
        )
        if paper_id:
            query = query.where(calls.paper_id == paper_id)
        if by:
            query = query.group_by(group)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(func.min(calls.called_at))).all()
        return [CostRow(*row) for row in rows if row[1] is not None]


_CALLS: Final = schema.model_calls.c
_TOKENS: Final = (
    _CALLS.prompt_tokens,
    _CALLS.cached_tokens,
    _CALLS.completion_tokens,
    _CALLS.reasoning_tokens,
)
_GROUPS: Final = {
    CostsBy.RUN: _CALLS.run,
    CostsBy.DAY: func.substr(_CALLS.called_at, 1, 10),
    CostsBy.MODEL: _CALLS.model,
    CostsBy.PROMPT: _CALLS.prompt,
    CostsBy.PAPER: _CALLS.paper_id,
}
