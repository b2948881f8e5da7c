"""How a content stands with its reviewers: who approved exactly it, what is waived, what still blocks."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.finding import Finding, Severity
from pipeline.models.ids import Sha256
from pipeline.models.status import Status
from pipeline.review.taken_back import effective


@dataclass(frozen=True)
class Standing:
    """Approvals and waivers count only for the content hash on which they were given: any change voids them."""

    content_hash: Sha256
    approved_by: tuple[str, ...]
    waived: frozenset[str]
    """Keys of findings."""
    rejected_by: str | None
    last_editor: str | None
    findings: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The blocking findings that are open. What cannot be waived stays open whatever the chain says."""
        return tuple(f for f in self.findings if f.severity is Severity.BLOCK and not self.is_waived(f))

    def is_waived(self, finding: Finding) -> bool:
        """Whether a reviewer waived this finding, and was allowed to."""
        return finding.waivable and finding.key in self.waived

    def status(self, required_approvals: int) -> Status:
        """Where a paper with this content stands."""
        if self.rejected_by:
            return Status.HELD
        if self.blocking:
            return Status.BLOCKED
        return Status.APPROVED if len(self.approved_by) >= required_approvals else Status.IN_REVIEW


def standing(decisions: Sequence[Decision], findings: tuple[Finding, ...], content_hash: Sha256) -> Standing:
    """Read the standing of a content off the chain.

    The last word of a person about this content counts; what was taken back does not.
    """
    approved: dict[str, None] = {}
    waived: set[str] = set()
    rejected_by = last_editor = None
    for decision in effective(decisions):
        if decision.kind is DecisionKind.EDIT:
            last_editor = decision.by
        if decision.content_hash != content_hash:
            continue
        if decision.kind is DecisionKind.APPROVE:
            approved[decision.by] = None
            rejected_by = None
        elif decision.kind is DecisionKind.REJECT:
            approved.clear()
            rejected_by = decision.by
        elif decision.kind is DecisionKind.REQUEST_CHANGES:
            approved.clear()
        elif decision.kind is DecisionKind.WAIVE and decision.finding_key:
            waived.add(decision.finding_key)
    return Standing(content_hash, tuple(approved), frozenset(waived), rejected_by, last_editor, findings)
