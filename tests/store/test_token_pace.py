import asyncio
import multiprocessing
import time
from pathlib import Path

from pipeline.store.token_pace import TokenPace


def _take(path: str, count: int, tokens: int, moments: "multiprocessing.Queue[float]") -> None:
    async def all_of_them() -> None:
        pace = TokenPace(Path(path), 1_200, 120_000)  # 20 requests and 2,000 tokens a second
        for _ in range(count):
            await pace.take(tokens)
            moments.put(time.time())

    asyncio.run(all_of_them())


def test_two_processes_share_one_pace(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    moments = spawn.Queue()
    path = str(tmp_path / "model.json")
    processes = [spawn.Process(target=_take, args=(path, 80, 10, moments)) for _ in range(2)]
    for process in processes:
        process.start()
    taken = sorted(moments.get(timeout=60) for _ in range(160))
    for process in processes:
        process.join()
    # 160 requests at 20 a second take 8 s, of which 5 may be sent ahead.
    assert taken[-1] - taken[0] >= (160 - 1) / 20 - 5.1


async def test_tokens_count_as_well_as_requests(tmp_path: Path) -> None:
    pace = TokenPace(tmp_path / "model.json", None, 60_000)  # 1,000 a second
    started = time.monotonic()
    for _ in range(3):
        await pace.take(3_000)
    assert time.monotonic() - started >= 0.9


async def test_what_was_not_used_is_given_back(tmp_path: Path) -> None:
    pace = TokenPace(tmp_path / "model.json", None, 60_000)
    await pace.take(600_000)
    pace.correct(-599_000)
    started = time.monotonic()
    await pace.take(1_000)
    assert time.monotonic() - started < 0.5


async def test_a_spoiled_file_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(b"\x00not json")
    await TokenPace(path, 60, 60_000).take(1)
    assert b"requests" in path.read_bytes()


def test_without_limits_nothing_is_written(tmp_path: Path) -> None:
    asyncio.run(TokenPace(tmp_path / "model.json", None, None).take(10**9))
    assert list(tmp_path.iterdir()) == []
