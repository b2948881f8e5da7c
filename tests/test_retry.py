import pickle
from itertools import count
from time import monotonic

import pytest

from pipeline.draft.asking.call_error import CallError
from pipeline.errors import Who
from pipeline.retry import exponential, retrying


def transient(asked: float | None = None) -> CallError:
    return CallError("busy", kind="rate_limited", who=Who.PIPELINE, status=429, retry_after=asked)


def failing(times: int, error: CallError):
    calls = count(1)

    async def call() -> int:
        number = next(calls)
        if number <= times:
            raise error
        return number

    return call


async def test_a_transient_failure_is_tried_again_until_it_heals():
    assert await retrying(failing(3, transient()), wait=exponential(0.001), ceiling=5) == 4


async def test_a_failure_that_a_person_must_mend_is_not_tried_again():
    calls = failing(1, CallError("no", kind="not_authorised", status=401))
    with pytest.raises(CallError):
        await retrying(calls, wait=exponential(0.001), ceiling=5)
    assert await calls() == 2


async def test_the_last_failure_comes_out_as_it_was_when_the_time_is_up():
    error = transient()
    with pytest.raises(CallError) as caught:
        await retrying(failing(10_000, error), wait=exponential(0.01, 0.02), ceiling=0.1)
    assert caught.value is error


async def test_retry_after_is_waited_for():
    started = monotonic()
    await retrying(failing(1, transient(asked=0.2)), wait=exponential(0.001), ceiling=5)
    assert 0.2 <= monotonic() - started < 10


async def test_a_retry_after_beyond_the_ceiling_ends_it_at_once():
    started = monotonic()
    with pytest.raises(CallError):
        await retrying(failing(1, transient(asked=3600)), wait=exponential(0.001), ceiling=300)
    assert monotonic() - started < 10


async def test_a_ceiling_of_zero_means_one_attempt():
    with pytest.raises(CallError):
        await retrying(failing(1, transient()), wait=exponential(0.001), ceiling=0)


def test_waits_grow_to_their_maximum_and_spread():
    wait = exponential(0.5, 30)
    assert all(0.25 <= wait(1, None) <= 0.5 for _ in range(50))
    assert all(15 <= wait(1_000_000, None) <= 30 for _ in range(50))
    assert len({wait(3, None) for _ in range(20)}) > 1


def test_the_wait_is_never_shorter_than_what_the_server_asked_for():
    assert all(wait(number, 2.0) >= 2.0 for wait in (exponential(0.5),) for number in range(1, 20))


def test_the_error_survives_a_pickle():
    back = pickle.loads(pickle.dumps(transient()))
    assert (back.message, back.kind, back.who) == ("busy", "rate_limited", Who.PIPELINE)
