"""The ports through which the model drafter reaches the store: replies, calls, dialects."""

from contextvars import ContextVar

from pipeline.draft.asking.ports import CallRecord
from pipeline.draft.asking.speech import Speech
from pipeline.models.ids import PaperId, Sha256
from pipeline.run.context import Context
from pipeline.run.events import Called

paper_at_work: ContextVar[PaperId | None] = ContextVar("paper_at_work", default=None)
"""The paper that the current task is drafting: the drafters know nothing of the store's ids."""


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


class StoredDialects:
    """What earlier runs found out about servers, as drafters see it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(self, server: str, model: str) -> Speech | None:
        """The dialect that this model took at this server."""
        found = self._context.store.dialects.find(server, model)
        return None if found is None else Speech.model_validate_json(found)

    def remember(self, server: str, model: str, speech: Speech) -> None:
        """Keep a dialect, where it is news."""
        if self.find(server, model) != speech:
            self._context.store.dialects.remember(server, model, speech.model_dump_json())


class LoggedCalls:
    """The log of calls, as drafters see it; each is told to whoever is watching, too."""

    def __init__(self, context: Context, run: str) -> None:
        self._context = context
        self._run = run

    async def record(self, call: CallRecord) -> None:
        """File a call under the paper that is being drafted."""
        usage = call.usage
        tokens = {
            "prompt_tokens": usage.prompt_tokens if usage else None,
            "completion_tokens": usage.completion_tokens if usage else None,
        }
        row = {
            "paper_id": paper_at_work.get(),
            "request_hash": call.request_hash,
            "model": call.model,
            "prompt": call.prompt,
            "run": self._run,
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
        answered = call.status == 200 and not call.cached
        self._context.report(Called(call.outcome, from_disk=call.cached, cost=call.cost, answered=answered, **tokens))
