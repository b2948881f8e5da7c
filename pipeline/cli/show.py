"""`layline show`: one paper with its draft, for a person or as JSON."""

from typing import TYPE_CHECKING

from pipeline.cli.options import AsJson, PaperName
from pipeline.text.in_words import in_words

if TYPE_CHECKING:
    from pipeline.store.papers import PaperRow, SourceRow
    from pipeline.store.records import RecordRow


def show(paper: PaperName, as_json: AsJson = False) -> None:
    """Show a draft with proof and findings. Decisions and provenance follow, and what is missing with its reason."""
    from pipeline.case import open_case
    from pipeline.cli import session
    from pipeline.cli.show_draft import show_draft
    from pipeline.cli.show_json import draft_json, paper_json
    from pipeline.cli.terminal import print_json

    with session.store() as store:
        row = store.papers.find(paper)
        sources = store.papers.sources(row.id)
        known = store.records.get(row.id)
        if row.draft_hash is None:
            print_json(paper_json(store, row, sources)) if as_json else _show_row(row, sources, known)
            return
        case = open_case(store, row, session.settings())
        if as_json:
            print_json(draft_json(store, case, sources))
        else:
            _show_row(row, sources, known)
            show_draft(store, case)


def _show_row(row: "PaperRow", sources: "list[SourceRow]", known: "RecordRow | None") -> None:
    from pipeline.cli.record_view import say_record, say_rungs
    from pipeline.cli.terminal import safe, say

    say(safe(row.title or "(no title)", "bold"))
    say(
        f"{row.display_id} ({row.id}); {in_words(row.status.value)}",
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
        say(safe(f"  failed at the stage {row.error.stage.value}:", "bold red"), row.error.message)
        say(f"  next: {row.error.remedy}")
