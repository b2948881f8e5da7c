"""The Batch API, as far as it is used: a file of requests goes up, a batch is made of it, its files come down.

Source: OpenAI's reference for files and batches: JSON lines with `custom_id`, `method`, `url`, `body`; at most 50,000
requests and 200 MB a file; results in any order, in an output file and an error file, either of which may be missing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.draft.asking.call_error import CallError
from pipeline.draft.asking.request import Api
from pipeline.draft.asking.wire import GONE, PATHS, named_faults, shortened, total_seconds

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MOST_REQUESTS: Final = 50_000
MOST_BYTES: Final = 200_000_000
ENDED: Final = frozenset({"completed", "expired", "cancelled", "failed"})
"""States after which nothing more comes; what an expired or cancelled batch had done is there, and is billed."""
_OURS: Final = "layline"
_FILE_SECONDS: Final = 3600.0
"""For a file on its way up or down, whatever its size."""
_PAGE: Final = 100
"""Batches that are listed at once: the most that the API allows."""


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
    async with named_faults(client, sought="place for files, and so no Batch API", seconds=_FILE_SECONDS):
        sent = await client.files.with_raw_response.create(file=path, purpose="batch")
    return str(_object(sent.content, "record of a file")["id"])


async def create(client: "AsyncOpenAI", input_file: str, ours: str, api: Api) -> Remote:
    """Make a batch of an input file; `ours` is our own id, kept with it. Raises CallError."""
    async with named_faults(client, sought=f"Batch API, or no file {input_file}", seconds=total_seconds(client)):
        made = await client.batches.with_raw_response.create(
            input_file_id=input_file,
            endpoint=f"/v1{PATHS[api]}",  # type: ignore[arg-type]
            completion_window="24h",
            metadata={_OURS: ours},
        )
    return _remote(_object(made.content, "record of a batch"))


async def retrieve(client: "AsyncOpenAI", remote: str) -> Remote:
    """How a batch is. Raises CallError (`gone` where the server has no such batch)."""
    async with named_faults(client, sought=f"batch {remote}", seconds=total_seconds(client)):
        found = await client.batches.with_raw_response.retrieve(remote)
    return _remote(_object(found.content, "record of a batch"))


async def find(client: "AsyncOpenAI", ours: str) -> Remote | None:
    """The batch that was made under our own id, if the server knows one. Raises CallError."""
    after: str | None = None
    while True:
        page = await _listed(client, after)
        batches = [_remote(each) for each in page if isinstance(each, dict) and isinstance(each.get("id"), str)]
        known = next((batch for batch in batches if batch.ours == ours), None)
        if known or not batches or batches[-1].id == after:
            return known
        after = batches[-1].id if len(batches) >= _PAGE else None
        if after is None:
            return None


async def _listed(client: "AsyncOpenAI", after: str | None) -> list[Any]:
    from openai import omit  # noqa: PLC0415  # comes with the client, which exists by now

    async with named_faults(client, sought="Batch API", seconds=total_seconds(client)):
        found = await client.batches.with_raw_response.list(limit=_PAGE, after=after or omit)
    listed = _decoded(found.content)
    data = listed.get("data") if isinstance(listed, dict) else None
    if not isinstance(data, list):
        raise _unreadable(found.content, "list of batches")
    return data


async def results(client: "AsyncOpenAI", remote: Remote) -> list[Line]:
    """Every line of the output and of the error file. Raises CallError (`gone` where the output is no longer there)."""
    answers = await _file(client, remote.output_file) if remote.output_file else []
    try:
        return [*answers, *(await _file(client, remote.error_file) if remote.error_file else [])]
    except CallError as error:
        if error.kind != GONE:
            raise
        return answers  # what failed is not told in words any more; it goes unanswered


async def _file(client: "AsyncOpenAI", file: str) -> list[Line]:
    async with named_faults(client, sought=f"file {file}", seconds=_FILE_SECONDS):
        content = await client.files.content(file)
    return list(_lines(content.content))


def _lines(content: bytes) -> Iterator[Line]:
    """Lines that can be read; whoever knows how many there should be sees that one is missing."""
    for raw in content.splitlines():
        row = _decoded(raw)
        if isinstance(row, dict) and isinstance(row.get("custom_id"), str):
            yield _line(row)


def _decoded(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _object(raw: bytes, what: str) -> dict[str, Any]:
    value = _decoded(raw)
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        return value
    raise _unreadable(raw, what)


def _unreadable(raw: bytes, what: str) -> CallError:
    """Not transient, so that nobody waits for minutes; without a status, so that nobody takes it for a refusal."""
    return CallError(
        f"the model's server answered what is no {what}: {shortened(raw[:400].decode('utf-8', 'replace'))}",
        kind="unreadable_answer",
        remedy="See what stands at OPENAI_BASE_URL (a sign-in page, a proxy), then run the same command again.",
    )


def _line(row: dict[str, Any]) -> Line:
    response = row["response"] if isinstance(row.get("response"), dict) else {}
    status, body = response.get("status_code"), response.get("body")
    error = row.get("error") or (body.get("error") if isinstance(body, dict) else None) or {}
    said = str(error.get("message") or error.get("code") or "") if isinstance(error, dict) else str(error)
    answered = status == 200 and isinstance(body, dict)
    encoded = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace") if answered else None
    return Line(row["custom_id"], status if isinstance(status, int) else None, encoded, said)


def _remote(batch: Mapping[str, Any]) -> Remote:
    counts, said = _part(batch, "request_counts"), _part(batch, "errors").get("data")
    output, errors = batch.get("output_file_id"), batch.get("error_file_id")
    return Remote(
        id=str(batch["id"]),
        status=str(batch.get("status")),
        ours=_part(batch, "metadata").get(_OURS),
        output_file=output if isinstance(output, str) and output else None,
        error_file=errors if isinstance(errors, str) and errors else None,
        done=_count(counts.get("completed")),
        failed=_count(counts.get("failed")),
        total=_count(counts.get("total")),
        said="; ".join(str(each.get("message")) for each in said if isinstance(each, dict))
        if isinstance(said, list)
        else "",
    )


def _part(batch: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = batch.get(name)
    return part if isinstance(part, dict) else {}


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
