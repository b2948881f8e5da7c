"""What may be decided: each rule takes the standing and what is wanted, and gives the act or refuses it."""

from collections.abc import Sequence
from typing import Final

from pipeline.errors import ReviewError
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.finding import Finding
from pipeline.models.ids import Sha256
from pipeline.models.person import same_person
from pipeline.review.chain import Act
from pipeline.review.standing import Standing
from pipeline.review.statement import ReviewStatement
from pipeline.review.taken_back import effective
from pipeline.text.so_many import so_many

_SHOWN: Final = 3


def approve(standing: Standing, by: str, reason: str, *, required: int, unseen: Sequence[ReviewStatement] = ()) -> Act:
    """Approve exactly this content.

    Refused while something blocks, or while statements with open findings are `unseen` by this person; with two
    approvals, for the last editor too.
    """
    if standing.blocking:
        raise ReviewError(
            f"{so_many(len(standing.blocking), 'blocking finding')} open: {_listed(standing.blocking)}",
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
    if unseen:
        raise _not_seen(by, unseen)
    return Act(DecisionKind.APPROVE, named(by), reason, standing.content_hash)


def reject(standing: Standing, by: str, reason: str) -> Act:
    """Reject this content for good: it is held, and stays on record."""
    return Act(DecisionKind.REJECT, named(by), _reasoned(reason), standing.content_hash)


def request_changes(standing: Standing, by: str, reason: str) -> Act:
    """Send the paper back to be drafted anew; the reason goes into the next draft's prompt."""
    return Act(DecisionKind.REQUEST_CHANGES, named(by), _reasoned(reason), standing.content_hash)


def edit(standing: Standing, by: str, reason: str, result: Sha256) -> Act:
    """Put an edited content in place of this one."""
    return Act(DecisionKind.EDIT, named(by), reason, standing.content_hash, result_hash=result)


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
        named(by),
        _reasoned(reason),
        standing.content_hash,
        check=finding.check,
        finding_key=finding.key,
    )


def undo(decisions: Sequence[Decision], standing: Standing, by: str, reason: str) -> tuple[Act, Decision]:
    """Take back one's own last decision, and the decision that is taken back.

    Refused where somebody else decided since, or where the content is no longer what the decision left.
    """
    counting = effective(decisions)
    if not counting:
        raise ReviewError(
            "there is no decision to take back",
            remedy="`layline history ID` lists what was decided.",
            kind="nothing_to_undo",
        )
    last = counting[-1]
    if not same_person(by, last.by):
        raise ReviewError(
            f"the last decision, {last.sequence}, is {last.by}'s, and only {last.by} can take it back",
            remedy="Decide otherwise: edit, reject, or request changes.",
            kind="not_yours",
        )
    if standing.content_hash != (last.result_hash or last.content_hash):
        raise ReviewError(
            f"decision {last.sequence} cannot be taken back: the paper was drafted anew since",
            remedy="Decide about the new draft.",
            kind="drafted_since",
        )
    back = last.content_hash if last.kind is DecisionKind.EDIT else None
    act = Act(DecisionKind.UNDO, named(by), reason, standing.content_hash, result_hash=back, undoes=last.sequence)
    return act, last


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


def _not_seen(by: str, unseen: Sequence[ReviewStatement]) -> ReviewError:
    found = tuple(noted.finding for statement in unseen for noted in statement.findings if noted.open)
    count = f"{len(unseen)} statements with findings were" if len(unseen) > 1 else "1 statement with a finding was"
    return ReviewError(
        f"{count} not looked at by {by}: {_listed(found)}",
        remedy="Look at each in `layline review`, or say with --seen that you have.",
        kind="not_seen",
    )


def named(by: str) -> str:
    """The name of who decides. Raises ReviewError where it is none, or could steer a terminal."""
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
