"""What reviewers corrected: what stood, what stands instead, what was found there, and which prompt wrote it.

Collected from the record of decisions, so that prompts and checks can be measured against what people had to mend.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.models.decision import Decision, DecisionKind
from pipeline.models.draft import Draft, Provenance
from pipeline.models.finding import Finding
from pipeline.models.ids import Sha256
from pipeline.review.difference import Change, difference
from pipeline.review.statement import ReviewStatement
from pipeline.review.taken_back import effective
from pipeline.store.papers import PaperRow
from pipeline.store.store import Store


@dataclass(frozen=True)
class Correction:
    """One statement that a person changed.

    `findings` are those that stood at the statement before; `written_by` says how the first draft behind it came about,
    however often it was edited since. `taken_back` tells that the edit was undone.
    """

    row: PaperRow
    change: Change
    findings: tuple[Finding, ...]
    decision: Decision
    written_by: Provenance
    taken_back: bool

    def as_json(self) -> dict[str, Any]:
        """The object that `layline corrections --format json` prints for it.

        `before` is null for a statement that was put in, `after` for one that was taken out; both hold `place`,
        `label` (of a fact or a term, else empty), `text`, `quotes` and `unproved` (why nothing proves it, or null).
        `model` is the model's name, or `offline`; prompt name and version are null where no prompt wrote it. `at` is
        ISO 8601 in UTC.
        """
        written = self.written_by
        return {
            "id": self.row.display_id,
            "paper_id": self.row.id,
            "place": self.change.place,
            "heading": self.change.heading,
            "before": _statement_json(self.change.before),
            "after": _statement_json(self.change.after),
            "findings": [{**finding.model_dump(mode="json"), "key": finding.key} for finding in self.findings],
            "reason": self.decision.reason,
            "by": self.decision.by,
            "at": self.decision.at.isoformat(),
            "decision": self.decision.sequence,
            "taken_back": self.taken_back,
            "model": written.author,
            "prompt_name": written.prompt_name,
            "prompt_version": written.prompt_version,
        }


def corrections(store: Store, since: datetime | None = None) -> Iterator[Correction]:
    """Every correction on record, paper by paper in the order of the edits; or those made at or after a moment.

    Raises StoreError where a draft that was edited is gone.
    """
    for paper_id in store.decisions.papers():
        decisions = store.decisions.all(paper_id)
        edits = [d for d in decisions if d.kind is DecisionKind.EDIT and (since is None or d.at >= since)]
        if edits:
            row = store.papers.get(paper_id)
            counting = {decision.sequence for decision in effective(decisions)}
            # The first draft of each content: who edits forth and back makes one again that has another parent.
            drafts = {draft.content_hash: draft for draft in reversed(store.drafts.all(paper_id))}
            for edit in edits:
                yield from _of_edit(store, row, edit, drafts, taken_back=edit.sequence not in counting)


def _of_edit(
    store: Store, row: PaperRow, edit: Decision, drafts: Mapping[Sha256, Draft], *, taken_back: bool
) -> Iterator[Correction]:
    before, after = (
        drafts.get(content) or store.drafts.of_content(row, content)
        for content in (edit.content_hash, edit.result_hash or edit.content_hash)
    )
    found = store.drafts.findings(row.id, before.content_hash)
    written = _written_by(before, drafts)
    for change in difference(before.summary, after.summary):
        yield Correction(row, change, _at(change.before, found), edit, written, taken_back)


def _at(line: ReviewStatement | None, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if line is None:
        return ()
    return tuple(f for f in findings if f.place == line.place or f.place.startswith(f"{line.place}/"))


def _written_by(draft: Draft, drafts: Mapping[Sha256, Draft]) -> Provenance:
    """The provenance of the draft at the root of a chain of edits; each person's edit names its parent."""
    seen: set[Sha256] = set()
    while draft.provenance.prompt_name is None and draft.content_hash not in seen:
        seen.add(draft.content_hash)
        parent = drafts.get(draft.provenance.parent) if draft.provenance.parent else None
        if parent is None:
            break
        draft = parent
    return draft.provenance


def _statement_json(line: ReviewStatement | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {
        "place": line.place,
        "label": line.label,
        "text": line.text,
        "quotes": [found.quote for found in line.evidence],
        "unproved": line.unproved.value if line.unproved else None,
    }
