"""The order of the queue and what is shown of it, as pure functions of its rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from pipeline.models.queue_row import QueueRow
from pipeline.models.status import Status

WAITING: Final = (Status.IN_REVIEW, Status.BLOCKED, Status.HELD)
"""The statuses of papers that may wait for a person."""


class QueueOrder(StrEnum):
    """What stands first in the queue."""

    RISK = "risk"
    """Where a reader is most at risk: see `riskiest_first`."""
    READY = "ready"
    """What can be approved now; papers with blocking findings come last."""
    WAITING = "waiting"
    """What has waited longest."""
    TITLE = "title"


@dataclass(frozen=True)
class QueueFilter:
    """What is shown: rows that fit everything given. `text` is sought in title, DOI and id, whatever its case."""

    text: str = ""
    status: Status | None = None
    category: str | None = None

    def fits(self, row: QueueRow) -> bool:
        """Whether a row is shown."""
        return (
            self.status in (None, row.status)
            and (self.category is None or self.category in row.categories)
            and all(word in row.sought_in for word in self.words)
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words that are sought."""
        return tuple(self.text.casefold().split())


def waits(row: QueueRow) -> bool:
    """Whether a person has to look. Of held papers, those that were drafted and then held by what was announced since.

    Notices and papers that were retracted before any draft wait for nobody, nor do those that a person rejected.
    """
    if row.status is not Status.HELD:
        return row.status in WAITING
    return row.has_draft and not (row.hold_reason or "").startswith("rejected by ")


def arranged(rows: Iterable[QueueRow], order: QueueOrder, wanted: QueueFilter | None = None) -> Sequence[QueueRow]:
    """The rows that fit, in this order."""
    chosen = wanted or QueueFilter()
    return sorted((row for row in rows if chosen.fits(row)), key=_KEYS[order])


def riskiest_first(row: QueueRow) -> tuple[Any, ...]:
    """Where a reader is most at risk comes first; in this order of weight.

    1. papers held for what was announced about them (a retraction, a concern), since their pages may be out already;
    2. more blocking findings, each of which stands for what must not be published, unless all are waived;
    3. only the abstract could be read, so that most statements cannot be held against methods and results;
    4. more warnings;
    5. a lower quality of the parse, since quotes and numbers may have been misread; unknown counts as 0;
    6. a longer wait.
    """
    return (
        row.status is not Status.HELD,
        -row.open_blocking,
        not row.is_abstract_only,
        -row.warnings,
        row.quality or 0.0,
        row.since,
        row.id,
    )


def _ready_first(row: QueueRow) -> tuple[Any, ...]:
    return row.status is not Status.IN_REVIEW, row.blocking, row.warnings, row.since, row.id


def _longest_wait_first(row: QueueRow) -> tuple[Any, ...]:
    return row.since, row.id


def _by_title(row: QueueRow) -> tuple[Any, ...]:
    return (row.title or "").casefold(), row.id


_KEYS: Final[dict[QueueOrder, Callable[[QueueRow], tuple[Any, ...]]]] = {
    QueueOrder.RISK: riskiest_first,
    QueueOrder.READY: _ready_first,
    QueueOrder.WAITING: _longest_wait_first,
    QueueOrder.TITLE: _by_title,
}
