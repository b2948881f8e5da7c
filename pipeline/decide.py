"""A reviewer's act from end to end: load, judge by the rules of review, check, append to the chain."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.case import Case, open_case
from pipeline.checks.kept import carried
from pipeline.checks.run_checks import check_summary
from pipeline.checks.severities import Severities
from pipeline.config import Settings
from pipeline.errors import ReviewError
from pipeline.models.decision import Decision
from pipeline.models.draft import Draft, Provenance
from pipeline.models.finding import Finding
from pipeline.models.notice import holding
from pipeline.models.status import Status
from pipeline.review import rules
from pipeline.review.chain import Act, link
from pipeline.review.edit_form import from_form, to_form
from pipeline.review.standing import Standing, standing
from pipeline.store.clock import now
from pipeline.store.store import Store
from pipeline.text.evidence import EvidenceFinder


@dataclass(frozen=True)
class Outcome:
    """What was decided, and where the paper stands now."""

    case: Case
    decision: Decision
    status: Status


def approve(store: Store, settings: Settings, words: str, by: str, reason: str = "") -> Outcome:
    """Approve exactly the content that stands now."""
    required = settings.required_approvals
    _not_retracted(store, words)
    return _decide(store, settings, words, lambda at: rules.approve(at, by, reason, required=required))


def reject(store: Store, settings: Settings, words: str, by: str, reason: str) -> Outcome:
    """Reject what stands now; the paper is held."""
    return _decide(store, settings, words, lambda at: rules.reject(at, by, reason))


def request_changes(store: Store, settings: Settings, words: str, by: str, reason: str) -> Outcome:
    """Have the paper drafted anew with the reason in hand."""
    return _decide(store, settings, words, lambda at: rules.request_changes(at, by, reason), status=Status.PARSED)


def waive(store: Store, settings: Settings, words: str, key: str, by: str, reason: str) -> Outcome:
    """Waive one finding of what stands now."""
    return _decide(store, settings, words, lambda at: rules.waive(at, by, reason, key))


def edit_text(case: Case) -> str:
    """The draft as a person edits it."""
    return to_form(case.draft.summary)


def edit(store: Store, settings: Settings, case: Case, text: str, by: str, reason: str = "") -> Outcome:
    """Put an edited draft in place of the one in `case`; checks run on it, approvals and waivers are void."""
    summary = from_form(text, case.draft.summary, by, EvidenceFinder(case.paper).find)
    parent = case.draft.content_hash
    draft = Draft.of(case.row.id, summary, Provenance(author=by, parent=parent), now())
    act = rules.edit(case.standing, by, reason, draft.content_hash)
    untouched = carried(case.standing.findings, case.draft.summary, summary)
    findings = Severities.of(settings.severities).weigh((*check_summary(summary, case.paper), *untouched))
    return _append(store, settings, case, act, edited=(draft, findings))


def _decide(
    store: Store, settings: Settings, words: str, rule: Callable[[Standing], Act], *, status: Status | None = None
) -> Outcome:
    case = open_case(store, store.papers.find(words), settings)
    return _append(store, settings, case, rule(case.standing), status=status)


def _not_retracted(store: Store, words: str) -> None:
    known = store.records.get(store.papers.find(words).id)
    found = holding(known.record.notices) if known and known.record else ()
    if found:
        raise ReviewError(
            f"{words} cannot be approved: {found[0].kind.value.replace('_', ' ')} was announced for the paper",
            kind="held",
            remedy="Reject it. `layline show` and `layline recheck` tell what was announced, and by whom.",
        )


def _append(
    store: Store,
    settings: Settings,
    case: Case,
    act: Act,
    *,
    status: Status | None = None,
    edited: tuple[Draft, tuple[Finding, ...]] | None = None,
) -> Outcome:
    decision = link(case.row.id, case.decisions, act, now())
    draft, findings = edited or (case.draft, case.standing.findings)
    after = standing((*case.decisions, decision), findings, draft.content_hash)
    becomes = status or after.status(settings.required_approvals)
    held = f"rejected by {after.rejected_by}: {act.reason}" if becomes is Status.HELD else None
    store.decisions.append(decision, becomes, hold_reason=held, edited=edited)
    return Outcome(Case(case.row, case.paper, draft, (*case.decisions, decision), after), decision, becomes)
