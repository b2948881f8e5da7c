"""Who drafts in this run, and why; and the ports through which the drafters reach the store."""

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from pipeline.config import Settings, Workspace
from pipeline.draft.ports import CallRecord
from pipeline.errors import DraftError, SetupError
from pipeline.models.draft import Provenance
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.paper import Paper
from pipeline.models.summary import DrafterKind, Summary
from pipeline.run.breaker import Breaker
from pipeline.run.context import Context
from pipeline.run.events import Called
from pipeline.run.paper_work import extract
from pipeline.run.workers import WorkerError
from pipeline.store.papers import PaperRow

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from pipeline.draft.model import ModelDrafter

_paper: ContextVar[PaperId | None] = ContextVar("paper", default=None)
"""The paper that the current task is drafting: the drafters know nothing of the store's ids."""


@dataclass(frozen=True)
class Choice:
    """The drafter of a run; `notice` tells what the person should know about the choice."""

    kind: DrafterKind
    name: str
    notice: str = ""


def choose(settings: Settings, wanted: Literal["auto", "model", "offline"]) -> Choice:
    """The model where one is configured, else the offline drafter. Raises SetupError for half a configuration."""
    if wanted == "offline":
        return Choice(DrafterKind.OFFLINE, "offline")
    configured = settings.model and (settings.api_key or settings.base_url)
    if configured and settings.model:
        return Choice(DrafterKind.MODEL, settings.model)
    if wanted == "model" or settings.base_url:
        raise SetupError(_what_is_missing(settings), remedy=_REMEDY, kind="no_model")
    return Choice(
        DrafterKind.OFFLINE,
        "offline",
        f"{_what_is_missing(settings)}: drafting offline, from the papers' own sentences, and marked so",
    )


_REMEDY: Final = (
    "Set LAYLINE_MODEL and OPENAI_API_KEY (or OPENAI_BASE_URL for a server of your own), or choose --drafter offline."
)


def _what_is_missing(settings: Settings) -> str:
    if settings.model:
        return f"the model {settings.model!r} is named, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set"
    where = "OPENAI_BASE_URL is set, but no model is named" if settings.base_url else "no model is named"
    return where + (" (OPENAI_API_KEY is set)" if settings.api_key else "")


def paper_hash_of(row: PaperRow) -> Sha256:
    """The hash of the parsed paper. Raises DraftError when there is none."""
    if row.paper_hash is None:
        raise DraftError("it has not been parsed", kind="not_parsed", remedy=f"Run: layline retry {row.display_id}")
    return row.paper_hash


class OfflineDrafter:
    """Extraction by rules. It cannot act on a reviewer's wish, so a paper with one waits for a model or an edit."""

    def __init__(self, context: Context, categories: tuple[str, ...]) -> None:
        self._context = context
        self._categories = categories

    async def draft(self, row: PaperRow, paper: Paper) -> tuple[Summary, Provenance]:  # noqa: ARG002 - read by a worker
        """The summary made of the paper's own sentences."""
        if row.note:
            raise DraftError(
                f"changes were requested ({row.note}), which the offline drafter cannot make",
                remedy=f"Configure a model and run again, or edit the draft: layline edit {row.display_id}",
                kind="needs_model",
            )
        path = self._context.store.parsed.path(paper_hash_of(row))
        try:
            summary = await self._context.workers.call(extract, path, self._categories)
        except WorkerError as error:
            raise DraftError(
                f"extracting its sentences failed: {error.message}",
                remedy="This is a fault in Layline: please report it with the paper.",
                kind=error.kind,
            ) from error
        return Summary.model_validate_json(summary), Provenance(author=DrafterKind.OFFLINE.value)


class ModelDrafting:
    """Drafting by a language model, each call filed under the paper that it was made for."""

    def __init__(self, drafter: "ModelDrafter", client: "AsyncOpenAI", breaker: Breaker) -> None:
        self._drafter = drafter
        self._client = client
        self._breaker = breaker

    async def draft(self, row: PaperRow, paper: Paper) -> tuple[Summary, Provenance]:
        """The model's summary. Raises DraftError, or SetupError when no other paper could be drafted either."""
        _paper.set(row.id)
        try:
            result = await self._drafter.draft(paper, attempt_from=row.next_attempt, note=row.note)
        except DraftError as error:
            self._breaker.failed(error)
            raise
        self._breaker.succeeded()
        return result.summary, result.provenance

    async def check_reachable(self) -> None:
        """Raises SetupError when nobody answers at the server's address; any answer at all will do."""
        await check_reachable(self._client)

    async def close(self) -> None:
        """Close the connections to the server."""
        await self._client.close()


def model_drafting(settings: Settings, workspace: Workspace, context: Context, concurrency: int) -> ModelDrafting:
    """The model drafter of a run, with its ports into the store."""
    from pipeline.draft.client import build_client  # noqa: PLC0415 - the SDK takes most of a second to import
    from pipeline.draft.model import DRAFT_VARIABLES, ModelDrafter  # noqa: PLC0415
    from pipeline.draft.prompt import load_prompt  # noqa: PLC0415

    prompt = load_prompt("draft", workspace.prompts, offered=DRAFT_VARIABLES)
    client = build_client(settings)
    drafter = ModelDrafter(settings, client, prompt, StoredReplies(context), LoggedCalls(context))
    return ModelDrafting(drafter, client, Breaker(concurrency))


async def check_reachable(client: "AsyncOpenAI") -> None:
    """Raises SetupError when no connection to the server can be made, tried three times."""
    import httpx2  # noqa: PLC0415 - comes with the SDK
    from openai import APIConnectionError, APIStatusError  # noqa: PLC0415

    for wait in (0.5, 1.0, None):
        try:
            await client.get("/models", cast_to=httpx2.Response, options={"timeout": 5.0})
        except APIConnectionError as error:
            if not isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout):
                return
            if wait is None:
                raise SetupError(
                    f"no model answers at {client.base_url}: {error.__cause__ or error}",
                    remedy="Start the server or correct OPENAI_BASE_URL; or choose --drafter offline.",
                    kind="model_unreachable",
                ) from error
            await asyncio.sleep(wait)
        except APIStatusError:
            return
        else:
            return


class StoredReplies:
    """The replies on disk, as drafters see them."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def get(self, key: Sha256) -> bytes | None:
        """The reply that is on disk under this request."""
        return self._context.store.replies.find(key)

    async def put(self, key: Sha256, raw: bytes) -> None:
        """Put a reply on disk, before anything else is done with it."""
        self._context.store.replies.replace(key, raw)


class LoggedCalls:
    """The log of calls, as drafters see it; each is told to whoever is watching, too."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def record(self, call: CallRecord) -> None:
        """File a call under the paper that is being drafted."""
        usage = call.usage
        tokens = {
            "prompt_tokens": usage.prompt_tokens if usage else None,
            "completion_tokens": usage.completion_tokens if usage else None,
        }
        row = {
            "paper_id": _paper.get(),
            "request_hash": call.request_hash,
            "model": call.model,
            "attempt": call.attempt,
            "outcome": str(call.outcome),
            "from_disk": call.cached,
            "status_code": call.status,
            "seconds": call.seconds,
            "cached_tokens": usage.cached_tokens if usage else None,
            "reasoning_tokens": usage.reasoning_tokens if usage else None,
            "cost": call.cost,
            **tokens,
        }
        self._context.store.calls.record_all([row])
        self._context.report(Called(call.outcome, from_disk=call.cached, cost=call.cost, **tokens))
