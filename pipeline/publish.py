"""The gate: approved -> verified -> rendered -> linted -> written. Whatever fails is refused with every reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.case import Case, open_case
from pipeline.checks.run_checks import check_page
from pipeline.config import Settings, Workspace
from pipeline.errors import LaylineError, SetupError
from pipeline.export.contract import Approval, PublishedPage, PublishedProvenance, PublishedStatus, Waived
from pipeline.export.file_names import file_name
from pipeline.export.formats import Format
from pipeline.export.read_back import absent_texts, is_same_page
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.finding import Finding, Severity
from pipeline.models.ids import Sha256
from pipeline.models.licence_class import licence_class
from pipeline.models.notice import holding
from pipeline.models.record import Record
from pipeline.models.status import Status
from pipeline.models.summary import SCHEMA_VERSION
from pipeline.review.standing import Standing
from pipeline.review.taken_back import effective
from pipeline.store.papers import PaperRow
from pipeline.store.payloads import write_atomically
from pipeline.store.store import Store


@dataclass(frozen=True)
class Reason:
    """One reason why a page may not leave: what kind, where, and in words."""

    kind: str
    place: str
    message: str


@dataclass(frozen=True)
class Written:
    """A page that left the house."""

    id: str
    path: Path
    sha256: Sha256
    content_hash: Sha256


@dataclass(frozen=True)
class Refused:
    """A page that did not, with every reason."""

    id: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Export:
    """What was written, what was refused, and how many papers are not approved (when none was named)."""

    written: tuple[Written, ...]
    refused: tuple[Refused, ...]
    not_approved: int

    def as_json(self, file_format: str, out: Path) -> dict[str, Any]:
        """The object that `layline export --json` prints."""
        return {
            "format": file_format,
            "out": str(out),
            "written": [
                {"id": w.id, "path": str(w.path), "sha256": w.sha256, "content_hash": w.content_hash}
                for w in self.written
            ],
            "refused": [{"id": r.id, "reasons": [reason.__dict__ for reason in r.reasons]} for r in self.refused],
            "not_approved": self.not_approved,
        }


@dataclass(frozen=True)
class Gate:
    """What the gate needs to know."""

    store: Store
    settings: Settings
    workspace: Workspace

    def export(self, words: Sequence[str], file_format: Format, out: Path) -> Export:
        """Write every named paper, or every approved one, that keeps the whole promise."""
        rows = [self.store.papers.find(word) for word in words] or self._approved()
        written: list[Written] = []
        refused: list[Refused] = []
        for row in rows:
            done = self._one(row, file_format, out)
            (written if isinstance(done, Written) else refused).append(done)  # type: ignore[arg-type]
        others = 0 if words else len(self.store.papers.all()) - len(rows)
        return Export(tuple(written), tuple(refused), others)

    def _approved(self) -> list[PaperRow]:
        return self.store.papers.all((Status.APPROVED, Status.PUBLISHED))

    def _one(self, row: PaperRow, file_format: Format, out: Path) -> Written | Refused:
        try:
            page = self._verified(row)
            if isinstance(page, Refused):
                return page
            data = file_format.render(page, self.workspace.templates)
            reasons = tuple(_faults_of_rendering(page, data, file_format))
            return Refused(row.display_id, reasons) if reasons else self._write(row, page, data, file_format, out)
        except SetupError:
            raise
        except LaylineError as error:
            return Refused(row.display_id, (Reason(error.kind, "", error.message),))

    def _verified(self, row: PaperRow) -> PublishedPage | Refused:
        """The page, if the summary is whole, approved as it is, grounded in the paper, and nothing blocks."""
        case = open_case(self.store, row, self.settings)
        source = self.store.papers.sources(row.id)[0]
        self.store.source_bytes(source)
        known = self.store.records.get(row.id)
        record = known.record if known else None
        reasons = (
            *_faults_of_standing(case, self.settings.required_approvals),
            *_faults_of_status(record, row, banner=self.settings.on_retraction == "banner"),
        )
        return Refused(row.display_id, reasons) if reasons else _page(case, source.sha256, record)

    def _write(self, row: PaperRow, page: PublishedPage, data: bytes, file_format: Format, out: Path) -> Written:
        path = out / f"{page.name}{file_format.suffix}"
        try:
            write_atomically(path, data)
        except OSError as error:
            raise SetupError(
                f"{path} cannot be written: {error.strerror or error}",
                remedy="Choose another folder with --out, or mend its permissions or space.",
            ) from error
        digest = Sha256.of(data)
        self.store.publications.record(row.id, page.approval.content_hash, file_format.name, str(path), digest)
        return Written(row.display_id, path, digest, page.approval.content_hash)


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
        yield _as_reason(finding)
    if len(at.approved_by) < required:
        message = f"{len(at.approved_by)} of {required} people have approved exactly this content"
        yield Reason("not_approved", "", message)


def _faults_of_status(record: Record | None, row: PaperRow, *, banner: bool) -> Iterator[Reason]:
    """A retracted paper leaves only where the settings want a banner, and only if it was out before."""
    if record is None or (banner and row.status is Status.PUBLISHED):
        return
    for notice in holding(record.notices):
        when = f" on {notice.date}" if notice.date else ""
        yield Reason("held", "/status", f"{notice.kind.value.replace('_', ' ')}{when} was announced for this paper")


def _faults_of_rendering(page: PublishedPage, data: bytes, file_format: Format) -> Iterator[Reason]:
    for finding in check_page(data, file_format.media_type, own=True):
        if finding.severity is Severity.BLOCK and not finding.waivable:  # the rest was judged on the summary
            yield _as_reason(finding)
    if file_format.name == "json":
        if not is_same_page(page, data):
            yield Reason("not_the_contract", "", "the rendered JSON does not read back as the page that was approved")
        return
    for place, text in absent_texts(page, data, file_format.media_type):
        yield Reason(
            "missing_from_page", place, f"what was approved does not stand on the rendered page: {text[:120]!r}"
        )


def _as_reason(finding: Finding) -> Reason:
    return Reason(finding.check, finding.place, f"{finding.message} ({finding.excerpt[:120]!r})")


def _status(record: Record | None) -> PublishedStatus:
    if record is None:
        return PublishedStatus(notices=(), is_preprint=False, checked_at=None)
    checked = record.checked_at.isoformat()
    return PublishedStatus(notices=record.notices, is_preprint=record.is_preprint, checked_at=checked)


def _page(case: Case, source_sha256: Sha256, record: Record | None) -> PublishedPage:
    draft, at, name = case.draft, case.standing, case.row.display_id
    counting = effective(case.decisions)
    approvals = [d for d in counting if d.kind is DecisionKind.APPROVE and d.content_hash == at.content_hash]
    return PublishedPage(
        schema_version=SCHEMA_VERSION,
        id=name,
        name=file_name(name),
        summary=draft.summary,
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
    )


def _waived(at: Standing, decisions: tuple[Decision, ...]) -> Iterator[Waived]:
    by_key = {d.finding_key: d for d in decisions if d.content_hash == at.content_hash and d.finding_key}
    for finding in at.findings:
        if at.is_waived(finding):
            decision = by_key[finding.key]
            yield Waived(check=finding.check, place=finding.place, by=decision.by, reason=decision.reason)
