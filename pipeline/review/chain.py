"""The chain of decisions: each carries the hash of the one before, so that none can be changed or dropped unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.models.decision import CHAIN_START, Decision, DecisionKind
from pipeline.models.ids import PaperId, Sha256
from pipeline.review.taken_back import why_not_taken_back


@dataclass(frozen=True)
class Verdict:
    """At which decision (from 1) a chain breaks, and how; None when it is sound."""

    broken_at: int | None = None
    why: str = ""

    @property
    def sound(self) -> bool:
        """Whether every decision stands as it was made."""
        return self.broken_at is None


@dataclass(frozen=True)
class Act:
    """What somebody wants to put on record; the chain adds number, time and hashes."""

    kind: DecisionKind
    by: str
    reason: str
    content_hash: Sha256
    result_hash: Sha256 | None = None
    check: str | None = None
    finding_key: str | None = None
    undoes: int | None = None


def link(paper_id: PaperId, decisions: Sequence[Decision], act: Act, at: datetime) -> Decision:
    """The decision that puts `act` on record behind the others."""
    draft = Decision(
        paper_id=paper_id,
        sequence=len(decisions) + 1,
        at=at,
        previous=decisions[-1].hash if decisions else CHAIN_START,
        hash=CHAIN_START,
        **act.__dict__,
    )
    return draft.model_copy(update={"hash": draft.computed_hash()})


def verify(decisions: Sequence[Decision], head: Sha256) -> Verdict:
    """Check number, predecessor and hash of every decision, what was taken back, and that the last is the `head`."""
    previous = CHAIN_START
    for number, decision in enumerate(decisions, start=1):
        if decision.sequence != number:
            return Verdict(number, f"decision {number} is missing")
        if decision.previous != previous:
            return Verdict(number, f"decision {number} does not follow the one before it")
        if decision.hash != decision.computed_hash():
            return Verdict(number, f"decision {number} was changed after it was made")
        if decision.kind is DecisionKind.UNDO and (why := why_not_taken_back(decision, decisions[: number - 1])):
            return Verdict(number, why)
        previous = decision.hash
    if previous != head:
        return Verdict(len(decisions) + 1, "decisions at the end of the chain are missing")
    return Verdict()
