"""Questions whose replies are not there yet, where nothing may be sent: they wait for a batch."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipeline.errors import DraftError, Who
from pipeline.models.ids import Sha256


@dataclass(frozen=True)
class Waiting:
    """A request that is to be sent by other means: its key, its body, and what it is for."""

    key: Sha256
    body: dict[str, Any]
    prompt: str
    attempt: int


class WaitingError(DraftError):
    """The replies to these requests are wanted; the draft goes on when they are there."""

    kind = "waiting"
    who = Who.PIPELINE

    def __init__(self, requests: Iterable[Waiting]) -> None:
        super().__init__("replies of the model are not there yet", remedy="Collect the batch, or run without one.")
        self.requests = tuple(requests)
