"""What was corrected on a page that was out before, read off the record: publications, decisions and drafts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.export.contract import ChangeKind, PublishedChange, PublishedCorrection
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.ids import Sha256
from pipeline.publish.rendered import faults_of_bytes
from pipeline.publish.verified import Verified
from pipeline.review.difference import Change, difference
from pipeline.review.statement import ReviewStatement
from pipeline.review.taken_back import effective
from pipeline.store.clock import stamp
from pipeline.store.publications import Publication
from pipeline.store.store import Store


@dataclass(frozen=True)
class _Outing:
    """A content, and when it was first published after another one; None where it is about to be."""

    content: Sha256
    published_at: str | None


def with_corrections(store: Store, found: Verified) -> Verified:
    """The same page with its log. Raises StoreError where a draft that was published is gone.

    A correction bears the moment at which the new content was approved (or edited back to): it is on record before the
    page leaves, and so the page stays the same at every later export.
    """
    outings = _outings(store.publications.all(found.row.id), found.page.approval.content_hash)
    if len(outings) < 2:
        return found
    drafts = {draft.content_hash: draft for draft in store.drafts.all(found.row.id)}
    decisions = effective(store.decisions.all(found.row.id))
    log = []
    for was, now in pairwise(outings):
        old, new = (drafts.get(each.content) or store.drafts.of_content(found.row, each.content) for each in (was, now))
        log.append(_correction(was, now, decisions, difference(old.summary, new.summary)))
    return replace(found, page=found.page.model_copy(update={"corrections": tuple(log)}))


def _outings(publications: Sequence[Publication], content: Sha256) -> list[_Outing]:
    outings: list[_Outing] = []
    for each in publications:
        if not outings or outings[-1].content != each.content_hash:
            outings.append(_Outing(each.content_hash, each.published_at))
    if outings and outings[-1].content != content:
        outings.append(_Outing(content, None))
    return outings


def _correction(
    was: _Outing, now: _Outing, decisions: Sequence[Decision], changes: Sequence[Change]
) -> PublishedCorrection:
    known = [each for each in decisions if now.published_at is None or stamp(each.at) <= now.published_at]
    edits = [each for each in known if each.kind is DecisionKind.EDIT]
    made = [each for each in known if each.kind is DecisionKind.APPROVE and each.content_hash == now.content]
    made += [each for each in edits if each.result_hash == now.content]
    reasons = (each.reason for each in edits if stamp(each.at) > (was.published_at or ""))
    approved_at = max((each.at for each in made), default=None)  # none where a clock was put back since
    return PublishedCorrection(
        corrected_at=approved_at.isoformat() if approved_at else now.published_at or "",
        reasons=tuple(dict.fromkeys(reason for reason in reasons if reason.strip() and _is_fit(reason))),
        changes=tuple(_changes(changes)),
    )


def _changes(changes: Sequence[Change]) -> Iterator[PublishedChange]:
    for change in changes:
        line = change.after or change.before
        if line and line.on_page:
            before, after = _text(change.before), _text(change.after)
            shown = [text if text is not None and _is_fit(text) else None for text in (before, after)]
            yield PublishedChange(heading=line.heading, kind=_kind(before, after), before=shown[0], after=shown[1])


def _kind(before: str | None, after: str | None) -> ChangeKind:
    if before is None or after is None:
        return "added" if before is None else "removed"
    return "proof" if before == after else "changed"


def _text(line: ReviewStatement | None) -> str | None:
    return (f"{line.label}: {line.text}" if line.label else line.text) if line else None


def _is_fit(text: str) -> bool:
    """Whether a text may be shown again: what once was published may be the very fault that was corrected."""
    return not list(faults_of_bytes(text.encode(), "text/plain"))
