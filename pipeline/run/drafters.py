"""Who drafts in this run, and why."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from pipeline.config import Settings, Workspace
from pipeline.draft.asking.waiting import WaitingError
from pipeline.errors import DraftError, SetupError, said
from pipeline.models.draft import Provenance
from pipeline.models.ids import Sha256
from pipeline.models.paper import Paper
from pipeline.models.summary import DrafterKind, Summary
from pipeline.run.attempts import Attempt, Check
from pipeline.run.breaker import Breaker
from pipeline.run.budget import Budget
from pipeline.run.context import Context
from pipeline.run.mending import draft_and_mend
from pipeline.run.model_gate import model_gate
from pipeline.run.model_ports import LoggedCalls, StoredDialects, StoredReplies, paper_at_work
from pipeline.run.paper_work import extract
from pipeline.run.workers import WorkerError
from pipeline.store.papers import PaperRow

if TYPE_CHECKING:
    from openai import AsyncOpenAI

    from pipeline.draft.model import ModelDrafter


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
    "Set LAYLINE_MODEL and OPENAI_API_KEY (or OPENAI_BASE_URL for a server of your own); "
    "`layline run --drafter offline` drafts without a model."
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

    async def draft(self, row: PaperRow, paper: Paper, check: Check) -> Sequence[Attempt]:  # noqa: ARG002 - read by a worker
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
        checked = await check(Summary.model_validate_json(summary))
        return [Attempt(checked, Provenance(author=DrafterKind.OFFLINE.value))]


class ModelDrafting:
    """Drafting by a language model, each call filed under the paper that it was made for."""

    def __init__(self, drafter: "ModelDrafter", client: "AsyncOpenAI | None", breaker: Breaker, repairs: int) -> None:
        self._drafter = drafter
        self._client = client
        self._breaker = breaker
        self._repairs = repairs

    async def draft(self, row: PaperRow, paper: Paper, check: Check) -> Sequence[Attempt]:
        """The model's attempts. Raises DraftError, or SetupError when no other paper could be drafted either."""
        paper_at_work.set(row.id)
        try:
            attempts = await draft_and_mend(self._drafter, row, paper, check, self._repairs)
        except WaitingError:
            raise
        except DraftError as error:
            self._breaker.failed(error)
            raise
        self._breaker.succeeded()
        return attempts

    async def check_reachable(self) -> None:
        """Raises SetupError when nobody answers at the server's address; any answer at all will do."""
        if self._client is not None:
            await check_reachable(self._client)

    async def close(self) -> None:
        """Close the connections to the server."""
        if self._client is not None:
            await self._client.close()


def model_drafting(
    settings: Settings,
    workspace: Workspace,
    context: Context,
    concurrency: int,
    budget: Budget,
    *,
    run: str,
    gather: bool = False,
) -> ModelDrafting:
    """The model drafter of a run, with its ports into the store. `run` names the run in the log of calls.

    With `gather`, nothing is sent: what would be asked is gathered in the context, for a batch.
    """
    from pipeline.draft.asking.client import build_client  # noqa: PLC0415 - the SDK takes most of a second to import

    client = None if gather else build_client(settings)
    drafter = model_drafter(settings, workspace, context, client, budget, run=run)
    return ModelDrafting(drafter, client, Breaker(concurrency), settings.repairs)


def model_drafter(
    settings: Settings,
    workspace: Workspace,
    context: Context,
    client: "AsyncOpenAI | None",
    budget: Budget,
    *,
    run: str,
) -> "ModelDrafter":
    """The model drafter on a client; without one it only reads replies that are kept."""
    from pipeline.draft.asking.asker import Asker, Ports  # noqa: PLC0415
    from pipeline.draft.model import ModelDrafter  # noqa: PLC0415
    from pipeline.draft.recipes.recipe import load_prompts  # noqa: PLC0415

    gate = model_gate(settings, workspace, budget)
    ports = Ports(StoredReplies(context), LoggedCalls(context, run), gate, StoredDialects(context))
    return ModelDrafter(settings, Asker(settings, client, ports), load_prompts(workspace.prompts))


_START: Final = "Start the server or correct OPENAI_BASE_URL; `layline run --drafter offline` needs none."


async def check_reachable(
    client: "AsyncOpenAI", who: Literal["model", "judge"] = "model", remedy: str = _START
) -> None:
    """Raises SetupError when no connection to the server can be made, tried three times."""
    for wait in (0.5, 1.0, None):
        error = await _refused_connection(client)
        if error is None:
            return
        if wait is None:
            raise SetupError(
                f"no {who} answers at {client.base_url}: {said(error.__cause__ or error)}",
                remedy=remedy,
                kind=f"{who}_unreachable",
            ) from error
        await asyncio.sleep(wait)


async def _refused_connection(client: "AsyncOpenAI") -> Exception | None:
    """Why nobody is there; None where anything at all was answered, or is on its way."""
    import httpx2  # noqa: PLC0415 - comes with the SDK
    from openai import APIConnectionError, APIStatusError  # noqa: PLC0415

    from pipeline.draft.asking.bounded import EndlessAnswerError  # noqa: PLC0415

    try:
        async with asyncio.timeout(_LISTING_SECONDS):
            await client.get("/models", cast_to=httpx2.Response, options={"timeout": 5.0})
    except APIConnectionError as error:
        return error if isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout) else None
    except (TimeoutError, APIStatusError, EndlessAnswerError):
        return None
    return None


_LISTING_SECONDS: Final = 10.0
