"""The pace at a model's server: requests and tokens a minute, shared by every process of a workspace.

A cell-rate meter (GCRA, ITU-T I.371) for each of the two: a file holds the moment until which what was already sent has
used up its share. It is guarded by a lock of the operating system's, which dies with its holder.
"""

import asyncio
import time
from pathlib import Path
from random import random
from typing import Final

from filelock import FileLock
from pydantic import Field, ValidationError

from pipeline.models.base import Frozen
from pipeline.store.payloads import write_atomically

_BURST: Final = 5.0
"""Seconds ahead of the even pace that may be sent at once: limits a minute are counted over some seconds."""
_LONGEST_SLEEP: Final = 1.0
_CLOCK_SLACK: Final = 3_600.0
"""Seconds; what is further ahead than an hour shows a clock that was set back, and is not waited for."""


class _Meter(Frozen):
    """Until when (seconds since the epoch) the shares of requests and of tokens are used up."""

    requests: float = Field(default=0.0, allow_inf_nan=False)
    tokens: float = Field(default=0.0, allow_inf_nan=False)


class TokenPace:
    """The meters of one server and model; None for a limit that is not set."""

    def __init__(self, path: Path, requests_per_minute: float | None, tokens_per_minute: float | None) -> None:
        self._path = path
        self._per_request = 60.0 / requests_per_minute if requests_per_minute else 0.0
        self._per_token = 60.0 / tokens_per_minute if tokens_per_minute else 0.0
        self._queue = asyncio.Lock()

    async def take(self, tokens: int) -> None:
        """Wait until a request of so many tokens may leave, in the order of asking."""
        if not self._per_request and not self._per_token:
            return
        async with self._queue:
            while (left := self._taken(tokens)) > 0:  # noqa: ASYNC110 - other processes move the meters too
                await asyncio.sleep(min(left, _LONGEST_SLEEP) * (1 + 0.05 * random()))  # noqa: S311

    def correct(self, tokens: int) -> None:
        """So many tokens more (or, below zero, fewer) were used than was taken."""
        if self._per_token and tokens:
            with self._lock():
                meter = self._read()
                self._write(meter.model_copy(update={"tokens": meter.tokens + tokens * self._per_token}))

    def _taken(self, tokens: int) -> float:
        """Seconds that are left to wait; where none are, the request is on the meters."""
        with self._lock():
            now, meter = time.time(), self._read()
            ahead = max(meter.requests if self._per_request else 0.0, meter.tokens if self._per_token else 0.0) - now
            if _BURST < ahead < _CLOCK_SLACK:
                return ahead - _BURST
            base = _Meter() if ahead >= _CLOCK_SLACK else meter
            self._write(
                _Meter(
                    requests=max(base.requests, now) + self._per_request,
                    tokens=max(base.tokens, now) + tokens * self._per_token,
                )
            )
            return 0.0

    def _lock(self) -> FileLock:
        return FileLock(self._path.with_suffix(".lock"), thread_local=False)

    def _read(self) -> _Meter:
        """The meters. A file that is gone or was spoiled costs a moment of pace, nothing else: it begins anew."""
        try:
            return _Meter.model_validate_json(self._path.read_bytes())
        except (FileNotFoundError, ValidationError):
            return _Meter()

    def _write(self, meter: _Meter) -> None:
        write_atomically(self._path, meter.model_dump_json().encode())
