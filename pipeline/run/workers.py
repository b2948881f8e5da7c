"""Worker processes for what takes the processor's time: the loop of the run keeps its hands free for the network.

The processes are anyio's: they talk to the loop over pipes, without threads of this process in between. A pool with
threads cost the run more time in waits for the interpreter's lock than the work itself (measured with
`evals.bench.drafting`: 33 changes of context a paper against one).
"""

import asyncio
import logging
import math
from collections.abc import Callable
from functools import cached_property
from typing import ParamSpec, TypeVar

from anyio import BrokenWorkerProcess, CapacityLimiter, fail_after, to_process

from pipeline.errors import LaylineError, Who

P = ParamSpec("P")
R = TypeVar("R")


class WorkerError(LaylineError):
    """A worker hung or died over a task: kinds `timeout` and `worker_died`."""

    kind = "worker_died"
    who = Who.PERSON


class Workers:
    """So many tasks at once, each in a process that costs only itself when it hangs or dies.

    Processes are started when they are needed and end with the loop, or when this process ends in any way. Each does
    `prepare` first, which imports what the tasks need; neither that nor the wait for a process counts as a task's time.

    `close` must be awaited before the loop ends: a start that is cancelled half-way leaves a process that the loop
    waits for for ever, so starts are never cancelled but waited for.
    """

    def __init__(self, count: int, *, seconds: float, prepare: Callable[[], None]) -> None:
        self._count = count
        self._seconds = seconds
        self._prepare = prepare
        self._ready = 0
        logging.getLogger("asyncio").addFilter(_is_no_worker_collected_twice)
        self._starting: set[asyncio.Task[None]] = set()

    async def call(self, function: Callable[P, R], *args: P.args) -> R:  # type: ignore[valid-type]
        """Run a module's function in a worker. Raises what it raises, or WorkerError."""
        async with self._slots:
            if not self._ready:
                await self._start_one()
            self._ready -= 1
            try:
                with fail_after(self._seconds):
                    return await to_process.run_sync(function, *args, cancellable=True, limiter=self._unlimited)
            except TimeoutError as error:
                self._ready -= 1
                raise WorkerError(f"it took longer than {self._seconds:g} s", kind="timeout") from error
            except BrokenWorkerProcess as error:
                self._ready -= 1
                raise WorkerError("the process that did it died") from error
            finally:
                self._ready = max(0, self._ready + 1)

    def start(self, tasks: int) -> None:
        """Start the processes now that so many tasks will want, so that they are ready by the time of the first."""
        for _ in range(min(self._count, tasks)):
            self._begin_one()

    async def close(self) -> None:
        """Wait for the processes that are being started."""
        await asyncio.gather(*self._starting, return_exceptions=True)

    async def _start_one(self) -> None:
        try:
            await asyncio.shield(self._begin_one())
        except BrokenWorkerProcess as error:
            raise WorkerError("no process could be started for it") from error

    def _begin_one(self) -> asyncio.Task[None]:
        task = asyncio.create_task(self._prepared_one())
        self._starting.add(task)
        task.add_done_callback(self._begun)
        return task

    async def _prepared_one(self) -> None:
        await to_process.run_sync(self._prepare, cancellable=True, limiter=self._unlimited)
        self._ready += 1

    def _begun(self, task: asyncio.Task[None]) -> None:
        self._starting.discard(task)
        if not task.cancelled():
            task.exception()  # who waits for it is told; a start ahead of time is tried again when it is needed

    @cached_property
    def _slots(self) -> asyncio.Semaphore:
        return asyncio.Semaphore(self._count)

    @cached_property
    def _unlimited(self) -> CapacityLimiter:
        return CapacityLimiter(math.inf)


def _is_no_worker_collected_twice(record: logging.LogRecord) -> bool:
    """Leave out what asyncio says where it collects an ended process twice: on closing it, and in a waiting thread.

    The thread then cannot know the exit code and warns of it (CPython 3.11, `ThreadedChildWatcher._do_waitpid`).
    Nobody asks for the exit code of a worker.
    """
    return not str(record.msg).startswith("Unknown child process pid")
