"""What a run may spend: every call is booked at its ceiling before it leaves, and at its cost when it comes back."""

import asyncio

from pipeline.config import Price, Settings
from pipeline.errors import SetupError


class BudgetError(SetupError):
    """The next call could pass the budget: the run stops here, and everything done so far is kept."""

    kind = "budget"


def price_for_budget(settings: Settings) -> Price:
    """The model's price, which a budget cannot do without. Raises SetupError (`no_price`)."""
    price = settings.prices.get(settings.model or "")
    if price is None:
        raise SetupError(
            f"a budget is set, but no price for the model {settings.model!r}",
            remedy=f'Add its price to layline.toml: [prices."{settings.model}"] with input and output per million.',
            kind="no_price",
        )
    return price


class Budget:
    """The accounts of one run; without a limit they only count."""

    def __init__(self, limit: float | None) -> None:
        self.limit = limit
        self.spent = 0.0
        self._booked = 0.0
        self._changed = asyncio.Event()

    async def book(self, ceiling: float | None) -> float:
        """Book a call at its ceiling; waits while calls in flight may still turn out cheaper. Raises BudgetError."""
        if self.limit is None or ceiling is None:
            return 0.0
        while self.spent + self._booked + ceiling > self.limit:
            if self._booked == 0 or self.spent + ceiling > self.limit:
                raise self._reached(ceiling)
            await self._changed.wait()
        self._booked += ceiling
        return ceiling

    def settle(self, booked: float, cost: float) -> None:
        """A call that was booked has come to its end, and cost so much."""
        self._booked -= booked
        if self._booked < 1e-12:
            self._booked = 0.0
        self.spent += cost
        self._changed.set()
        self._changed = asyncio.Event()

    def _reached(self, ceiling: float) -> BudgetError:
        return BudgetError(
            f"the next call could cost {ceiling:.4f}, and {self.spent:.4f} of the budget of {self.limit:g} are spent",
            remedy="Run again with a larger --budget to go on: what was paid for is on disk and is not paid again.",
        )
