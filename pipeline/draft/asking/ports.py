"""What a drafter needs from outside and is handed by its caller."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from pipeline.models.base import Frozen
from pipeline.models.draft import Usage
from pipeline.models.ids import Sha256


class Replies(Protocol):
    """Raw replies of models, kept for good under the key of the request that they answer."""

    async def get(self, key: Sha256) -> bytes | None:
        """The reply to this request, if one was kept."""

    async def put(self, key: Sha256, raw: bytes) -> None:
        """Keep a reply; when this returns, it survives the death of the process."""


class CallRecord(Frozen):
    """One HTTP attempt, or one reply taken from `Replies` instead of a call.

    `prompt` names what was asked. `outcome` is a name of `Outcome`, or the kind of the `DraftError` that the attempt
    ended in. `status` is the HTTP status, None where none was received or nothing was sent. `cost` is None where the
    model has no price or the server counted no tokens; a reply from the store costs nothing now and has None.
    `seconds` is wall time.
    """

    request_hash: Sha256
    model: str
    prompt: str
    attempt: int
    cached: bool
    outcome: str
    status: int | None
    usage: Usage | None
    cost: float | None
    seconds: float


class CallLog(Protocol):
    """Where each attempt is put on record."""

    async def record(self, call: CallRecord) -> None:
        """Put an attempt on record."""


class Bill(Protocol):
    """The place of one HTTP attempt in the accounts."""

    def settle(self, usage: Usage | None, cost: float | None) -> None:
        """What the server counted; what is not settled counts as its ceiling, since the server may have worked."""

    def release(self) -> None:
        """Nothing was done: the server refused, or was not reached."""


class Gate(Protocol):
    """Stands before each HTTP attempt, retries included: the pace of the workspace, and the budget of the run."""

    def attempt(self, size: "CallSize") -> AbstractAsyncContextManager[Bill]:
        """Wait for a turn. Raises SetupError (`budget`) where the call could pass the budget."""


class CallSize(Frozen):
    """What one attempt may take: tokens by estimate, and the cost at most (None where the model has no price)."""

    input_tokens: int
    output_tokens_at_most: int
    cost_at_most: float | None
