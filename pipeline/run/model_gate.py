"""What stands before each HTTP attempt at a model: the pace of the workspace, then the budget of the run."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pipeline.config import Settings, Workspace
from pipeline.draft.asking.ports import CallSize
from pipeline.models.draft import Usage
from pipeline.run.budget import Budget, price_for_budget
from pipeline.store.token_pace import TokenPace

_OUTPUT_SHARE = 4
"""The part of the output's ceiling that the pace expects; it is corrected when the server has counted."""


class ModelGate:
    """The gate of one run."""

    def __init__(self, pace: TokenPace, budget: Budget) -> None:
        self._pace = pace
        self._budget = budget

    @asynccontextmanager
    async def attempt(self, size: CallSize) -> AsyncIterator["_Bill"]:
        """Wait for a turn. Raises BudgetError before the call that could pass the budget."""
        expected = size.input_tokens + size.output_tokens_at_most // _OUTPUT_SHARE
        booked = await self._budget.book(size.cost_at_most)
        bill = _Bill(expected, cost=booked)
        try:
            await self._pace.take(expected)
            yield bill
        finally:
            self._budget.settle(booked, bill.cost)
            self._pace.correct(bill.tokens - expected)


class _Bill:
    """One attempt; unless it is settled or released it counts at its ceiling, since the server may have worked."""

    def __init__(self, tokens: int, cost: float) -> None:
        self.tokens, self.cost = tokens, cost

    def settle(self, usage: Usage | None, cost: float | None) -> None:
        """What the server counted; what it did not count stays as it was expected."""
        if cost is not None:
            self.cost = cost
        if usage is not None and usage.prompt_tokens is not None:
            self.tokens = usage.prompt_tokens + (usage.completion_tokens or 0)

    def release(self) -> None:
        """Nothing was done."""
        self.cost = 0.0


def model_gate(settings: Settings, workspace: Workspace, budget: Budget) -> ModelGate:
    """The gate that the settings ask for. Raises SetupError (`no_price`) for a budget without a price."""
    if budget.limit is not None:
        price_for_budget(settings)
    name = hashlib.sha256(f"{settings.base_url} {settings.model}".encode()).hexdigest()[:16]
    path = workspace.state / "turns" / f"model-{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    return ModelGate(TokenPace(path, settings.requests_per_minute, settings.tokens_per_minute), budget)
