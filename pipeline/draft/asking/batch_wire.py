"""The Batch API, as far as it is used: a file of requests goes up, a batch is made of it, its files come down.

Source: OpenAI's reference for files and batches: JSON lines with `custom_id`, `method`, `url`, `body`; at most 50,000
requests and 200 MB a file; results in any order, in an output file and an error file, either of which may be missing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.draft.asking.request import Api
from pipeline.draft.asking.wire import PATHS, named_faults

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MOST_REQUESTS: Final = 50_000
MOST_BYTES: Final = 200_000_000
ENDED: Final = frozenset({"completed", "expired", "cancelled", "failed"})
"""States after which nothing more comes; what an expired or cancelled batch had done is there, and is billed."""
_OURS: Final = "layline"


@dataclass(frozen=True)
class Remote:
    """A batch as the server tells of it."""

    id: str
    status: str
    ours: str | None
    output_file: str | None
    error_file: str | None
    done: int
    failed: int
    total: int
    said: str


@dataclass(frozen=True)
class Line:
    """One line of a result: the request's id, and the body of its answer with its status, or what went wrong."""

    custom_id: str
    status: int | None
    body: bytes | None
    said: str


def line_of(custom_id: str, body: Mapping[str, Any], api: Api) -> bytes:
    """One request as a line of the input file."""
    row = {"custom_id": custom_id, "method": "POST", "url": f"/v1{PATHS[api]}", "body": body}
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


async def upload(client: "AsyncOpenAI", path: Path) -> str:
    """Send an input file; its id at the server. Raises CallError."""
    async with named_faults(client):
        sent = await client.files.create(file=path, purpose="batch")
    return sent.id


async def create(client: "AsyncOpenAI", input_file: str, ours: str, api: Api) -> Remote:
    """Make a batch of an input file; `ours` is our own id, kept with it. Raises CallError."""
    async with named_faults(client):
        made = await client.batches.create(
            input_file_id=input_file,
            endpoint=f"/v1{PATHS[api]}",  # type: ignore[arg-type]
            completion_window="24h",
            metadata={_OURS: ours},
        )
    return _remote(made)


async def retrieve(client: "AsyncOpenAI", remote: str) -> Remote:
    """How a batch is. Raises CallError."""
    async with named_faults(client):
        return _remote(await client.batches.retrieve(remote))


async def find(client: "AsyncOpenAI", ours: str) -> Remote | None:
    """The batch that was made under our own id, if the server knows one. Raises CallError."""
    async with named_faults(client):
        async for each in client.batches.list(limit=100):
            if (each.metadata or {}).get(_OURS) == ours:
                return _remote(each)
    return None


async def results(client: "AsyncOpenAI", remote: Remote) -> list[Line]:
    """Every line of the output and of the error file. Raises CallError."""
    lines: list[Line] = []
    for file in (remote.output_file, remote.error_file):
        if file is not None:
            async with named_faults(client):
                content = await client.files.content(file)
            lines += _lines(content.content)
    return lines


def _lines(content: bytes) -> Iterator[Line]:
    """Lines that can be read; one that cannot is nobody's answer, and its request counts as unanswered."""
    for raw in content.splitlines():
        try:
            row = json.loads(raw)
        except ValueError:
            continue
        if isinstance(row, dict) and isinstance(row.get("custom_id"), str):
            yield _line(row)


def _line(row: dict[str, Any]) -> Line:
    response = row["response"] if isinstance(row.get("response"), dict) else {}
    status, body = response.get("status_code"), response.get("body")
    error = row.get("error") or (body.get("error") if isinstance(body, dict) else None) or {}
    said = str(error.get("message") or error.get("code") or "") if isinstance(error, dict) else str(error)
    answered = status == 200 and isinstance(body, dict)
    encoded = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace") if answered else None
    return Line(row["custom_id"], status if isinstance(status, int) else None, encoded, said)


def _remote(batch: Any) -> Remote:
    counts = batch.request_counts
    errors = batch.errors.data if batch.errors and batch.errors.data else []
    return Remote(
        id=batch.id,
        status=batch.status,
        ours=(batch.metadata or {}).get(_OURS),
        output_file=batch.output_file_id,
        error_file=batch.error_file_id,
        done=counts.completed if counts else 0,
        failed=counts.failed if counts else 0,
        total=counts.total if counts else 0,
        said="; ".join(str(error.message) for error in errors),
    )
