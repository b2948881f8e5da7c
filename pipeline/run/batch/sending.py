"""Sends gathered requests as batches; each is on record before it leaves, and sent once whatever happens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from pipeline.config import Settings, Workspace
from pipeline.draft.asking.batch_wire import MOST_BYTES, MOST_REQUESTS, Remote, create, find, line_of, upload
from pipeline.draft.asking.call_error import CallError
from pipeline.draft.asking.request import Api
from pipeline.draft.asking.waiting import Waiting
from pipeline.models.ids import PaperId
from pipeline.retry import exponential, retrying
from pipeline.store.batches import BatchRequest, BatchRow, BatchState
from pipeline.store.payloads import write_atomically
from pipeline.store.store import Store

if TYPE_CHECKING:
    from openai import AsyncOpenAI


def told_server(server: str) -> str:
    """A server as a person is told of it: without a name and password that may stand in its address."""
    if server == "openai":
        return "OpenAI's own (no OPENAI_BASE_URL)"
    parts = urlsplit(server)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


@dataclass(frozen=True)
class Wanted:
    """One request, for one paper."""

    paper_id: PaperId
    request: Waiting


@dataclass(frozen=True)
class Post:
    """Where batches go out from."""

    store: Store
    workspace: Workspace
    settings: Settings
    client: "AsyncOpenAI"

    @property
    def server(self) -> str:
        """The server, as batches name it."""
        return self.settings.base_url or "openai"

    def owns(self, row: BatchRow) -> bool:
        """Whether a batch is at the server that is set now."""
        return row.server.rstrip("/") == self.server.rstrip("/")

    def file_of(self, batch: str) -> Path:
        """The input file of a batch."""
        return self.workspace.state / "batches" / f"{batch}.jsonl"


def prepare(post: Post, wanted: Sequence[Wanted]) -> list[str]:
    """Put requests on record in as many batches as the limits of a file demand; their ids."""
    made = []
    for model, same in groupby(sorted(wanted, key=_model_of), _model_of):
        for some in _within_limits(list(same), post.settings.api):
            requests = [BatchRequest(w.request.key, w.paper_id, w.request.prompt, w.request.attempt) for w, _ in some]
            batch = post.store.batches.prepare(post.server, model, requests)
            path = post.file_of(batch)
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, b"".join(line for _, line in some))
            made.append(batch)
    return made


def _model_of(wanted: Wanted) -> str:
    """A batch is for one model, and is priced as such."""
    return str(wanted.request.body["model"])


def _within_limits(wanted: Sequence[Wanted], api: Api) -> Iterator[list[tuple[Wanted, bytes]]]:
    some: list[tuple[Wanted, bytes]] = []
    size = 0
    for each in wanted:
        line = line_of(each.request.key, each.request.body, api)
        if some and (len(some) == MOST_REQUESTS or size + len(line) > MOST_BYTES):
            yield some
            some, size = [], 0
        some.append((each, line))
        size += len(line)
    if some:
        yield some


async def send(post: Post, row: BatchRow) -> Remote | None:
    """Bring a batch to the server, from wherever an earlier process left it.

    None where its file is gone: it was never sent, and its requests go into the next one. Raises CallError; a refusal
    that is not transient means that the server will not take the batch, and is on record.
    """
    batches = post.store.batches
    try:
        return await retrying(lambda: _sent(post, row), wait=exponential(), ceiling=post.settings.retry_for)
    except CallError as error:
        if not error.transient and error.status is not None:  # else nobody knows whether it was taken
            batches.finish(row.id, BatchState.REFUSED, error.message)
        raise


async def _sent(post: Post, row: BatchRow) -> Remote | None:
    batches, path = post.store.batches, post.file_of(row.id)
    found = await find(post.client, row.id) if row.state is BatchState.UPLOADED else None
    if found is None:
        if not path.exists():
            batches.finish(row.id, BatchState.REFUSED, "its file was lost before it was sent")
            return None
        file = row.input_file or await upload(post.client, path)
        batches.note(row.id, state=BatchState.UPLOADED.value, input_file=file)
        found = await create(post.client, file, row.id, post.settings.api)
    batches.note(row.id, state=BatchState.SENT.value, remote=found.id, status=found.status)
    return found
