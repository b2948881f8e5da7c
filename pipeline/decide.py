"""A reviewer's act from end to end: load, judge by the rules of review, check, append to the chain."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline.case import Beside, Case, open_case
from pipeline.checks.kept import carried, kept
from pipeline.config import Settings
from pipeline.errors import ReviewError, StoreError
from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.draft import Draft, Provenance
from pipeline.models.ids import Sha256
from pipeline.models.notice import holding
from pipeline.models.status import Status
from pipeline.models.summary import Summary
from pipeline.review import rules
from pipeline.review.chain import Act, link
from pipeline.review.difference import difference
from pipeline.review.edit_form import from_fields, from_form, to_form
from pipeline.review.stale import stale
from pipeline.review.standing import Standing, standing
from pipeline.review.statement import ReviewStatement
from pipeline.review.statement_edit import with_statement
from pipeline.review.taken_back import effective
from pipeline.store.clock import now, stamp
from pipeline.store.decisions import Effect
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store
from pipeline.text.evidence import EvidenceFinder
from pipeline.text.in_words import in_words


@dataclass(frozen=True)
class Outcome:
    """What was decided, and where the paper stands now."""

    case: Case
    decision: Decision
    status: Status


def approve(
    store: Store, settings: Settings, words: str, by: str, reason: str = "", *, expected: Sha256 | None = None
) -> Outcome:
    """Approve exactly the content that stands now, once this person has looked at every statement with findings."""
    required = settings.required_approvals
    _not_retracted(store, words)

    def rule(case: Case) -> Act:
        return rules.approve(case.standing, by, reason, required=required, unseen=unseen(store, case, by))

    return _decide(store, settings, words, rule, expected=expected)


def reject(
    store: Store, settings: Settings, words: str, by: str, reason: str, *, expected: Sha256 | None = None
) -> Outcome:
    """Reject what stands now; the paper is held."""
    return _decide(store, settings, words, lambda case: rules.reject(case.standing, by, reason), expected=expected)


def request_changes(
    store: Store, settings: Settings, words: str, by: str, reason: str, *, expected: Sha256 | None = None
) -> Outcome:
    """Have the paper drafted anew with the reason in hand."""
    return _decide(
        store,
        settings,
        words,
        lambda case: rules.request_changes(case.standing, by, reason),
        expected=expected,
        status=Status.PARSED,
    )


def waive(
    store: Store, settings: Settings, words: str, key: str, by: str, reason: str, *, expected: Sha256 | None = None
) -> Outcome:
    """Waive one finding of what stands now."""
    return _decide(store, settings, words, lambda case: rules.waive(case.standing, by, reason, key), expected=expected)


def unseen(store: Store, case: Case, by: str) -> tuple[ReviewStatement, ...]:
    """The statements with an open finding that this person has not looked at as they stand now."""
    marks = store.seen.by(case.row.id, by)
    return tuple(s for s in case.statements if s.has_open_finding and (s.place, s.hash) not in marks)


def mark_seen(store: Store, case: Case, by: str, statements: Iterable[ReviewStatement]) -> None:
    """Put on record that this person has looked at statements as `case` shows them."""
    store.seen.mark(case.row.id, by, [(statement.place, statement.hash) for statement in statements])


def edit_text(case: Case) -> str:
    """The draft as a person edits it."""
    return to_form(case.draft.summary)


def edit(
    store: Store,
    settings: Settings,
    case: Case,
    text: str,
    by: str,
    reason: str = "",
    *,
    expected: Sha256 | None = None,
) -> Outcome:
    """Put an edited draft in place of the one in `case`; checks run on it, approvals and waivers are void."""
    _require_expected(store, case, expected)
    summary = from_form(text, case.draft.summary, by, EvidenceFinder(case.paper).find)
    return _replace(store, settings, case, summary, by, reason)


def edit_statement(  # noqa: PLR0913 - an edit has so many parts, and each is a word in the call
    store: Store,
    settings: Settings,
    case: Case,
    place: str,
    text: str,
    by: str,
    reason: str = "",
    *,
    quotes: Sequence[str] | None = None,
    expected: Sha256 | None = None,
) -> Outcome:
    """Put another text at one place of the draft in `case`, by the same way as an edit of the whole.

    `quotes` replace those of the statement, and are sought in the paper; None leaves them as they are.
    """
    _require_expected(store, case, expected)
    fields = with_statement(case.draft.summary, place, text, quotes)
    summary = from_fields(fields, case.draft.summary, by, EvidenceFinder(case.paper).find)
    return _replace(store, settings, case, summary, by, reason)


def undo(
    store: Store, settings: Settings, words: str, by: str, reason: str = "", *, expected: Sha256 | None = None
) -> Outcome:
    """Take back one's own last decision; the content that stood before an edit stands again.

    Refused once somebody else has decided, the paper was drafted anew, or the page was published.
    """
    case = open_case(store, store.papers.find(words), settings)
    _require_expected(store, case, expected)
    act, undone = rules.undo(case.decisions, case.standing, by, reason)
    _not_published_since(store, case, undone)
    draft, findings = case.draft, case.standing.findings
    if undone.kind is DecisionKind.EDIT:
        draft = store.drafts.of_content(case.row, undone.content_hash)
        known = kept(store.drafts.findings(draft.paper_id, draft.content_hash))
        findings = _beside(store, settings, case).found(draft.summary, known).findings
    return _append(store, settings, case, act, Effect(draft, findings, undone=undone))


def _replace(store: Store, settings: Settings, case: Case, summary: Summary, by: str, reason: str) -> Outcome:
    draft = Draft.of(case.row.id, summary, Provenance(author=by, parent=case.draft.content_hash), now())
    act = rules.edit(case.standing, by, reason, draft.content_hash)
    untouched = carried(case.standing.findings, case.draft.summary, summary)
    findings = _beside(store, settings, case).found(summary, untouched).findings
    return _append(store, settings, case, act, Effect(draft, findings))


def _beside(store: Store, settings: Settings, case: Case) -> Beside:
    return Beside(store, case.row.id, case.stored_paper, settings)


def _decide(
    store: Store,
    settings: Settings,
    words: str,
    rule: Callable[[Case], Act],
    *,
    expected: Sha256 | None = None,
    status: Status | None = None,
) -> Outcome:
    case = open_case(store, store.papers.find(words), settings)
    _require_expected(store, case, expected)
    effect = Effect(case.draft, case.standing.findings)
    return _append(store, settings, case, rule(case), effect, status=status)


def _require_expected(store: Store, case: Case, expected: Sha256 | None) -> None:
    """Refuse to decide on another content than the one that the person saw, and say what changed."""
    if expected is None or expected == case.draft.content_hash:
        return
    seen = next((d for d in store.drafts.all(case.row.id) if d.content_hash == expected), None)
    changes = difference(seen.summary, case.draft.summary) if seen else ()
    raise stale(case.row.display_id, changes, known=seen is not None)


def _not_retracted(store: Store, words: str) -> None:
    told = _announced(store, store.papers.find(words))
    if told:
        raise ReviewError(
            f"{words} cannot be approved: {told}",
            kind="held",
            remedy="Reject it. `layline show` and `layline recheck` tell what was announced, and by whom.",
        )


def _announced(store: Store, row: PaperRow) -> str | None:
    """What was announced about a paper that holds it, whoever decides what."""
    known = store.records.get(row.id)
    found = holding(known.record.notices) if known and known.record else ()
    return f"{in_words(found[0].kind.value)} was announced for the paper" if found else None


def _not_published_since(store: Store, case: Case, undone: Decision) -> None:
    contents = (undone.content_hash, undone.result_hash)
    for publication in store.publications.all(case.row.id):
        if publication.content_hash in contents and publication.published_at >= stamp(undone.at):
            raise ReviewError(
                f"decision {undone.sequence} on {case.row.display_id} cannot be taken back: "
                f"the page was published on {publication.published_at[:10]}",
                remedy="Edit or reject the draft, and export again.",
                kind="published",
            )


def _append(
    store: Store, settings: Settings, case: Case, act: Act, effect: Effect, *, status: Status | None = None
) -> Outcome:
    """Append the act in one transaction with what it does. Raises StaleError where somebody was faster."""
    decision = link(case.row.id, case.decisions, act, now())
    decisions = (*case.decisions, decision)
    after = standing(decisions, effect.findings, effect.draft.content_hash)
    held = _why_held(store, case.row, after, decisions) if status is None else None
    becomes = status or (Status.HELD if held else after.status(settings.required_approvals))
    try:
        store.decisions.append(decision, becomes, effect, hold_reason=held)
    except StoreError as error:
        if error.kind != "stale":
            raise
        current = store.drafts.current(store.papers.get(case.row.id))
        changes = difference(case.draft.summary, current.summary)
        raise stale(case.row.display_id, changes) from error
    return Outcome(Case(case.row, case.stored_paper, effect.draft, decisions, after), decision, becomes)


def _why_held(store: Store, row: PaperRow, after: Standing, decisions: tuple[Decision, ...]) -> str | None:
    """A rejection holds a paper until it is taken back; what was announced about it, whatever is decided."""
    if after.rejected_by:
        why = next(d.reason for d in reversed(effective(decisions)) if d.kind is DecisionKind.REJECT)
        return f"rejected by {after.rejected_by}: {why}"
    return _announced(store, row)
