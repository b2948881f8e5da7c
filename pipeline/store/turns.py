"""Turns at the services: at each one's pace, shared by every process of a workspace.

Each service has a small file with its next free moment and the pace that it announced, and as many lock files as
requests may be in flight at once. The locks are the operating system's: a process that dies gives its turns back.
"""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from pipeline.models.pace import Pace
from pipeline.store.payloads import write_atomically

_SLACK: Final = 1.07
"""A service counts arrivals, and the way there takes now more, now less time: requests that leave exactly at its limit
would arrive above it. Seven per cent let eleven requests span 70 ms more than the interval."""
_FASTEST: Final = 150.0
"""Requests a second; what is announced above that (Crossref's paying pool) is more than a workspace needs."""
_TRUSTED: Final = 3_900.0
"""Seconds that a next free moment may lie ahead; more means that a clock was set back."""
_POLL: Final = 0.01


@dataclass
class _State:
    """What the processes of a workspace know of one service; moments in seconds since the epoch."""

    next_free: float = 0.0
    pace: tuple[float, float, int] | None = None


class SharedTurns:
    """The turns of one workspace. One object a process and event loop."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[str, asyncio.Lock] = {}

    @asynccontextmanager
    async def turn(self, service: str, pace: Pace) -> AsyncIterator[None]:
        """Wait for a turn, in the order of asking; it lasts until the reply was read."""
        name = _file_name(service)
        async with self._waiting.setdefault(name, asyncio.Lock()):
            slot = await self._slot(name, pace)
            try:
                await asyncio.sleep(max(0.0, await self._reserve(name, pace) - time.time()))
            except BaseException:
                slot.release()
                raise
        try:
            yield
        finally:
            slot.release()

    def learn(self, service: str, pace: Pace) -> None:
        """Keep to this pace from now on: the service announced it."""
        requests = min(pace.requests, _FASTEST * pace.seconds)
        announced = (requests, pace.seconds, pace.at_once)
        name = _file_name(service)
        if self._read(name).pace == announced:
            return
        with self._locked(name):
            state = self._read(name)
            state.pace = announced
            self._write(name, state)

    def pause(self, service: str, seconds: float) -> None:
        """Nobody asks this service for so long: it told one of us to wait."""
        name = _file_name(service)
        with self._locked(name):
            state = self._read(name)
            state.next_free = max(_trusted(state.next_free), time.time() + min(seconds, _TRUSTED / 2))
            self._write(name, state)

    async def _slot(self, name: str, pace: Pace) -> FileLock:
        """One of the places that may be in flight at once, as soon as one is free in any process."""
        while True:
            at_once = self._pace(name, pace).at_once
            for number in range(at_once):
                lock = FileLock(self._folder / f"{name}.{number}.lock", thread_local=False)
                try:
                    lock.acquire(blocking=False)
                except Timeout:
                    continue
                return lock
            await asyncio.sleep(_POLL)

    async def _reserve(self, name: str, pace: Pace) -> float:
        """The moment of this turn; the next one is moved on."""
        lock = FileLock(self._folder / f"{name}.lock", thread_local=False)
        while True:
            try:
                lock.acquire(blocking=False)
            except Timeout:
                await asyncio.sleep(_POLL / 5)
                continue
            try:
                state = self._read(name)
                moment = max(time.time(), _trusted(state.next_free))
                state.next_free = moment + self._pace(name, pace).spacing * _SLACK
                self._write(name, state)
            finally:
                lock.release()
            return moment

    def _pace(self, name: str, known: Pace) -> Pace:
        announced = self._read(name).pace
        return Pace(*announced) if announced else known

    def _locked(self, name: str) -> FileLock:
        self._folder.mkdir(parents=True, exist_ok=True)
        return FileLock(self._folder / f"{name}.lock", thread_local=False)

    def _read(self, name: str) -> _State:
        try:
            value = json.loads((self._folder / f"{name}.json").read_bytes())
            pace = value["pace"]
            return _State(float(value["next_free"]), (float(pace[0]), float(pace[1]), int(pace[2])) if pace else None)
        except (FileNotFoundError, ValueError, KeyError, TypeError, IndexError):
            # A state that is gone or was spoiled costs a moment of pace, nothing else: it begins anew.
            self._folder.mkdir(parents=True, exist_ok=True)
            return _State()

    def _write(self, name: str, state: _State) -> None:
        write_atomically(self._folder / f"{name}.json", json.dumps(asdict(state)).encode())


def _trusted(next_free: float) -> float:
    return next_free if next_free - time.time() < _TRUSTED else 0.0


def _file_name(service: str) -> str:
    return re.sub(r"[^A-Za-z0-9.-]", "_", service)[:100]
