"""The desk behind the screen: what touches the store happens there, in order, while the screen stays free."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

from pipeline.config import Settings
from pipeline.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """One thread that owns the store while the app runs: a store is for one thread, and the screen's is another."""

    def __init__(self, store: Store, settings: Settings, person: str) -> None:
        self.store = store
        self.settings = settings
        self.person = person
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def do(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `function` on the desk's thread; what it raises is raised here."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(function, *args, **kwargs))

    def close(self) -> None:
        """Wait for what was begun; the store may then be used by the caller again."""
        self._thread.shutdown(wait=True)
