"""The order of the stages: fetched, received, parsed, drafted, checked; the only place where the rooms meet.

Each stage is claimed in the store before it starts and settled there when it ends, so that any number of runs may
work on one workspace, and a run that was killed is taken up by the next where it stopped.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.errors import SetupError
from pipeline.models.ids import PaperId
from pipeline.models.source import MediaType
from pipeline.models.status import Stage, Status
from pipeline.run.context import Context
from pipeline.run.draft_stage import Drafting, draft_stage
from pipeline.run.events import Noticed
from pipeline.run.fetch_stage import fetch_stage
from pipeline.run.parse_pool import ParsePool
from pipeline.run.parse_stage import parse_stage

if TYPE_CHECKING:
    from pipeline.run.web import Network

_POLL_SECONDS: Final = 0.5
_PARSE_CLAIM: Final = 4
"""Papers that one parsing worker claims at once: few enough to share them out, enough to spare the database."""


@dataclass(frozen=True)
class Limits:
    """How much goes on at once, and for how long a claim holds without a sign of life (seconds)."""

    fetching: int
    drafting: int
    parsing: int
    lease_seconds: float


@dataclass(frozen=True)
class Line:
    """One run over some papers."""

    context: Context
    pool: ParsePool
    drafting: Drafting
    limits: Limits
    network: "Network | None" = None
    """None: nothing is fetched and nothing looked up."""

    async def run(self, paper_ids: Sequence[PaperId]) -> None:
        """Bring every paper as far as it goes without a person. Raises SetupError when nothing can go on."""
        heartbeat = asyncio.create_task(self._heartbeat())
        try:
            await self._until_finished(paper_ids)
        except* SetupError as group:
            raise group.exceptions[0] from None
        finally:
            heartbeat.cancel()
            with suppress(asyncio.CancelledError):
                await heartbeat
            self.context.store.stages.release_all()

    async def _until_finished(self, paper_ids: Sequence[PaperId]) -> None:
        told = False
        while waiting := self._unfinished(paper_ids):
            worked = await _Pass(self, waiting).run()
            if self.context.halt.reason is not None:
                return
            if worked:
                continue
            if not told:
                held = f"{len(waiting)} of these papers are held by another process; waiting for it"
                self.context.report(Noticed(held))
                told = True
            await asyncio.sleep(_POLL_SECONDS)

    def _unfinished(self, paper_ids: Sequence[PaperId]) -> dict[PaperId, Stage]:
        rows = self.context.store.papers.many(paper_ids)
        order = dict.fromkeys(rows[paper_id].id for paper_id in paper_ids if paper_id in rows)
        waiting = {stage.paper_id: stage.stage for stage in self.context.store.stages.unfinished(order)}
        left = waiting.keys() - self.context.gathered.keys()
        return {paper_id: waiting[paper_id] for paper_id in order if paper_id in left}

    async def _heartbeat(self) -> None:
        while True:
            await asyncio.sleep(self.limits.lease_seconds / 3)
            self.context.store.stages.renew()


class _Pass:
    """One go over what is unfinished. JATS files are parsed before all others, so that they are what is drafted."""

    def __init__(self, line: Line, waiting: dict[PaperId, Stage]) -> None:
        self._line = line
        self._context = line.context
        self._waiting = waiting
        self._to_draft: asyncio.Queue[PaperId | None] = asyncio.Queue()
        self._worked = 0

    async def run(self) -> int:
        """How many stages were worked on here."""
        for paper_id, stage in self._waiting.items():
            if stage not in (Stage.FETCH, Stage.PARSE):
                self._to_draft.put_nowait(paper_id)
        async with asyncio.TaskGroup() as tasks:
            drafters = [tasks.create_task(self._draft_all()) for _ in range(self._line.limits.drafting)]
            async with asyncio.TaskGroup() as sources:
                sources.create_task(self._parse_waves())
                self._start_fetching(sources)
            for _ in drafters:
                self._to_draft.put_nowait(None)
        return self._worked

    async def _parse_waves(self) -> None:
        for wave in self._waves():
            await self._parse_wave(wave)

    def _start_fetching(self, tasks: asyncio.TaskGroup) -> None:
        pending = deque(paper_id for paper_id, stage in self._waiting.items() if stage is Stage.FETCH)
        if self._line.network is not None:
            for _ in range(min(len(pending), self._line.limits.fetching)):
                tasks.create_task(self._fetch_all(self._line.network, pending))

    async def _fetch_all(self, network: "Network", pending: deque[PaperId]) -> None:
        while pending:
            for paper_id in self._context.store.stages.claim(Stage.FETCH, [pending.popleft()], 1):
                self._worked += 1
                fetched = await fetch_stage(self._context, network, paper_id)
                if fetched is not None:
                    await self._parse_all(deque([fetched]))

    def _waves(self) -> list[list[PaperId]]:
        to_parse = [paper_id for paper_id, stage in self._waiting.items() if stage is Stage.PARSE]
        sources = self._context.store.papers.preferred_sources(to_parse)
        jats = [p for p in to_parse if p in sources and sources[p].media_type is MediaType.JATS]
        others = set(to_parse) - set(jats)
        return [jats, [paper_id for paper_id in to_parse if paper_id in others]]

    async def _parse_wave(self, wave: list[PaperId]) -> None:
        pending = deque(wave)
        async with asyncio.TaskGroup() as tasks:
            for _ in range(min(len(wave), self._line.limits.parsing)):
                tasks.create_task(self._parse_all(pending))

    async def _parse_all(self, pending: deque[PaperId]) -> None:
        while pending:
            some = [pending.popleft() for _ in range(min(_PARSE_CLAIM, len(pending)))]
            for paper_id in self._context.store.stages.claim(Stage.PARSE, some, len(some)):
                self._worked += 1
                taken = await parse_stage(self._context, self._line.pool, self._line.network, paper_id)
                if taken is not None and taken.status is Status.PARSED:
                    self._to_draft.put_nowait(taken.paper_id)

    async def _draft_all(self) -> None:
        while (paper_id := await self._to_draft.get()) is not None:
            if self._context.halt.reason is None:
                self._worked += await draft_stage(self._context, self._line.drafting, paper_id)
