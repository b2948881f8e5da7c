"""The desk behind the screen: what touches the store happens there, in order, while the screen stays free."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Final, ParamSpec, TypeVar

from pipeline.config import Settings
from pipeline.errors import LaylineError
from pipeline.models.ids import PaperId
from pipeline.store.holds import Hold
from pipeline.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")

HOLD_SECONDS: Final = 60.0
"""How long a paper stays held without renewal: after a crash, others wait no longer than that."""


class Desk:
    """One thread that owns the store while the app runs: a store is for one thread, and the screen's is another."""

    def __init__(self, store: Store, settings: Settings, person: str) -> None:
        self.store = store
        self.settings = settings
        self.person = person
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self._held: set[PaperId] = set()

    async def do(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `function` on the desk's thread; what it raises is raised here."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(function, *args, **kwargs))

    def hold(self, paper_id: PaperId, seconds: float = HOLD_SECONDS) -> Hold:
        """Take a paper for this person, or go on holding it; gives who has it. On the desk's thread only."""
        self._held.add(paper_id)
        return self.store.holds.take(paper_id, self.person, seconds)

    def release(self, paper_id: PaperId) -> None:
        """Give a paper back. On the desk's thread only."""
        self._held.discard(paper_id)
        self.store.holds.release(paper_id, self.person)

    def close(self) -> None:
        """Wait for what was begun and give back every paper; the store may then be used by the caller again."""
        self._thread.shutdown(wait=True)
        for paper_id in tuple(self._held):
            with suppress(LaylineError):  # a database that is gone lets the hold end by itself
                self.release(paper_id)
