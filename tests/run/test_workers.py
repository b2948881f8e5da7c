"""Worker processes end with the loop, however early that is."""

import logging
import subprocess
import sys

import pytest

from pipeline.run.workers import Workers

_ENDS_WHILE_STARTING = """
import asyncio, sys
from pipeline.run.workers import Workers
from pipeline.run.preparing import prepare_to_work

async def main():
    workers = Workers(2, seconds=5, prepare=prepare_to_work)
    {begin}
    await asyncio.sleep({pause})
    {end}
    await workers.close()

asyncio.run(main())
"""


@pytest.mark.parametrize("pause", [0, 0.001, 0.002, 0.01, 0.1])
@pytest.mark.parametrize(
    ("begin", "end"),
    [("workers.start(2)", "pass"), ("call = asyncio.create_task(workers.call(len, 'abc'))", "call.cancel()")],
    ids=["nothing was asked of them", "the task was cancelled"],
)
def test_a_run_that_ends_while_its_workers_start_ends_at_all(pause: float, begin: str, end: str) -> None:
    """It hung for ever: a process whose start is cancelled is never collected by the loop."""
    code = _ENDS_WHILE_STARTING.format(begin=begin, pause=pause, end=end)
    done = subprocess.run([sys.executable, "-c", code], timeout=60, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_that_a_worker_was_collected_twice_is_no_news(caplog: pytest.LogCaptureFixture) -> None:
    Workers(1, seconds=1.0, prepare=print)
    logger = logging.getLogger("asyncio")
    logger.warning("Unknown child process pid %d, will report returncode 255", 42)
    logger.warning("something else")
    assert [record.getMessage() for record in caplog.records] == ["something else"]
