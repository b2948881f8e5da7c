"""One run from the command line's words to its report: take in, choose the drafter, walk the line, tell."""

import asyncio
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal
from uuid import uuid4

from pipeline.checks.severities import Severities
from pipeline.config import Settings, Workspace
from pipeline.fetch.expand import expand
from pipeline.models.ids import PaperId
from pipeline.models.summary import DrafterKind
from pipeline.run.asking import ask_for, contact, without_fetching
from pipeline.run.breaker import SETUP_KINDS
from pipeline.run.budget import Budget
from pipeline.run.context import Context
from pipeline.run.draft_stage import Drafting
from pipeline.run.drafters import Choice, OfflineDrafter, check_reachable, choose, model_drafting
from pipeline.run.events import Began, Called, Event, Noticed, Reporter
from pipeline.run.intake import take_in
from pipeline.run.judging import Judging, judge_settings, judging
from pipeline.run.line import Limits, Line
from pipeline.run.needing_work import needing_work
from pipeline.run.parse_pool import OCR_KINDS, parse_pool
from pipeline.run.preparing import prepare_to_work
from pipeline.run.report import RunReport, Spending, count_by_status, papers_json, refused_json
from pipeline.run.watch_categories import Filing
from pipeline.run.way_of_drafting import way_of_drafting
from pipeline.run.workers import Workers
from pipeline.store.store import Store
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.run.web import Network


@dataclass(frozen=True)
class Options:
    """What the command line says about a run."""

    drafter: Literal["auto", "model", "offline"] = "auto"
    concurrency: int | None = None
    limit: int | None = None
    ocr: bool = False
    budget: float | None = None
    papers: tuple[PaperId, ...] | None = None
    """Papers of the workspace instead of named sources."""
    gather: bool = False
    """Ask nothing: gather the requests for a batch."""

    def may_spend(self, settings: Settings) -> float | None:
        """The budget of this run: what the command line says, nothing included, else what the settings say."""
        return settings.budget if self.budget is None else self.budget


def run(
    workspace: Workspace, settings: Settings, names: Sequence[str], options: Options, report: Reporter
) -> RunReport:
    """Bring the named papers, or with no names all that is unfinished, as far as they go without a person."""
    started = time.monotonic()
    choice = choose(settings, options.drafter)
    if choice.notice:
        report(Noticed(choice.notice))
    expanded = expand(names, sys.stdin)
    if expanded.ids:
        contact(settings)
    with Store(workspace, lease_seconds=settings.lease_seconds) as store:
        intake = take_in(store, expanded.files, max_bytes=settings.max_source_mb * 1_000_000, limit=options.limit)
        asked = ask_for(store, expanded.ids, among=intake.paper_ids(), limit=options.limit)
        named = [*intake.paper_ids(), *asked] if names else _unfinished(store, options.limit)
        paper_ids = named if options.papers is None else list(options.papers)
        if choice.kind is DrafterKind.MODEL:
            paper_ids = _not_in_a_batch(store, paper_ids, report)
        spending = asyncio.run(_walk(store, workspace, settings, choice, options, paper_ids, report))
        papers = [*papers_json(store, paper_ids), *map(refused_json, intake.refused)]
    return RunReport(
        papers=tuple(papers),
        spending=spending,
        drafter=choice.name,
        seconds=time.monotonic() - started,
        skipped_files=expanded.skipped,
        problems=expanded.problems,
        by_status=count_by_status(papers),
    )


def _not_in_a_batch(store: Store, paper_ids: list[PaperId], report: Reporter) -> list[PaperId]:
    """The papers without those whose replies are paid for in a batch that is under way."""
    waiting, rows = store.batches.waiting(), store.papers.many(paper_ids)
    free = [paper_id for paper_id in paper_ids if paper_id not in rows or rows[paper_id].id not in waiting]
    if len(free) < len(paper_ids):
        report(Noticed(f"{len(paper_ids) - len(free)} of these papers wait for a batch: layline batch collect"))
    return free


def _unfinished(store: Store, limit: int | None) -> list[PaperId]:
    rows = store.papers.all()
    waiting = {stage.paper_id for stage in store.stages.unfinished([row.id for row in rows])}
    failed = {row.id for row in rows if row.error is not None}
    return [row.id for row in rows if row.id in waiting | failed][:limit]


