"""What a run tells while it goes on: typed events, rendered by whoever is watching."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.models.ids import PaperId
from pipeline.models.status import Stage, StageError, Status


@dataclass(frozen=True)
class Began:
    """The sources are taken in: so many papers, so many of which still need work."""

    papers: int
    to_do: int
    drafter: str


@dataclass(frozen=True)
class Settled:
    """A stage of a paper came to its end: the paper stands at `status` now, or failed with `error`."""

    paper_id: PaperId
    name: str
    stage: Stage
    status: Status
    error: StageError | None = None
    detail: str = ""


@dataclass(frozen=True)
class Called:
    """A model call ended (or its reply was already on disk); tokens and cost are None where unknown."""

    outcome: str
    from_disk: bool
    prompt_tokens: int | None
    completion_tokens: int | None
    cost: float | None
    answered: bool = False
    """Whether the server answered now, and may want to be paid."""


@dataclass(frozen=True)
class Noticed:
    """Something the person in front of the screen should know."""

    message: str


Event = Began | Settled | Called | Noticed
Reporter = Callable[[Event], None]
