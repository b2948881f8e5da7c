"""Collects what batches have answered: every reply onto disk first, then onto the record."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from pipeline.draft.asking.batch_wire import ENDED, Line, Remote, results, retrieve
from pipeline.draft.asking.cost import cost_of
from pipeline.draft.asking.ports import CallRecord
from pipeline.draft.asking.spoken import spoken_in
from pipeline.draft.asking.wire import refusal
from pipeline.errors import DraftError
from pipeline.models.ids import Sha256
from pipeline.models.status import Stage, StageError
from pipeline.retry import exponential, retrying
from pipeline.run.batch.sending import Post
from pipeline.run.context import Context
from pipeline.run.model_ports import LoggedCalls, StoredReplies, paper_at_work
from pipeline.store.batches import BatchRequest, BatchRow, BatchState, RequestState

MOST_TRIES: Final = 3
"""Batches in which one request may go unanswered before its paper fails: whatever is at fault, it is not chance."""


@dataclass(frozen=True)
class Collected:
    """What came of one batch: the server's word on it, and how many requests ended in which state."""

    row: BatchRow
    remote: Remote
    ended: bool
    counts: dict[str, int]


async def look(post: Post, row: BatchRow) -> Remote:
    """How a sent batch is at the server. Raises CallError."""
    remote_id = row.remote or ""
    remote = await retrying(
        lambda: retrieve(post.client, remote_id), wait=exponential(), ceiling=post.settings.retry_for
    )
    post.store.batches.note(row.id, status=remote.status)
    return remote


async def collect(post: Post, context: Context, row: BatchRow) -> Collected:
    """Take in what a batch has answered, if it has come to its end; again changes nothing. Raises CallError."""
    remote = await look(post, row)
    if remote.status not in ENDED:
        return Collected(row, remote, ended=False, counts={})
    lines = await retrying(lambda: results(post.client, remote), wait=exponential(), ceiling=post.settings.retry_for)
    requests = {request.request_hash: request for request in post.store.batches.requests(row.id)}
    known = [(line, requests[Sha256(line.custom_id)]) for line in lines if line.custom_id in requests]
    for line, request in known:
        await _take_in(post, context, row, line, request)
    ended = remote.said or f"the batch is {remote.status}"
    post.store.batches.finish(row.id, BatchState.COLLECTED, ended)
    settled = post.store.batches.requests(row.id)
    _fail_the_hopeless(context, settled)
    return Collected(row, remote, ended=True, counts=dict(Counter(each.state.value for each in settled)))


async def _take_in(post: Post, context: Context, row: BatchRow, line: Line, request: BatchRequest) -> None:
    if request.state is not RequestState.WAITING:
        return
    paper_at_work.set(request.paper_id)
    if line.body is not None:
        await StoredReplies(context).put(request.request_hash, line.body)
        await LoggedCalls(context, row.id).record(_record(post, request, line.body))
        post.store.batches.settle(row.id, [(request.request_hash, RequestState.ANSWERED, None)])
    else:
        said = f"{line.status or 'no status'}: {line.said or 'nothing was said'}"
        post.store.batches.settle(row.id, [(request.request_hash, RequestState.FAILED, said)])


def _record(post: Post, request: BatchRequest, body: bytes) -> CallRecord:
    settings, model = post.settings, post.settings.model or ""
    usage = spoken_in(body).usage
    cost = cost_of(usage, settings.prices.get(model))
    return CallRecord(
        request_hash=request.request_hash,
        model=model,
        prompt=request.prompt,
        attempt=request.attempt,
        cached=False,
        outcome="batch",
        status=200,
        usage=usage,
        cost=None if cost is None else cost * settings.batch_price_factor,
        seconds=0.0,
    )


def _fail_the_hopeless(context: Context, requests: list[BatchRequest]) -> None:
    """A request that the server refuses for good, or leaves unanswered time and again, fails its paper by name."""
    for request in requests:
        if request.state not in (RequestState.FAILED, RequestState.UNANSWERED):
            continue
        error = _refusal(request)
        tries = context.store.batches.tries(request.request_hash)
        if error.transient and tries < MOST_TRIES:
            continue  # it is asked again in the next batch
        row = context.store.papers.get(request.paper_id)
        said = f"{row.display_id}: {error.message} (in {tries} batches)"
        failed = DraftError(said, remedy=error.remedy or "Draft it with `layline run`.", kind=error.kind)
        context.fail(row.id, row.display_id, StageError.of(Stage.DRAFT, failed))


def _refusal(request: BatchRequest) -> DraftError:
    status, _, said = (request.detail or "").partition(": ")
    if status.isdigit():
        return refusal(int(status), said)
    return refusal(500, request.detail or "the batch came to its end without an answer")
