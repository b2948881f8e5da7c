"""Turns hold across processes: the server counts, nobody else."""

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.models.pace import Pace, PausedError
from pipeline.store import turns as turns_module
from pipeline.store.departures import last_departure, note_departure
from pipeline.store.turn_state import TurnState, read_state, write_state
from pipeline.store.turns import SharedTurns
from tests.conftest import PROJECT
from tests.loopback.web_server import WebServer, answer, most_in_a_second

ASKING = """
import asyncio, sys
from pathlib import Path
from pipeline.fetch.web.client import Bounds, Request, Web
from pipeline.models.pace import Pace
from pipeline.store.turns import SharedTurns
from pipeline.store.web_cache import WebCache

async def main(folder, url, count):
    folder = Path(folder)
    web = Web(user_agent="t", cache=WebCache(folder / "web"), turns=SharedTurns(folder / "turns"),
              bounds=Bounds(20.0, 1000, 0.0), allowed=(url.removeprefix("http://"),))
    asked = [web.get(Request("s", f"{url}/", Pace(100, at_once=20)), lambda reply: reply) for _ in range(int(count))]
    print("ready", flush=True)
    await asyncio.gather(*asked)
    await web.aclose()

asyncio.run(main(*sys.argv[1:]))
"""
HOLDING = """
import asyncio, sys
from pathlib import Path
from pipeline.models.pace import Pace
from pipeline.store.turns import SharedTurns

async def main():
    async with SharedTurns(Path(sys.argv[1])).turn("s", Pace(100, at_once=1)):
        print("holding", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


async def process(script: str, *arguments: str) -> Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-c", script, *arguments, stdout=PIPE, cwd=PROJECT)


async def ended(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()
    await process.communicate()


async def moments(turns: SharedTurns, pace: Pace, count: int, service: str = "s") -> list[float]:
    """When `count` tasks that ask at once got their turns."""
    taken: list[float] = []

    async def one() -> None:
        async with turns.turn(service, pace):
            taken.append(time.monotonic())

    await asyncio.gather(*(one() for _ in range(count)))
    return taken


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_two_processes_together_keep_to_what_the_service_announced(tmp_path: Path) -> None:
    announced = ("x-rate-limit-limit: 20", "x-rate-limit-interval: 1s", "x-concurrency-limit: 3")
    async with WebServer({"/": answer(200, b"{}", *announced, delay=0.12)}) as server:
        SharedTurns(tmp_path / "turns").learn("s", Pace(20, at_once=3))
        both = [await process(ASKING, str(tmp_path), server.url, "40") for _ in range(2)]
        await asyncio.wait_for(asyncio.gather(*(one.communicate() for one in both)), 30)
        assert [one.returncode for one in both] == [0, 0]
        assert len(server.seen) == 80
        assert most_in_a_second(server.moments) <= 20
        assert server.most_at_once <= 3
        assert server.moments[-1] - server.moments[0] < 79 / 20 * 2


async def test_what_a_first_answer_announces_holds_for_all_who_wait(tmp_path: Path) -> None:
    announced = ("x-rate-limit-limit: 10", "x-rate-limit-interval: 1s", "x-concurrency-limit: 1")
    async with WebServer({"/": answer(200, b"{}", *announced)}) as server:
        one = await process(ASKING, str(tmp_path), server.url, "12")
        await asyncio.wait_for(one.communicate(), 30)
        # The first may be followed by those that left before its answer came.
        assert most_in_a_second(server.moments[3:]) <= 10
        assert server.moments[-1] - server.moments[3] > 0.7


async def test_a_process_that_is_killed_gives_its_turn_back_at_once(tmp_path: Path) -> None:
    holder = await process(HOLDING, str(tmp_path))
    try:
        assert holder.stdout is not None
        await asyncio.wait_for(holder.stdout.readline(), 10)
        waiting = asyncio.create_task(moments(SharedTurns(tmp_path), Pace(100, at_once=1), 1))
        await asyncio.sleep(0.3)
        assert not waiting.done()
        os.kill(holder.pid, signal.SIGKILL)
        await asyncio.wait_for(waiting, 1.0)
    finally:
        await ended(holder)


async def test_turns_come_in_the_order_of_asking(tmp_path: Path) -> None:
    turns, order = SharedTurns(tmp_path), []

    async def one(number: int) -> None:
        async with turns.turn("s", Pace(150, at_once=2)):
            order.append(number)
            await asyncio.sleep(0.01)

    await asyncio.gather(*(one(number) for number in range(20)))
    assert order == list(range(20))


async def test_no_more_at_once_than_allowed_in_one_process(tmp_path: Path) -> None:
    turns, now, most = SharedTurns(tmp_path), 0, 0

    async def one() -> None:
        nonlocal now, most
        async with turns.turn("s", Pace(150, at_once=3)):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.05)
            now -= 1

    await asyncio.gather(*(one() for _ in range(15)))
    assert most == 3


async def test_a_loop_that_stood_still_does_not_make_a_burst(tmp_path: Path) -> None:
    turns = SharedTurns(tmp_path)
    asked = asyncio.create_task(moments(turns, Pace(20), 12))
    await asyncio.sleep(0.12)
    time.sleep(0.5)  # noqa: ASYNC251 - the very fault
    taken = await asked
    # Whoever takes a turn may notice it late; ten at once would all stand within a hundredth of a second.
    assert all(later - earlier > 0.12 for earlier, later in zip(taken, taken[4:], strict=False))


async def test_a_lower_pace_holds_at_once_for_those_who_wait(tmp_path: Path) -> None:
    turns = SharedTurns(tmp_path)
    asked = asyncio.create_task(moments(turns, Pace(50), 6))
    await asyncio.sleep(0.05)
    SharedTurns(tmp_path).learn("s", Pace(5))
    taken = await asked
    assert taken[5] - taken[3] > 0.3


async def test_a_pause_delays_everyone(tmp_path: Path) -> None:
    turns, started = SharedTurns(tmp_path), time.monotonic()
    asked = [asyncio.create_task(moments(one, Pace(100), 2)) for one in (turns, SharedTurns(tmp_path))]
    SharedTurns(tmp_path).pause("s", 0.5)
    taken = [moment for some in await asyncio.gather(*asked) for moment in some]
    assert min(taken) - started >= 0.49
    assert await moments(turns, Pace(100), 1, "another") != []


async def test_a_shorter_pause_does_not_end_a_longer_one(tmp_path: Path) -> None:
    turns = SharedTurns(tmp_path, patience=1.0)
    turns.pause("s", 3600)
    turns.pause("s", 0.1)
    with pytest.raises(PausedError) as caught:
        await moments(turns, Pace(100), 1)
    assert 3590 < caught.value.seconds <= 3600


async def test_who_gives_up_waiting_leaves_the_turn_to_the_next(tmp_path: Path) -> None:
    turns = SharedTurns(tmp_path)
    async with turns.turn("s", Pace(100, at_once=1)):
        waiting = [asyncio.create_task(moments(turns, Pace(100, at_once=1), 1)) for _ in range(2)]
        await asyncio.sleep(0.05)
        waiting[0].cancel()
        await asyncio.sleep(0.02)
    assert await asyncio.wait_for(waiting[1], 10.0)


@pytest.mark.parametrize(
    "pace",
    [Pace(1, 3_600_000), Pace(1e9, 1, 10**8), Pace(1, 86_400, 1)],
    ids=["one in a thousand hours", "no limit at all", "one a day"],
)
def test_an_announced_pace_stays_within_what_can_be_meant(tmp_path: Path, pace: Pace) -> None:
    SharedTurns(tmp_path).learn("s", pace)
    kept = read_state(tmp_path / "s.json").pace
    assert kept is not None
    assert 1 / 150 <= kept.spacing <= 60
    assert 1 <= kept.at_once <= 40


@pytest.mark.parametrize(
    "state",
    [
        TurnState(paused_at=time.time() + 86_400, pause=30),
        TurnState(paused_at=2.0, pause=30),
    ],
    ids=["a pause from tomorrow", "long ago"],
)
@pytest.mark.parametrize(
    "departed",
    [time.time() + 86_400, 1.0, -1e300, float("nan"), float("inf")],
    ids=["tomorrow", "in 1970", "before all time", "no number", "never"],
)
async def test_a_clock_that_jumped_does_not_stop_us(tmp_path: Path, state: TurnState, departed: float) -> None:
    write_state(tmp_path / "s.json", state)
    note_departure(tmp_path / "s.departed", departed)
    assert len(await asyncio.wait_for(moments(SharedTurns(tmp_path), Pace(20), 3), 10.0)) == 3


@pytest.mark.parametrize("data", [b"", b"half", b"much more than eight bytes"])
async def test_a_spoiled_departure_begins_anew(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "s.departed"
    path.write_bytes(data)
    assert len(await asyncio.wait_for(moments(SharedTurns(tmp_path), Pace(50), 2), 10.0)) == 2
    assert abs(last_departure(path) - time.time()) < 5


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 50,
        b"[]",
        b'{"pause": NaN}',
        b'{"pace": {"requests": 0}}',
        b'{"pace": {"requests": -1}}',
        b'{"pace": {"requests": 1e-300}}',
        b'{"paused_at": 1e999}',
    ],
)
async def test_a_spoiled_state_begins_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "s.json").write_bytes(data)
    assert len(await asyncio.wait_for(moments(SharedTurns(tmp_path), Pace(50), 2), 10.0)) == 2


@pytest.mark.parametrize(
    "service", ["../../etc", "", ".", "a/b", "A", "x" * 500, "ä\x00", "con:1", "robots:127.0.0.1:80"]
)
async def test_any_name_of_a_service_makes_a_file_in_the_folder(tmp_path: Path, service: str) -> None:
    turns = SharedTurns(tmp_path / "turns")
    await moments(turns, Pace(100), 1, service)
    assert names(tmp_path) == ["turns"]
    assert len([name for name in names(tmp_path / "turns") if name.endswith(".departed")]) == 1


async def test_services_with_like_names_do_not_share_their_turns(tmp_path: Path) -> None:
    turns = SharedTurns(tmp_path)
    for service in ("a/b", "a_b", "A_b", "x" * 200, "x" * 201, "h", "h.0", "h+0"):
        await moments(turns, Pace(1), 1, service)
    assert len([name for name in names(tmp_path) if name.endswith(".departed")]) == 8


async def test_a_holder_that_was_stopped_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns_module, "_GUARD_PATIENCE", 0.1)
    turns = SharedTurns(tmp_path)
    with turns._guarded("s"), pytest.raises(StoreError, match=r"s\.lock|held by a process") as caught:
        SharedTurns(tmp_path).pause("s", 1.0)
    assert caught.value.transient


async def test_a_turn_costs_little(tmp_path: Path) -> None:
    turns = SharedTurns(tmp_path)
    started = time.perf_counter()
    for _ in range(200):
        async with turns.turn("s", Pace(1e9)):
            pass
    assert (time.perf_counter() - started) / 200 < 0.02  # one thousandth on a quiet machine
