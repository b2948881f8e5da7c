"""Turns at the services: at each one's pace, shared by every process of a workspace.

Each service has a file with its last departure, one with the pace that it announced and the pause that it asked for,
and as many lock files as requests may be in flight at once. The locks are the operating system's: a process that dies
gives its turns back.
"""

import asyncio
import hashlib
import re
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from random import random
from typing import Final

from filelock import FileLock, Timeout

from pipeline.errors import StoreError, Who
from pipeline.models.pace import Pace, PausedError
from pipeline.store.departures import last_departure, note_departure
from pipeline.store.turn_state import TurnState, believed, read_state, write_state

_SLACK: Final = 1.07
"""A service counts arrivals, and the way there takes now more, now less time: requests that leave exactly at its limit
would arrive above it. Seven per cent let eleven requests span 70 ms more than the interval."""
_LATENESS: Final = 0.1
"""The part of the spacing by which a departure may be late without moving those after it."""
_LONGEST_PAUSE: Final = 86_400.0
_POLL: Final = 0.01
_LONGEST_SLEEP: Final = 1.0
"""Seconds; what another process learns meanwhile is seen after that."""
_GUARD_PATIENCE: Final = 5.0
"""Seconds; the guard is held for less than one thousandth of that, unless its holder was stopped in that moment."""


class SharedTurns:
    """The turns of one workspace. One object a process and event loop."""

    def __init__(self, folder: Path, *, patience: float = 60.0) -> None:
        """`patience` is the longest pause in seconds that is waited for."""
        self._folder = folder
        self._patience = patience
        self._queues: dict[str, asyncio.Lock] = {}

    @asynccontextmanager
    async def turn(self, service: str, pace: Pace) -> AsyncIterator[None]:
        """Wait for a turn, in the order of asking; it lasts until the reply was read.

        Raises PausedError at once where the service asked for a pause of which more is left than is waited for.
        """
        name = _file_name(service)
        # One task at a time looks at the files; the others of this process wait in memory, first come, first served.
        async with self._queues.setdefault(name, asyncio.Lock()):
            slot = await self._slot(name, pace)
            try:
                await self._depart(name, pace)
            except BaseException:
                slot.release()
                raise
        try:
            yield
        finally:
            slot.release()

    def learn(self, service: str, pace: Pace) -> None:
        """Keep to this pace from now on, in every process: the service announced it."""
        announced, name = believed(pace), _file_name(service)
        if read_state(self._state(name)).pace == announced:
            return
        with self._guarded(service):
            self._note(name, read_state(self._state(name)), pace=announced)

    def pause(self, service: str, seconds: float) -> None:
        """Nobody asks this service for so long (at most a day): it told one of us to wait."""
        name, now, wanted = _file_name(service), time.time(), min(seconds, _LONGEST_PAUSE)
        with self._guarded(service):
            state = read_state(self._state(name))
            if state.paused_for(now) < wanted:
                self._note(name, state, paused_at=now, pause=wanted)

    async def _slot(self, name: str, pace: Pace) -> FileLock:
        """One of the places that may be in flight at once, as soon as one is free in any process."""
        while True:
            state = read_state(self._state(name))
            self._check_patience(state)
            for number in range((state.pace or pace).at_once):
                slot = self._lock(f"{name}+{number}")
                if _taken(slot):
                    return slot
            await asyncio.sleep(_POLL * (0.5 + random()))  # noqa: S311 - so that no process always comes second

    async def _depart(self, name: str, pace: Pace) -> None:
        """Come back at the moment of departure, which is on record then.

        Moments are not given out in advance: a task that wakes too late would leave together with the next one.
        """
        guard = self._lock(name)
        # Whatever else is ready runs before, not between the departure and the request: hundreds of tasks that begin
        # together would let the first request arrive late, and so too close to those that follow.
        await asyncio.sleep(0)
        while True:
            if not _taken(guard):
                await asyncio.sleep(_POLL / 5 * random())  # noqa: S311
                continue
            try:
                left = self._departed(name, pace)
            finally:
                guard.release()
            if left <= 0:
                return
            await asyncio.sleep(min(left, _LONGEST_SLEEP))

    def _departed(self, name: str, pace: Pace) -> float:
        """Seconds that are left to wait; where none are, the departure is noted."""
        now, state = time.time(), read_state(self._state(name))
        self._check_patience(state)
        path = self._folder / f"{name}.departed"
        departed, spacing = last_departure(path), (state.pace or pace).spacing * _SLACK
        # A departure that lies ahead shows a clock that was set back: it counts as having been now.
        left = max(min(departed, now) + spacing - now, state.paused_for(now))
        if left <= 0 or departed > now:
            # Who woke a little late does not make all that follow late too.
            note_departure(path, min(now, max(departed + spacing, now - spacing * _LATENESS)))
        return left

    @contextmanager
    def _guarded(self, service: str) -> Iterator[None]:
        guard = self._lock(_file_name(service))
        try:
            guard.acquire(timeout=_GUARD_PATIENCE, poll_interval=0.001)
        except Timeout as error:
            raise StoreError(
                f"the turns at {service} are held by a process that does not go on",
                remedy=f"Let it go on, or end it; {guard.lock_file} is its lock.",
                kind="turns_held",
                who=Who.PIPELINE,
            ) from error
        try:
            yield
        finally:
            guard.release()

    def _check_patience(self, state: TurnState) -> None:
        left = state.paused_for(time.time())
        if left > self._patience:
            raise PausedError(left)

    def _note(self, name: str, state: TurnState, **changes: object) -> None:
        write_state(self._state(name), state.model_copy(update=changes))

    def _state(self, name: str) -> Path:
        return self._folder / f"{name}.json"

    def _lock(self, name: str) -> FileLock:
        return FileLock(self._folder / f"{name}.lock", thread_local=False)


def _taken(lock: FileLock) -> bool:
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    return True


def _file_name(service: str) -> str:
    """A name that every file system takes; what had to be changed is told apart by its hash."""
    safe = re.sub(r"[^a-z0-9.-]", "_", service)[:60]
    return safe if safe == service else f"{safe}_{hashlib.sha256(service.encode()).hexdigest()[:12]}"
