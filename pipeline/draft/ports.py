"""What a drafter needs from outside and is handed by its caller."""

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

    `outcome` is a name of `Outcome`, or the kind of the `DraftError` that the attempt ended in. `status` is the HTTP
    status, None where none was received or nothing was sent. `cost` is None where the model has no price or the
    server counted no tokens; a reply from the store costs nothing now and has None. `seconds` is wall time.
    """

    request_hash: Sha256
    model: str
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
