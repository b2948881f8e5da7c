"""`layline show`: a draft as a reviewer reads it: statement, proof, and findings beneath what they are about."""

from typing import TYPE_CHECKING, Any

from pipeline.cli.options import AsJson, PaperName

if TYPE_CHECKING:
    from pipeline.case import Case
    from pipeline.models.claim import Evidence
    from pipeline.store.papers import PaperRow, SourceRow
    from pipeline.store.records import RecordRow
    from pipeline.store.store import Store


def show(paper: PaperName, as_json: AsJson = False) -> None:
    """Show a draft with proof and findings. Decisions and provenance follow, and what is missing with its reason."""
    from pipeline.case import open_case
    from pipeline.cli import session
    from pipeline.cli.terminal import print_json

    with session.store() as store:
        row = store.papers.find(paper)
        sources = store.papers.sources(row.id)
        known = store.records.get(row.id)
        if row.draft_hash is None:
            answer: dict[str, Any] = _without_draft(store, row, sources)
            print_json(answer) if as_json else _show_row(row, sources, known)
            return
        case = open_case(store, row)
        if as_json:
            print_json(_as_json(store, case, sources))
        else:
            _show_row(row, sources, known)
            _show_case(case)


def _without_draft(store: "Store", row: "PaperRow", sources: "list[SourceRow]") -> dict[str, Any]:
    from pipeline.run.record_json import record_json
    from pipeline.run.report import papers_json

    known = store.records.get(row.id)
    return {
        "paper": {**papers_json(store, [row.id])[0], "sources": _sources_json(sources)},
        "known": record_json(known.record, known.rungs) if known and known.record else None,
        "summary": None,
        "findings": [],
        "decisions": [],
        "provenance": None,
    }


def _as_json(store: "Store", case: "Case", sources: "list[SourceRow]") -> dict[str, Any]:
    paper, meta = case.paper, case.paper.metadata
    about = _without_draft(store, case.row, sources)
    return {
        "known": about["known"],
        "paper": {
            **about["paper"],
            "metadata": meta.model_dump(mode="json"),
            "basis": paper.basis.value,
            "parser": f"{paper.parser} {paper.parser_version}",
            "quality": paper.quality,
            "warnings": [warning.model_dump(mode="json") for warning in paper.warnings],
        },
        "summary": case.draft.summary.model_dump(mode="json"),
        "findings": [
            {**f.model_dump(mode="json"), "key": f.key, "waived": case.standing.is_waived(f)}
            for f in case.standing.findings
        ],
        "attempts": _attempts_json(store, case),
        "decisions": [decision.model_dump(mode="json") for decision in case.decisions],
        "provenance": {
            **case.draft.provenance.model_dump(mode="json"),
            "content_hash": case.draft.content_hash,
            "created_at": case.draft.created_at.isoformat(),
            "approved_by": list(case.standing.approved_by),
        },
        "publications": [publication.__dict__ for publication in store.publications.all(case.row.id)],
    }


def _attempts_json(store: "Store", case: "Case") -> list[dict[str, Any]]:
    """Every draft of the paper, oldest first, with what was found in it."""
    from collections import Counter

    rows = []
    for draft in store.drafts.all(case.row.id):
        found = Counter(finding.severity.value for finding in store.drafts.findings(case.row.id, draft.content_hash))
        rows.append(
            {
                "content_hash": draft.content_hash,
                "parent": draft.provenance.parent,
                "author": draft.provenance.author,
                "prompt_name": draft.provenance.prompt_name,
                "created_at": draft.created_at.isoformat(),
                "findings": {name: found[name] for name in ("block", "warn", "info")},
            }
        )
    return rows


def _sources_json(sources: "list[SourceRow]") -> list[dict[str, Any]]:
    return [
        {
            "origin": source.origin,
            "sha256": source.sha256,
            "media_type": source.media_type.value,
            "size": source.size,
            "received_at": source.received_at,
            "joined_by": source.joined_by,
        }
        for source in sources
    ]


