"""A paper and its draft as JSON, for scripts."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.case import Case
    from pipeline.store.papers import PaperRow, SourceRow
    from pipeline.store.store import Store


def paper_json(store: "Store", row: "PaperRow", sources: "list[SourceRow]") -> dict[str, Any]:
    """A paper without a draft."""
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


def draft_json(store: "Store", case: "Case", sources: "list[SourceRow]") -> dict[str, Any]:
    """A paper with its draft: everything that is known of it."""
    paper, meta = case.paper, case.paper.metadata
    about = paper_json(store, case.row, sources)
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
