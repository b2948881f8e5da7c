"""What may be decided: each rule takes the standing and what is wanted, and gives the act or refuses it."""

from typing import Final

from pipeline.errors import ReviewError
from pipeline.models.decision import DecisionKind
from pipeline.models.finding import Finding
from pipeline.models.ids import Sha256
from pipeline.models.person import same_person
from pipeline.review.chain import Act
from pipeline.review.standing import Standing

_SHOWN: Final = 3


def approve(standing: Standing, by: str, reason: str, *, required: int) -> Act:
    """Approve exactly this content. Refused while something blocks; with two approvals, for the last editor too."""
    if standing.blocking:
        raise ReviewError(
            f"{len(standing.blocking)} blocking findings are open: {_listed(standing.blocking)}",
            remedy="Edit the draft, or waive with a reason what may be waived.",
            kind="blocked",
        )
    if any(same_person(by, other) for other in standing.approved_by):
        raise ReviewError(f"{by} has approved this content already", kind="already_approved")
    if required > 1 and same_person(by, standing.last_editor):
        raise ReviewError(
            f"{by} edited this draft last and cannot approve it",
            remedy=f"{required} other people have to.",
            kind="own_edit",
        )
    return Act(DecisionKind.APPROVE, _named(by), reason, standing.content_hash)


def reject(standing: Standing, by: str, reason: str) -> Act:
    """Reject this content for good: it is held, and stays on record."""
    return Act(DecisionKind.REJECT, _named(by), _reasoned(reason), standing.content_hash)


def request_changes(standing: Standing, by: str, reason: str) -> Act:
    """Send the paper back to be drafted anew; the reason goes into the next draft's prompt."""
    return Act(DecisionKind.REQUEST_CHANGES, _named(by), _reasoned(reason), standing.content_hash)


def edit(standing: Standing, by: str, reason: str, result: Sha256) -> Act:
    """Put an edited content in place of this one."""
    return Act(DecisionKind.EDIT, _named(by), reason, standing.content_hash, result_hash=result)


def waive(standing: Standing, by: str, reason: str, key: str) -> Act:
    """Waive one finding with a reason. Malformed output can never be waived."""
    finding = find_finding(standing, key)
    if not finding.waivable:
        raise ReviewError(
            f"{finding.check} at {finding.place} cannot be waived: malformed output never reaches a reader",
            remedy="Edit the statement, or have the paper drafted anew.",
            kind="not_waivable",
        )
    if standing.is_waived(finding):
        raise ReviewError(f"{finding.check} at {finding.place} is waived already", kind="already_waived")
    return Act(
        DecisionKind.WAIVE,
        _named(by),
        _reasoned(reason),
        standing.content_hash,
        check=finding.check,
        finding_key=finding.key,
    )


def find_finding(standing: Standing, key: str) -> Finding:
    """The finding of this key or unique prefix, or the only one of a check of this name. Raises ReviewError."""
    found = {f.key: f for f in standing.findings if key and (f.key.startswith(key.lower()) or f.check == key)}
    if len(found) == 1:
        return next(iter(found.values()))
    listed = ", ".join(f"{f.key} ({f.check} at {f.place})" for f in found.values() or standing.findings)
    raise ReviewError(
        f"{key!r} names {len(found) or 'no'} finding{'s' if len(found) != 1 else ''} of this draft",
        remedy=f"Findings: {listed}" if listed else "This draft has no findings.",
        kind="unknown_finding" if not found else "ambiguous_finding",
    )


def _named(by: str) -> str:
    if not by.strip():
        raise ReviewError("a decision needs a name", remedy="Give it with --as NAME.", kind="no_name")
    if not by.isprintable():
        raise ReviewError(
            "a name cannot hold control characters", remedy="Give it in plain letters with --as NAME.", kind="bad_name"
        )
    return by.strip()


def _reasoned(reason: str) -> str:
    if not reason.strip():
        raise ReviewError("this decision needs a reason", remedy="Give it with --reason TEXT.", kind="no_reason")
    return reason.strip()


def _listed(findings: tuple[Finding, ...]) -> str:
    shown = ", ".join(f"{f.check} at {f.place}" for f in findings[:_SHOWN])
    return shown + (f" and {len(findings) - _SHOWN} more" if len(findings) > _SHOWN else "")
