"""Whether a summary is whole, approved as it is, grounded in its paper and open to leave: verified every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.case import Case, case_of
from pipeline.config import Settings
from pipeline.errors import LaylineError, SetupError
from pipeline.export.contract import Approval, PublishedPage, PublishedProvenance, PublishedStatus, Waived
from pipeline.export.display import display_of
from pipeline.export.file_names import file_name
from pipeline.export.reading import reading_level_of
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.ids import Sha256
from pipeline.models.licence_class import licence_class
from pipeline.models.notice import holding
from pipeline.models.record import Record
from pipeline.models.status import Status
from pipeline.models.summary import SCHEMA_VERSION
from pipeline.publish.outcome import Reason, Refused, as_reason
from pipeline.review.standing import Standing
from pipeline.review.taken_back import effective
from pipeline.store.dossiers import Dossier
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store
from pipeline.text.in_words import in_words

STATUS: Final = "/status"
"""The place of what was announced about a paper."""


@dataclass(frozen=True)
class Verified:
    """A page that may leave, and the row of its paper."""

    row: PaperRow
    page: PublishedPage
    fit_for_pages: bool
    """Whether each text of its summary was looked at as it stands on a page, and may stand there."""


def verified(store: Store, settings: Settings, dossier: Dossier, *, anew: bool = False) -> Verified | Refused:
    """The page of a paper, or every reason why there is none. What is broken in the store refuses its page alone.

    `anew` has every check run, also on what it has already been run on with the same rules.
    """
    try:
        return _verified(store, settings, dossier, anew=anew)
    except SetupError:
        raise
    except LaylineError as error:
        return Refused(dossier.row.display_id, (Reason(error.kind, "", error.message),))


def _verified(store: Store, settings: Settings, dossier: Dossier, *, anew: bool) -> Verified | Refused:
    case = case_of(store, dossier, settings, anew=anew)
    row, source, record = dossier.row, dossier.source, dossier.record
    store.source_bytes(source)
    reasons = (
        *_faults_of_standing(case, settings.required_approvals),
        *_faults_of_status(record, row, banner=settings.on_retraction == "banner"),
    )
    if reasons:
        return Refused(row.display_id, reasons)
    return Verified(row, _page(case, source.sha256, record), case.fit_for_pages)


def _faults_of_standing(case: Case, required: int) -> Iterator[Reason]:
    at, row = case.standing, case.row
    if at.content_hash != case.draft.content_hash:
        was, now = case.draft.content_hash[:12], at.content_hash[:12]
        message = f"the draft in the store was changed after it was written: its hash was {was}…, and is {now}… now"
        yield Reason("content_changed", "", message)
    if row.doi != case.draft.summary.citation.doi:
        message = f"the paper's row names the DOI {row.doi}, its approved citation {case.draft.summary.citation.doi}"
        yield Reason("content_changed", "/citation/doi", message)
    if row.status in (Status.WITHDRAWN, Status.HELD) or at.rejected_by:
        yield Reason("held", "", row.hold_reason or f"the paper is {row.status.value}")
    for finding in at.blocking:
        yield as_reason(finding)
    if len(at.approved_by) < required:
        message = f"{len(at.approved_by)} of {required} people have approved exactly this content"
        yield Reason("not_approved", "", message)


def _faults_of_status(record: Record | None, row: PaperRow, *, banner: bool) -> Iterator[Reason]:
    """A retracted paper leaves only where the settings want a banner, and only if it was out before."""
    if record is None or (banner and row.status is Status.PUBLISHED):
        return
    for notice in holding(record.notices):
        when = f" on {notice.date}" if notice.date else ""
        yield Reason("held", STATUS, f"{in_words(notice.kind.value)}{when} was announced for this paper")


def _status(record: Record | None) -> PublishedStatus:
    if record is None:
        return PublishedStatus(notices=(), is_preprint=False, checked_at=None)
    checked = record.checked_at.isoformat()
    return PublishedStatus(notices=record.notices, is_preprint=record.is_preprint, checked_at=checked)


def _page(case: Case, source_sha256: Sha256, record: Record | None) -> PublishedPage:
    draft, at, name = case.draft, case.standing, case.row.display_id
    counting = effective(case.decisions)
    approvals = [d for d in counting if d.kind is DecisionKind.APPROVE and d.content_hash == at.content_hash]
    # Each part was validated when it was read or made here; the whole has no rules of its own.
    return PublishedPage.model_construct(
        schema_version=SCHEMA_VERSION,
        id=name,
        name=file_name(name),
        summary=draft.summary,
        display=display_of(draft.summary),
        reading_level=reading_level_of(case.reading_grade),
        status=_status(record),
        licence_class=licence_class(draft.summary.citation.licence, is_open=record.is_open if record else None),
        provenance=PublishedProvenance(
            author=draft.provenance.author,
            prompt_name=draft.provenance.prompt_name,
            prompt_version=draft.provenance.prompt_version,
            drafted_at=draft.created_at.isoformat(),
            source_sha256=source_sha256,
            notes=draft.provenance.notes,
        ),
        approval=Approval(
            approved_by=at.approved_by,
            approved_at=max(d.at for d in approvals).isoformat(),
            content_hash=at.content_hash,
        ),
        waived=tuple(_waived(at, counting)),
        corrections=(),
    )


def _waived(at: Standing, decisions: tuple[Decision, ...]) -> Iterator[Waived]:
    by_key = {d.finding_key: d for d in decisions if d.content_hash == at.content_hash and d.finding_key}
    for finding in at.findings:
        if at.is_waived(finding):
            decision = by_key[finding.key]
            yield Waived(check=finding.check, place=finding.place, by=decision.by, reason=decision.reason)
