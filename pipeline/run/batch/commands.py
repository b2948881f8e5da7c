"""What `layline batch submit`, `status` and `collect` do from end to end."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pipeline.checks.severities import Severities
from pipeline.config import Settings, Workspace
from pipeline.draft.asking.client import build_client
from pipeline.draft.asking.cost import ceiling_of
from pipeline.draft.asking.request import tokens_of
from pipeline.errors import SetupError, UsageError
from pipeline.models.ids import PaperId
from pipeline.models.status import Status
from pipeline.models.summary import DrafterKind
from pipeline.run.batch.collecting import Collected, collect, give_up, looked_at
from pipeline.run.batch.sending import Post, Wanted, prepare, send
from pipeline.run.budget import price_for_budget
from pipeline.run.context import Context
from pipeline.run.drafters import check_reachable, choose
from pipeline.run.events import Noticed, Reporter
from pipeline.run.preparing import prepare_to_work
from pipeline.run.report import RunReport
from pipeline.run.start import Options, run
from pipeline.run.way_of_drafting import way_of_drafting
from pipeline.run.workers import Workers
from pipeline.store.batches import BatchRow, BatchState
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store

T = TypeVar("T")


@dataclass(frozen=True)
class Submitted:
    """The walk of the papers up to what has to be asked, the batches that were sent, and what the budget left out."""

    walked: RunReport
    batches: tuple[BatchRow, ...]
    requests: int
    left_out: int


def submit(
    workspace: Workspace, settings: Settings, names: Sequence[str], options: Options, report: Reporter
) -> Submitted:
    """Bring the papers as far as they go without a call, and send what is to be asked.

    What an earlier process left half-way is sent first. Raises SetupError where no model is set, CallError.
    """
    if choose(settings, "model").kind is not DrafterKind.MODEL:  # raises where none is configured
        raise SetupError("no model is set", kind="no_model")
    _with_post(workspace, settings, lambda post: _send_all(post, report))
    walked = run(workspace, settings, names, options, report)
    wanted = [Wanted(paper, request) for paper, some in walked.spending.gathered.items() for request in some]
    affordable = _within_budget(settings, wanted, options.may_spend(settings))

    async def send_them(post: Post) -> None:
        asked = {key for keys in post.store.batches.waiting().values() for key in keys}
        prepare(post, [each for each in affordable if each.request.key not in asked])
        await _send_all(post, report)

    _with_post(workspace, settings, send_them)
    with Store(workspace) as store:
        sent = tuple(row for row in store.batches.all(open_only=True) if row.state is BatchState.SENT)
    return Submitted(walked, sent, len(affordable), len(wanted) - len(affordable))


def status(workspace: Workspace, settings: Settings) -> list[Collected]:
    """Every batch that has not come to its end, with the server's word on it. Raises CallError."""

    async def ask(post: Post) -> list[Collected]:
        return [await looked_at(post, row) for row in post.store.batches.all(open_only=True)]

    return _with_post(workspace, settings, ask)


def drop(workspace: Workspace, names: Sequence[str], report: Reporter) -> list[Collected]:
    """End open batches unanswered, by our id, its beginning, or the server's id. Raises UsageError where none is so."""
    with Store(workspace) as store:
        context = Context(store, _no_workers(), report, Severities.of({}))
        rows = {row.id: row for row in (_named(store, name) for name in names)}
        return [give_up(context, row) for row in rows.values()]


def _named(store: Store, name: str) -> BatchRow:
    found = [row for row in store.batches.all(open_only=True) if row.remote == name or row.id.startswith(name)]
    if len(found) == 1 and name:
        return found[0]
    known = ", ".join(row.remote or row.id for row in store.batches.all(open_only=True)) or "none"
    raise UsageError(
        f"{len(found) or 'no'} open batches are called {name!r}",
        remedy=f"Name one by its id; those that have not come to their end: {known}.",
        kind="unknown_id",
    )


def collect_all(
    workspace: Workspace, settings: Settings, report: Reporter, dropped: Sequence[str] = ()
) -> tuple[list[Collected], RunReport]:
    """Take in what has been answered, and draft the papers whose replies are there; `dropped` are ended unanswered.

    Raises UsageError, CallError.
    """

    async def take(post: Post) -> list[Collected]:
        way = way_of_drafting(settings, workspace, DrafterKind.MODEL)
        context = Context(post.store, _no_workers(), report, Severities.of(settings.severities), way=way)
        await _send_all(post, report)
        sent = [row for row in post.store.batches.all(open_only=True) if row.state is BatchState.SENT]
        return [await collect(post, context, row) for row in sent]

    with Store(workspace) as store:
        before = set(store.batches.waiting())
    ended = drop(workspace, dropped, report)
    collected = [*ended, *_with_post(workspace, settings, take)]
    with Store(workspace) as store:
        free = tuple(row.id for row in _answered(store, before | _left_behind(store)))
    return collected, run(workspace, settings, [], Options(drafter="model", gather=True, papers=free), report)


def _left_behind(store: Store) -> set[PaperId]:
    """Papers whose replies an earlier process took in, and which it did not live to draft."""
    return {stage.paper_id for stage in store.stages.unfinished(store.batches.answered())}


def _answered(store: Store, papers: Iterable[PaperId]) -> list[PaperRow]:
    """Those of the papers that wait for nothing more, and have not failed over what came back."""
    rows = store.papers.many(set(papers) - set(store.batches.waiting())).values()
    return sorted((row for row in rows if row.status is not Status.FAILED), key=lambda row: row.id)


async def _send_all(post: Post, report: Reporter) -> None:
    """Send every batch that is prepared and was not sent yet, also those of earlier processes."""
    for row in post.store.batches.all(open_only=True):
        if row.state in (BatchState.PREPARED, BatchState.UPLOADED) and post.owns(row):
            sent = await send(post, row)
            if sent is not None:
                report(Noticed(f"batch {sent.id} was sent"))


def _within_budget(settings: Settings, wanted: Sequence[Wanted], budget: float | None) -> list[Wanted]:
    """As many of the requests, in order, as cannot cost more than the budget."""
    if budget is None:
        return list(wanted)
    price = price_for_budget(settings)
    kept, spent = [], 0.0
    for each in wanted:
        ceiling = ceiling_of(tokens_of(str(each.request.body)), settings.max_output_tokens, price) or 0.0
        spent += ceiling * settings.batch_price_factor
        if spent > budget:
            break
        kept.append(each)
    return kept


def _with_post(workspace: Workspace, settings: Settings, work: Callable[[Post], Awaitable[T]]) -> T:
    async def go() -> T:
        client = build_client(settings)
        try:
            await check_reachable(client)
            with Store(workspace, lease_seconds=settings.lease_seconds) as store:
                return await work(Post(store, workspace, settings, client))
        finally:
            await client.close()

    return asyncio.run(go())


def _no_workers() -> Workers:
    return Workers(1, seconds=1.0, prepare=prepare_to_work)
