"""What drafting would take, without a store, a server or a call."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from pipeline.config import Settings
from pipeline.draft.asking.asker import Asker, Ports
from pipeline.draft.asking.ports import Bill, CallRecord, CallSize
from pipeline.draft.asking.request import Request
from pipeline.draft.asking.speech import Speech
from pipeline.draft.model import Estimate, ModelDrafter
from pipeline.draft.recipes.recipe import load_prompts
from pipeline.models.ids import Sha256
from pipeline.models.paper import Paper


def estimator(settings: Settings, workspace_prompts: Path | None) -> Callable[[Paper], Estimate]:
    """A function from a paper to the estimate for it. Raises SetupError: no model is named, a prompt is unfit."""
    return _reckoner(settings, workspace_prompts).estimate


def requests_for(settings: Settings, workspace_prompts: Path | None) -> Callable[[Paper], list[Request[Any]]]:
    """A function from a paper to the requests by which its draft would begin. Raises SetupError as `estimator` does."""
    return _reckoner(settings, workspace_prompts).requests


def _reckoner(settings: Settings, workspace_prompts: Path | None) -> ModelDrafter:
    nothing = _Nothing()
    asker = Asker(settings, None, Ports(nothing, nothing, nothing, nothing))
    return ModelDrafter(settings, asker, load_prompts(workspace_prompts))


class _Nothing:
    """Keeps nothing, knows nothing, and lets nothing pass: the ports of a drafter that only reckons."""

    async def get(self, key: Sha256) -> bytes | None:  # noqa: ARG002
        return None

    async def put(self, key: Sha256, raw: bytes) -> None:
        raise NotImplementedError

    async def record(self, call: CallRecord) -> None:
        raise NotImplementedError

    def attempt(self, size: CallSize) -> AbstractAsyncContextManager[Bill]:
        raise NotImplementedError

    def find(self, server: str, model: str) -> Speech | None:  # noqa: ARG002
        return None

    def remember(self, server: str, model: str, speech: Speech) -> None:
        raise NotImplementedError
