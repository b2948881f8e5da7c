"""Collects what batches have answered: every reply onto disk first, then onto the record."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from pipeline.draft.asking.batch_wire import ENDED, Line, Remote, results, retrieve
from pipeline.draft.asking.call_error import CallError
from pipeline.draft.asking.cost import cost_of
from pipeline.draft.asking.ports import CallRecord
from pipeline.draft.asking.spoken import spoken_in
from pipeline.draft.asking.wire import GONE, refusal
from pipeline.errors import DraftError, Who
from pipeline.models.status import Stage, StageError
from pipeline.retry import exponential, retrying
from pipeline.run.batch.sending import Post, told_server
from pipeline.run.breaker import SETUP_KINDS
from pipeline.run.context import Context
from pipeline.run.model_ports import LoggedCalls, StoredReplies, paper_at_work
from pipeline.store.batches import BatchRequest, BatchRow, BatchState, RequestState
from pipeline.text.so_many import so_many

MOST_TRIES: Final = 3
"""Batches in which one request may go unanswered before its paper fails: whatever is at fault, it is not chance."""


@dataclass(frozen=True)
class Collected:
    """What came of one batch: the server's word on it, and how many requests ended in which state."""

    row: BatchRow
    remote: Remote | None
    ended: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    trouble: str = ""
    """Why it could not be collected, or not wholly, and what to do."""


async def look(post: Post, row: BatchRow) -> Remote:
    """How a sent batch is at the server. Raises CallError."""
    remote_id = row.remote or ""
    remote = await retrying(
        lambda: retrieve(post.client, remote_id), wait=exponential(), ceiling=post.settings.retry_for
    )
    post.store.batches.note(row.id, status=remote.status)
    return remote


async def looked_at(post: Post, row: BatchRow) -> Collected:
    """How a batch is; nothing is taken in or ended by it. Raises CallError for what is wrong with every batch."""
    if row.state is not BatchState.SENT:
        return Collected(row, None)
    if not post.owns(row):
        return Collected(row, None, trouble=_elsewhere(post, row))
    try:
        return Collected(row, await look(post, row))
    except CallError as error:
        _raise_unless_its_own(error)
        gone = "`layline batch collect` ends it and frees its papers."
        return Collected(row, None, trouble=f"{error.message}. {gone if error.kind == GONE else error.remedy}")


async def collect(post: Post, context: Context, row: BatchRow) -> Collected:
    """Take in what a batch has answered, if it has come to its end; again changes nothing.

    A batch that is lost, or cannot be read, keeps no other one back: that is told with it. Raises CallError for what
    is wrong with every batch.
    """
    if not post.owns(row):
        return Collected(row, None, trouble=_elsewhere(post, row))
    try:
        return await _collected(post, context, row)
    except CallError as error:
        _raise_unless_its_own(error)
        if error.kind != GONE:
            return Collected(row, None, trouble=f"{error.message}. {error.remedy}")
        counts = _ended(context, row, BatchState.GIVEN_UP, error.message)
        freed = "What it had not answered goes into the next `layline batch submit`, or is asked by `layline run`."
        return Collected(row, None, ended=True, counts=counts, trouble=f"{error.message}. {freed}")


def give_up(context: Context, row: BatchRow) -> Collected:
    """End a batch because a person says so; nothing is asked of the server."""
    return Collected(row, None, ended=True, counts=_ended(context, row, BatchState.GIVEN_UP, "it was given up"))


def _raise_unless_its_own(error: CallError) -> None:
    if error.transient or error.kind in SETUP_KINDS:
        raise error


def _elsewhere(post: Post, row: BatchRow) -> str:
    sent, now = told_server(row.server), told_server(post.server)
    return (
        f"it was sent to {sent}, and the server that is set now is {now}. Set OPENAI_BASE_URL as it was and collect "
        f"again, or do without its replies: layline batch collect --drop {row.id}"
    )


async def _collected(post: Post, context: Context, row: BatchRow) -> Collected:
    remote = await look(post, row)
    if remote.status not in ENDED:
        return Collected(row, remote)
    lines = await retrying(lambda: results(post.client, remote), wait=exponential(), ceiling=post.settings.retry_for)
    requests = {str(request.request_hash): request for request in post.store.batches.requests(row.id)}
    answers = _one_a_request(line for line in lines if line.custom_id in requests)
    for line in answers:
        await _take_in(post, context, row, line, requests[line.custom_id])
    short = _too_few(remote, answers)
    if short:
        again = (
            f"It is fetched again by the next collect; to do without the rest: layline batch collect --drop {row.id}"
        )
        return Collected(row, remote, counts=_counts(post.store.batches.requests(row.id)), trouble=f"{short}. {again}")
    counts = _ended(context, row, BatchState.COLLECTED, remote.said or f"the batch is {remote.status}")
    return Collected(row, remote, ended=True, counts=counts)


def _one_a_request(lines: Iterable[Line]) -> list[Line]:
    """The line of each request; where a server gives several, one that holds an answer."""
    chosen: dict[str, Line] = {}
    for line in lines:
        if line.custom_id not in chosen or (chosen[line.custom_id].body is None and line.body is not None):
            chosen[line.custom_id] = line
    return list(chosen.values())


def _too_few(remote: Remote, answers: Sequence[Line]) -> str:
    """What is missing in the files beside what the server counts: it was answered and paid for, and is not given up."""
    answered = sum(line.body is not None for line in answers)
    if answered >= remote.done or len(answers) >= remote.done + remote.failed:
        return ""
    file = f"the output file {remote.output_file}" if remote.output_file else "no output file"
    return f"the server counts {so_many(remote.done, 'answer')}, and {answered} can be read in {file}"


def _ended(context: Context, row: BatchRow, state: BatchState, why: str) -> dict[str, int]:
    batches = context.store.batches
    batches.finish(row.id, state, why)
    settled = batches.requests(row.id)
    _fail_the_hopeless(context, settled)
    return _counts(settled)


def _counts(requests: Iterable[BatchRequest]) -> dict[str, int]:
    return dict(Counter(each.state.value for each in requests))


async def _take_in(post: Post, context: Context, row: BatchRow, line: Line, request: BatchRequest) -> None:
    if request.state is RequestState.ANSWERED or (line.body is None and request.state is not RequestState.WAITING):
        return
    paper_at_work.set(request.paper_id)
    if line.body is not None:
        await StoredReplies(context).put(request.request_hash, line.body)
        await LoggedCalls(context, row.id).record(_record(post, row, request, line.body))
        post.store.batches.settle(row.id, [(request.request_hash, RequestState.ANSWERED, None)])
    else:
        said = f"{line.status or 'no status'}: {line.said or 'nothing was said'}"
        post.store.batches.settle(row.id, [(request.request_hash, RequestState.FAILED, said)])


def _record(post: Post, row: BatchRow, request: BatchRequest, body: bytes) -> CallRecord:
    # Another model may be set by now; what was asked is what is billed.
    settings, model = post.settings, row.model
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
    said = request.detail or "the batch came to its end without an answer"
    return DraftError(f"no batch answered what was asked about it: {said}", kind="unanswered", who=Who.PIPELINE)
