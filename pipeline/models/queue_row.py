"""A paper as it stands in the reviewers' queue."""

from dataclasses import dataclass

from pipeline.models.ids import Doi, PaperId
from pipeline.models.paper import Basis
from pipeline.models.status import Status


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A paper in the queue.

    `blocking` and `warnings` count the findings of the draft that stands, waived ones among them. `quality` is that of
    the parse (0 to 1), `since` the moment (ISO 8601) from which this draft stands, `held_by` who has it open now.
    """

    id: PaperId
    doi: Doi | None
    title: str | None
    status: Status
    blocking: int
    warnings: int
    quality: float | None
    basis: Basis | None
    since: str
    categories: tuple[str, ...]
    has_draft: bool
    hold_reason: str | None
    held_by: str | None

    @property
    def display_id(self) -> str:
        """What people and scripts call it: its DOI, or its short id."""
        return self.doi or self.id

    @property
    def open_blocking(self) -> int:
        """The blocking findings of which some are open; none where the paper could be approved, all being waived."""
        return 0 if self.status in (Status.IN_REVIEW, Status.APPROVED, Status.PUBLISHED) else self.blocking

    @property
    def sought_in(self) -> str:
        """What a search looks through: title, DOI and id, without regard to case."""
        return f"{self.title or ''} {self.doi or ''} {self.id}".casefold()

    @property
    def is_abstract_only(self) -> bool:
        """Whether only the abstract could be read."""
        return self.basis is Basis.ABSTRACT_ONLY
