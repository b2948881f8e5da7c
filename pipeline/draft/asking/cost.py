"""What calls cost, by the price list in the settings; None where it cannot be known, never a made-up zero."""

from collections.abc import Iterable

from pipeline.config import Price
from pipeline.models.draft import Usage

_PER = 1_000_000


def cost_of(usage: Usage | None, price: Price | None) -> float | None:
    """The cost of one call in the currency of the price list; None without a price or without counted tokens.

    Cached input is billed at its own price where the list has one, else as input. Reasoning tokens are part of
    the completion tokens (OpenAI's definition) and are not counted twice.
    """
    if price is None or usage is None or usage.prompt_tokens is None or usage.completion_tokens is None:
        return None
    cached = min(usage.cached_tokens or 0, usage.prompt_tokens)
    cached_price = price.input if price.cached_input is None else price.cached_input
    fresh = usage.prompt_tokens - cached
    return (fresh * price.input + cached * cached_price + usage.completion_tokens * price.output) / _PER


def ceiling_of(input_tokens: int, output_tokens_at_most: int, price: Price | None) -> float | None:
    """What one call can cost at most: nothing cached, its output as long as allowed; None without a price."""
    if price is None:
        return None
    return (input_tokens * price.input + output_tokens_at_most * price.output) / _PER


def total_cost(costs: Iterable[float | None]) -> float | None:
    """The sum; None if any part is unknown, because a sum that leaves something out is wrong."""
    known = list(costs)
    return None if not known or any(cost is None for cost in known) else sum(cost for cost in known if cost is not None)


def total_usage(usages: Iterable[Usage | None]) -> Usage | None:
    """The sum of what the server counted; None where it counted nothing."""
    counted = [usage for usage in usages if usage is not None]
    if not counted:
        return None
    return Usage(**{name: _sum(getattr(usage, name) for usage in counted) for name in Usage.model_fields})


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
