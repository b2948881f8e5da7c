"""Asks PubMed for many articles in one call: it allows three calls a second, but two hundred ids in each."""

import asyncio
from typing import Final

from pipeline.fetch.services.pubmed import PubMed
from pipeline.fetch.web.errors import WebError
from pipeline.models.ids import Pmid
from pipeline.models.record import Account

_GATHER_SECONDS: Final = 0.15
_MOST: Final = 200


class PubMedTogether:
    """Gathers what is asked within a moment into one call."""

    def __init__(self, pubmed: PubMed) -> None:
        self._pubmed = pubmed
        self._waiting: dict[Pmid, asyncio.Future[Account | None]] = {}
        self._calls: set[asyncio.Task[None]] = set()

    async def account(self, pmid: Pmid) -> Account | None:
        """What PubMed says of an article, or None. Raises WebError."""
        if pmid not in self._waiting:
            self._waiting[pmid] = asyncio.get_running_loop().create_future()
            if len(self._waiting) == 1:
                call = asyncio.create_task(self._call())
                self._calls.add(call)
                call.add_done_callback(self._calls.discard)
        return await asyncio.shield(self._waiting[pmid])

    async def _call(self) -> None:
        await asyncio.sleep(_GATHER_SECONDS)
        waiting, self._waiting = self._waiting, {}
        ids = list(waiting)
        for start in range(0, len(ids), _MOST):
            await self._answer({pmid: waiting[pmid] for pmid in ids[start : start + _MOST]})

    async def _answer(self, waiting: dict[Pmid, asyncio.Future[Account | None]]) -> None:
        try:
            accounts = await self._pubmed.accounts(list(waiting))
        except WebError as error:
            for future in waiting.values():
                future.set_exception(error)
            return
        for pmid, future in waiting.items():
            future.set_result(accounts.get(pmid))
