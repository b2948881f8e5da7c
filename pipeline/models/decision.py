"""Decisions: what a person decided about which content, each chained to the one before by hash."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from pipeline.models.base import Frozen
from pipeline.models.hashing import content_hash
from pipeline.models.ids import PaperId, Sha256

CHAIN_START: Final = Sha256("0" * 64)
"""What the first decision on a paper is chained to."""


class DecisionKind(StrEnum):
    """What was decided."""

    APPROVE = "approve"
    REJECT = "reject"
    REQUEST_CHANGES = "request_changes"
    EDIT = "edit"
    WAIVE = "waive"
    UNDO = "undo"
    """Takes back the last decision of the same person; both stay on record."""


class Decision(Frozen):
    """Who decided what, when, why, on which content; appended, never overwritten.

    `content_hash` is the content that was in front of the person; for an edit, `result_hash` is what became of
    it. `finding_key` and `check` name what was waived, `undoes` the number of the decision that was taken back.
    `previous` is the hash of the decision before, `hash` that of this one.
    """

    paper_id: PaperId
    sequence: int
    kind: DecisionKind
    by: str
    at: datetime
    reason: str
    content_hash: Sha256
    result_hash: Sha256 | None = None
    check: str | None = None
    finding_key: str | None = None
    undoes: int | None = None
    previous: Sha256
    hash: Sha256

    def computed_hash(self) -> Sha256:
        """The hash that this decision must carry, over all its other fields.

        `undoes` counts only where something is taken back: chains from before it existed stay sound.
        """
        unset = {"hash"} if self.undoes is not None else {"hash", "undoes"}
        return content_hash(self.model_dump(mode="json", exclude=unset))
