"""A paper as it lies before one reviewer: the case, its statements, what was seen of it. Made on the desk's thread."""

from dataclasses import dataclass

from pipeline.case import Case, open_case
from pipeline.models.ids import PaperId
from pipeline.models.status import Status
from pipeline.review.statement import ReviewStatement
from pipeline.store.holds import Hold
from pipeline.store.unsaved import UnsavedEdit
from pipeline.tui.desk import Desk


@dataclass(frozen=True)
class Sitting:
    """Everything that the paper screen shows; a decision makes another of it."""

    case: Case
    status: Status
    """Where the paper stands by the record, which a decision changes."""
    seen: frozenset[str]
    """Places of the statements that this person has marked as seen, in exactly this form."""
    hold: Hold
    """Who has the paper: this person, or whoever was faster."""
    unsaved: tuple[UnsavedEdit, ...]

    @property
    def statements(self) -> tuple[ReviewStatement, ...]:
        """The page, line by line."""
        return self.case.statements


def sit_down(desk: Desk, paper_id: PaperId) -> Sitting:
    """Open a paper for this desk's person, and hold it. Raises StoreError."""
    hold = desk.hold(paper_id)
    case = open_case(desk.store, desk.store.papers.get(paper_id), desk.settings)
    return sit_before(desk, case, case.row.status, hold)


def sit_before(desk: Desk, case: Case, status: Status, hold: Hold) -> Sitting:
    """The sitting at a case that is open already, such as the one that a decision has left."""
    marks = desk.store.seen.by(case.row.id, desk.person)
    seen = frozenset(each.place for each in case.statements if (each.place, each.hash) in marks)
    return Sitting(case, status, seen, hold, desk.store.unsaved.all(case.row.id, desk.person))
