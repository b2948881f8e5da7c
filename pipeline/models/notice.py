"""What was announced about an article after it appeared: retractions, corrections, versions."""

from collections.abc import Iterable
from enum import StrEnum

from pipeline.models.base import Frozen


class NoticeKind(StrEnum):
    """What a notice does to the article it is about. A new version of the article itself is not a notice."""

    RETRACTION = "retraction"
    PARTIAL_RETRACTION = "partial_retraction"
    WITHDRAWAL = "withdrawal"
    REMOVAL = "removal"
    EXPRESSION_OF_CONCERN = "expression_of_concern"
    CORRECTION = "correction"
    ERRATUM = "erratum"

    @property
    def holds(self) -> bool:
        """Whether a paper under such a notice is held for a person before anything is drafted or published."""
        return self not in (NoticeKind.CORRECTION, NoticeKind.ERRATUM)


class Notice(Frozen):
    """One notice: its own identifier (a DOI, or `PMID:…`) and date where they are known, and which services tell of it.

    `said_by` holds names of services; `date` is ISO 8601, as exact as was given.
    """

    kind: NoticeKind
    date: str | None = None
    id: str | None = None
    said_by: tuple[str, ...] = ()


def holding(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """The notices that hold a paper."""
    return tuple(notice for notice in notices if notice.kind.holds)
