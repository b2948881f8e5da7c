"""Which decisions count: an undo takes back the decision that it names; neither of the two counts any more."""

from collections.abc import Sequence

from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.person import same_person


def effective(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that count, in their order."""
    gone = {decision.undoes for decision in decisions if decision.kind is DecisionKind.UNDO}
    return tuple(d for d in decisions if d.kind is not DecisionKind.UNDO and d.sequence not in gone)


def why_not_taken_back(undo: Decision, before: Sequence[Decision]) -> str | None:
    """Why an undo is none: it must name the last decision that counts, and be made by the same person."""
    counting = effective(before)
    if not counting or counting[-1].sequence != undo.undoes:
        return f"decision {undo.sequence} takes back what was not the last decision"
    if not same_person(undo.by, counting[-1].by):
        return f"decision {undo.sequence} takes back what somebody else decided"
    return None