def _show_row(row: "PaperRow", sources: "list[SourceRow]", known: "RecordRow | None") -> None:
    from pipeline.cli.record_view import say_record, say_rungs
    from pipeline.cli.terminal import safe, say

    say(safe(row.title or "(no title)", "bold"))
    say(
        f"{row.display_id} ({row.id}); {row.status.value.replace('_', ' ')}",
        f"({row.hold_reason})" if row.hold_reason else "",
    )
    for source in sources:
        say(f"  source {source.origin}", f"({source.joined_by})" if source.joined_by else "")
    if known is not None and known.record is not None:
        say_record(known.record, known.rungs, title=False)
    elif known is not None:
        say(f"  asked for as {known.asked} ({known.origin})")
        say_rungs(known.rungs)
    if row.note:
        say(f"  changes requested: {row.note}")
    if row.error is not None:
        say(safe(f"  failed at {row.error.stage.value} ({row.error.kind}):", "bold red"), row.error.message)
        say(f"  next: {row.error.remedy}")


def _show_case(case: "Case") -> None:
    from pipeline.cli.findings_view import say_finding
    from pipeline.cli.terminal import safe, say
    from pipeline.export import wording
    from pipeline.models.summary import claims

    summary, at = case.draft.summary, case.standing
    rest = list(at.findings)
    say(f"  {wording.drafted_by(summary)} {wording.BASIS[summary.citation.basis]}")
    say(f"  parse quality {case.paper.quality:.2f}", *(f"\n  warning: {w.message}" for w in case.paper.warnings))
    for note in case.draft.provenance.notes:
        say(f"  note: {note}")
    say("\n" + summary.plain_title)
    _show_facts(case)
    part = ""
    for place, claim in claims(summary):
        if place.rsplit("/", 1)[0] != part:
            part = place.rsplit("/", 1)[0]
            say(safe("\n" + part.strip("/").replace("_", " ").replace("/", ": ").capitalize(), "bold"))
        say(f"  - {claim.text}")
        for evidence in claim.evidence:
            _show_evidence(evidence)
        if claim.unproved:
            say(safe(f"      no proof: {wording.MISSING[claim.unproved]}", "yellow"))
        for finding in [f for f in rest if f.place == place or f.place.startswith(place + "/")]:
            say_finding(finding, "      ", key=True, waived=at.is_waived(finding))
            rest.remove(finding)
    for entry in summary.missing:
        say(safe(f"  {entry.field}: {wording.MISSING[entry.reason]}", "dim"))
    if rest:
        say(safe("\nOther findings", "bold"))
    for finding in rest:
        say_finding(finding, key=True, waived=at.is_waived(finding))
    _show_decisions(case)


def _show_facts(case: "Case") -> None:
    from pipeline.cli.terminal import say
    from pipeline.export import wording

    study, level = case.draft.summary.study, case.draft.summary.evidence_level
    if study.design:
        say(f"  design: {wording.DESIGN[study.design.value]}")
    for sample in study.samples:
        say(f"  {wording.sample(sample)}")
        for evidence in sample.evidence:
            _show_evidence(evidence)
    if study.duration:
        say(f"  duration: {study.duration.value}")
    say(f"  evidence level: {level.level or 'none'} ({level.rubric}). {level.because}")


def _show_evidence(evidence: "Evidence") -> None:
    from pipeline.cli.terminal import safe, say
    from pipeline.models.claim import Match

    where = ", ".join(part for part in (evidence.section or "", f"p. {evidence.page}" if evidence.page else "") if part)
    found = evidence.match is not Match.NOT_FOUND
    label = f"      > {evidence.quote}"
    say(safe(label, "dim" if found else "red"), f"[{where or evidence.match.value.replace('_', ' ')}]")


def _show_decisions(case: "Case") -> None:
    from pipeline.cli.terminal import safe, say

    if case.decisions:
        say(safe("\nDecisions", "bold"))
    for d in case.decisions:
        say(f"  {d.sequence}. {d.kind.value.replace('_', ' ')} by {d.by} on {d.at:%Y-%m-%d %H:%M}", d.reason)
    provenance = case.draft.provenance
    say(f"\n  drafted by {provenance.author}, content {case.draft.content_hash[:12]}", _cost(case))


def _cost(case: "Case") -> str:
    provenance = case.draft.provenance
    tokens = provenance.usage
    parts = [f"prompt {provenance.prompt_name} {provenance.prompt_version}"] if provenance.prompt_name else []
    if tokens and tokens.prompt_tokens is not None:
        parts.append(f"{tokens.prompt_tokens:,} tokens in, {tokens.completion_tokens or 0:,} out")
    if provenance.cost is not None:
        parts.append(f"cost {provenance.cost:.4f}")
    return ", ".join(parts)
