"""What a reviewer reads beside the page: the source itself, the difference to the draft before, the background."""

from typing import TYPE_CHECKING

from textual.content import Content

from pipeline.case import Case
from pipeline.review.difference import difference as changes_between
from pipeline.store.store import Store
from pipeline.tui import background
from pipeline.tui.changes import changes_told
from pipeline.tui.look import told
from pipeline.tui.opener import open_at
from pipeline.tui.sheet import Sheet

if TYPE_CHECKING:
    from pipeline.tui.paper_screen import PaperScreen


async def open_source(screen: "PaperScreen") -> None:
    """Open the paper's file at the page of the proof that is shown, or say where both are."""
    if screen.sitting is None:
        return
    evidence, store = screen.proof.evidence, screen.app.desk.store
    source = await screen.app.attempt(store.papers.source, screen.sitting.case.row.id)
    if source is not None:
        file = store.source_path(source)
        screen.app.say(open_at(file, evidence.page if evidence else None), seconds=12)


async def difference(screen: "PaperScreen") -> None:
    """Show what differs between the draft that stands and the one before it."""
    if screen.sitting is not None:
        case = screen.sitting.case
        lines = await screen.app.attempt(_difference, screen.app.desk.store, case)
        if lines is not None:
            screen.app.push_screen(Sheet("What differs from the draft before", lines))


def _difference(store: Store, case: Case) -> list[Content]:
    before = store.drafts.before(case.draft)
    if before is None:
        return [told("This is the first draft.")]
    changes = changes_between(before.summary, case.draft.summary)
    return changes_told(changes) or [told("Every statement and every proof is the same.")]


def history(screen: "PaperScreen") -> None:
    """Show every decision."""
    if screen.sitting is not None:
        screen.app.push_screen(Sheet("Decisions", background.history(screen.sitting.case)))


async def provenance(screen: "PaperScreen") -> None:
    """Show how the draft was made, and what it cost."""
    if screen.sitting is not None:
        lines = await screen.app.attempt(background.provenance, screen.app.desk.store, screen.sitting.case)
        if lines is not None:
            screen.app.push_screen(Sheet("How it was made", lines))
