"""A paper as it lies before one reviewer: the case, its statements, what was seen of it. Made on the desk's thread."""

from dataclasses import dataclass

from pipeline.case import Case, open_case
from pipeline.models.ids import PaperId, Sha256
from pipeline.review.statement import ReviewStatement
from pipeline.review.statements import review_statements
from pipeline.tui.desk import Desk


@dataclass(frozen=True)
class Sitting:
    """Everything that the paper screen shows; a decision makes another of it."""

    case: Case
    statements: tuple[ReviewStatement, ...]
    seen: frozenset[Sha256]
    """Hashes of the statements that this person has marked as seen."""


def sit_down(desk: Desk, paper_id: PaperId) -> Sitting:
    """Open a paper for this desk's person. Raises StoreError."""
    case = open_case(desk.store, desk.store.papers.get(paper_id))
    return Sitting(case, review_statements(case.draft.summary, case.standing), frozenset())
