"""What stands behind a draft: who decided what, how the draft was made, what it cost, where its source lies."""

from collections.abc import Iterator

from textual.content import Content

from pipeline.case import Case
from pipeline.export import wording
from pipeline.models.decision import Decision
from pipeline.models.draft import Draft
from pipeline.store.calls import CostRow, CostsBy
from pipeline.store.papers import SourceRow
from pipeline.store.store import Store
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many
from pipeline.tui.look import SOFT, STRONG, WARN, beside, told


def history(case: Case) -> list[Content]:
    """Every decision on a paper, the newest first. The chain was verified when the case was opened."""
    lines = [line for decision in reversed(case.decisions) for line in _decision(decision)]
    return [*lines, told(f"{so_many(len(case.decisions), 'decision')}; their chain is sound.", SOFT)]


def _decision(decision: Decision) -> Iterator[Content]:
    about = f" {decision.check} ({decision.finding_key})" if decision.check else ""
    head = told(f"{decision.sequence}. {in_words(decision.kind.value)}{about}", STRONG)
    yield beside(head, told(f" by {decision.by}, {decision.at:%Y-%m-%d %H:%M}"))
    if decision.reason:
        yield told(f"   {decision.reason}")
    result = f", became {decision.result_hash[:12]}" if decision.result_hash else ""
    yield told(f"   content {decision.content_hash[:12]}{result}", SOFT)


def provenance(store: Store, case: Case) -> list[Content]:
    """How the draft that stands came about, the drafts before it, and what models took for this paper."""
    drafts = store.drafts.all(case.row.id)
    costs = store.calls.costs(CostsBy.PROMPT, paper_id=case.row.id)
    return [
        told(wording.drafted_by(case.draft.summary)),
        told(wording.BASIS[case.draft.summary.citation.basis]),
        told(f"Read by {case.paper.parser} {case.paper.parser_version}, quality {case.paper.quality:.2f}"),
        *(told(f"warning: {warning.message}", WARN) for warning in case.paper.warnings),
        *(line for source in store.papers.sources(case.row.id) for line in _source(source)),
        told(""),
        told(f"Drafts: {len(drafts)}", STRONG),
        *(line for draft in reversed(drafts) for line in _draft(draft, standing=draft == case.draft)),
        told(""),
        told("Calls of models", STRONG),
        *(_cost(row) for row in costs),
        *([] if costs else [told("No model was called for this paper.", SOFT)]),
    ]


def _source(source: SourceRow) -> Iterator[Content]:
    joined = f" ({source.joined_by})" if source.joined_by else ""
    yield told(f"source {source.origin}{joined}, received {source.received_at[:10]}", SOFT)


def _draft(draft: Draft, *, standing: bool) -> Iterator[Content]:
    made = draft.provenance
    head = f"  {draft.created_at:%Y-%m-%d %H:%M}  {made.author}, content {draft.content_hash[:12]}"
    yield told(head + (", stands now" if standing else ""))
    prompt = f"prompt {made.prompt_name} {made.prompt_version}" if made.prompt_name else ""
    usage = made.usage
    tokens = f"{usage.prompt_tokens or 0:,} tokens in, {usage.completion_tokens or 0:,} out" if usage else ""
    cost = f"cost {made.cost:.4f}" if made.cost is not None else ""
    told_of_it = ", ".join(filter(None, (prompt, tokens, cost)))
    if told_of_it:
        yield told(f"    {told_of_it}", SOFT)
    for note in made.notes:
        yield told(f"    note: {note}", SOFT)


def _cost(row: CostRow) -> Content:
    cost = "no price known" if row.cost is None else f"cost {row.cost:.4f}"
    tokens = f"{row.prompt_tokens:,} tokens in, {row.completion_tokens:,} out"
    return told(f"  {row.name or '(no prompt)'}: {so_many(row.calls, 'call')}, {row.failed} failed, {tokens}, {cost}")