async def _walk(
    store: Store,
    workspace: Workspace,
    settings: Settings,
    choice: Choice,
    options: Options,
    paper_ids: list[PaperId],
    report: Reporter,
) -> Spending:
    spending = Spending()
    workers = Workers(settings.parse_workers, seconds=settings.parse_timeout, prepare=prepare_to_work)
    way = way_of_drafting(settings, workspace, choice.kind)
    context = Context(store, workers, _Counting(spending, report), Severities.of(settings.severities), way=way)
    limits = Limits(
        settings.fetch_concurrency, _concurrency(settings, options), settings.parse_workers, settings.lease_seconds
    )
    async with AsyncExitStack() as stack:
        scans = OCR_KINDS if options.ocr or settings.ocr else frozenset()
        store.stages.reopen_failed(paper_ids, SETUP_KINDS | scans, way)
        to_do = needing_work(store, paper_ids)
        report(Began(len(paper_ids), to_do, choice.name))
        if to_do:
            network = await _network(stack, context, workspace, settings, paper_ids)
            stack.push_async_callback(workers.close)
            if not options.gather:  # requests are only written down: nothing is drafted by rules or checked
                workers.start(to_do)  # while this process imports the model's SDK
            pool = await stack.enter_async_context(parse_pool(settings, ocr=options.ocr))
            drafting = await _drafting(choice, settings, workspace, context, options, stack)
            ready = paper_ids if network else without_fetching(store, paper_ids)
            await Line(context, pool, drafting, limits, network).run(ready)
            for path in network.cache.damaged if network else ():
                context.report(Noticed(f"a kept answer of a service was damaged and was asked for again: {path}"))
            spending.stopped, spending.gathered = context.halt.reason, context.gathered
    return spending


async def _network(
    stack: AsyncExitStack, context: Context, workspace: Workspace, settings: Settings, paper_ids: list[PaperId]
) -> "Network | None":
    """The network where the settings want one; that papers wait for it and cannot have it is told."""
    to_fetch = len(paper_ids) - len(without_fetching(context.store, paper_ids))
    if settings.contact is None:
        if to_fetch:
            context.report(
                Noticed(f"{so_many(to_fetch, 'paper')} to be fetched, which needs a contact in layline.toml")
            )
        return None
    if settings.lookup == "off" and not to_fetch:
        return None
    from pipeline.run.web import network  # noqa: PLC0415 - a run over files alone needs no network

    return await stack.enter_async_context(network(workspace, settings))


async def _drafting(
    choice: Choice, settings: Settings, workspace: Workspace, context: Context, options: Options, stack: AsyncExitStack
) -> Drafting:
    filing = Filing(context.store, settings.watch)
    if choice.kind is DrafterKind.OFFLINE:
        return Drafting(OfflineDrafter(context, settings.categories), filing)
    budget, run_id = Budget(options.may_spend(settings)), uuid4().hex
    concurrency = _concurrency(settings, options)
    drafting = model_drafting(settings, workspace, context, concurrency, budget, run=run_id, gather=options.gather)
    stack.push_async_callback(drafting.close)
    await drafting.check_reachable()
    judge = await _judging(settings, workspace, context, budget, options, stack, run=run_id)
    return Drafting(drafting, filing, judge)


_START_THE_JUDGE: Final = (
    "Start the judge's server, correct judge_base_url, or unset judge_model to draft without a judge."
)


async def _judging(
    settings: Settings,
    workspace: Workspace,
    context: Context,
    budget: Budget,
    options: Options,
    stack: AsyncExitStack,
    *,
    run: str,
) -> Judging | None:
    own = judge_settings(settings)
    if own is None:
        return None
    from pipeline.draft.asking.client import build_client  # noqa: PLC0415

    # A batch goes to the writer's server: a judge that has one of its own is asked at once.
    client = None if options.gather and settings.judge_base_url is None else build_client(own)
    if client is not None:
        stack.push_async_callback(client.close)
        if settings.judge_base_url is not None:
            await check_reachable(client, "judge", _START_THE_JUDGE)
    return judging(own, workspace, context, client, budget, run=run)


def _concurrency(settings: Settings, options: Options) -> int:
    return options.concurrency or settings.concurrency


class _Counting:
    """Adds up the calls of the run while it passes the events on."""

    def __init__(self, spending: Spending, report: Reporter) -> None:
        self._spending = spending
        self._report = report

    def __call__(self, event: Event) -> None:
        if isinstance(event, Called):
            self._count(event)
        self._report(event)

    def _count(self, call: Called) -> None:
        spending = self._spending
        if call.from_disk:
            spending.from_disk += 1
            return
        spending.calls += 1
        spending.prompt_tokens += call.prompt_tokens or 0
        spending.completion_tokens += call.completion_tokens or 0
        if call.cost is not None:
            spending.cost = (spending.cost or 0.0) + call.cost
        elif call.answered:
            spending.unpriced += 1
