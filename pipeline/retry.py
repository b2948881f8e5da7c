"""The one retry policy: which failures are tried again, how long is waited, and when it is given up."""

from collections.abc import Awaitable, Callable
from random import random
from typing import Final, TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_before_delay

from pipeline.errors import AttemptError, LaylineError

T = TypeVar("T")
Wait = Callable[[int, float | None], float]
"""Seconds to wait after the n-th failure (from 1), given what the server asked for by Retry-After."""

RETRIED: Final = frozenset({408, 409, 425, 429}) | frozenset(range(500, 600))
"""Statuses after which the same request may succeed later; as in DESIGN, and what OpenAI's own SDK retries."""


def exponential(initial: float = 0.5, maximum: float = 30.0) -> Wait:
    """Twice as long after each failure, at a random point of the upper half, so that many callers do not march.

    What the server asked for by Retry-After is the least that is waited.
    """

    def wait(failures: int, asked: float | None) -> float:
        own = min(maximum, initial * 2.0 ** min(failures - 1, 30)) * (0.5 + random() / 2)  # noqa: S311
        return own if asked is None else asked + own * 0.1

    return wait


async def retrying(call: Callable[[], Awaitable[T]], *, wait: Wait, ceiling: float) -> T:
    """What `call` returns, tried again after transient failures for at most `ceiling` seconds.

    A failure is a LaylineError; an AttemptError hands on what wait the server asked for.
    Gives up before a wait that would end beyond the ceiling, with the last failure as it was. A Retry-After that
    does not fit is such a wait: calling earlier than asked would only prolong the ban.
    """
    policy = AsyncRetrying(
        retry=retry_if_exception(_may_heal),
        wait=lambda state: _seconds(state, wait),
        stop=stop_before_delay(ceiling),
        reraise=True,
    )

    async def attempt() -> T:  # tenacity awaits only what is declared so; a lambda is not
        return await call()

    return await policy(attempt)


def _may_heal(error: BaseException) -> bool:
    return isinstance(error, LaylineError) and error.transient


def _seconds(state: RetryCallState, wait: Wait) -> float:
    error = state.outcome.exception() if state.outcome else None
    return wait(state.attempt_number, error.retry_after if isinstance(error, AttemptError) else None)
