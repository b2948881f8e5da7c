"""Editing a statement where it stands: what is typed is kept as it comes, and checks run as the field is left."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from pipeline import decide
from pipeline.case import Case
from pipeline.config import Settings
from pipeline.decide import Outcome
from pipeline.editor import run_editor
from pipeline.errors import SetupError
from pipeline.export.file_names import file_name
from pipeline.store.store import Store
from pipeline.store.unsaved import UnsavedEdit
from pipeline.text.visible import visible
from pipeline.tui.confirm import Confirm
from pipeline.tui.edit_field import EditField
from pipeline.tui.look import SOFT, WARN, told

if TYPE_CHECKING:
    from pipeline.tui.paper_screen import PaperScreen

_IN_EDITOR: Final = 3600.0
"""Seconds for which a paper is held while its reviewer is in an editor, and this app sleeps."""


def begin_edit(screen: "PaperScreen", typed: str | None = None) -> None:
    """Put a field over the statement under the cursor, with its text or with what was typed there before."""
    statement = screen.page.current
    if statement is None or screen.sitting is None or screen.field.is_open:
        return
    if not statement.editable:
        screen.app.say("This is not edited in place.", "E opens everything in your editor.")
        return
    screen.page.show_cursor()
    screen.field.open(statement.place, statement.text, statement.text if typed is None else typed)
    screen.place_field()


async def keep_typed(screen: "PaperScreen", place: str, text: str) -> None:
    """Keep what is typed, so that nothing is lost whatever happens to this process or this terminal."""
    if screen.sitting is not None:
        desk, case = screen.app.desk, screen.sitting.case
        await screen.app.attempt(
            desk.store.unsaved.keep, case.row.id, desk.person, place, case.draft.content_hash, text
        )


async def end_edit(screen: "PaperScreen", field: EditField) -> None:
    """Take the field away and put its text on record; what is refused stays in the field, or is kept."""
    sitting = screen.sitting
    if sitting is None:
        return
    if field.text == field.before:
        await _drop(screen, field.place)
    else:
        done = await screen.decide(decide.edit_statement, sitting.case, field.place, field.text, screen.app.desk.person)
        if done is None:
            field.is_busy = False
            field.focus()
            return
        await _drop(screen, field.place)
        _tell_found(screen, done)
    field.close()
    screen.page.focus()


def _tell_found(screen: "PaperScreen", done: Outcome) -> None:
    """What the checks say of the edited page."""
    blocking = len(done.case.standing.blocking)
    screen.app.say(f"Edited; {blocking} blocking findings are open." if blocking else "Edited; nothing blocks.")


async def edit_all(screen: "PaperScreen") -> None:
    """Edit the whole draft in the person's editor; the screen comes back when that is closed."""
    if screen.sitting is None:
        return
    desk, case = screen.app.desk, screen.sitting.case
    file = await screen.app.attempt(desk.store.edit_files.begin, file_name(case.row.display_id), decide.edit_text(case))
    if file is None:
        return
    await screen.app.attempt(desk.hold, case.row.id, _IN_EDITOR)
    try:
        with screen.app.suspend():
            run_editor(file)
    except (SetupError, SuspendNotSupported) as error:
        screen.app.say(str(error), getattr(error, "remedy", ""), wrong=True)
    else:
        done = await screen.decide(_take_in, case, file, desk.person)
        if done is not None:
            _tell_found(screen, done)
    await screen.app.attempt(desk.hold, case.row.id)


def _take_in(store: Store, settings: Settings, case: Case, file: Path, person: str) -> Outcome:
    with store.edit_files.until_on_record(file):
        return decide.edit(store, settings, case, store.edit_files.read(file), person)


async def offer_unsaved(screen: "PaperScreen", edits: tuple[UnsavedEdit, ...]) -> None:
    """Offer what was being typed when this paper was last left without a good-bye."""
    for edit in edits:
        at = next((n for n, each in enumerate(screen.page.statements) if each.place == edit.place), None)
        changed = screen.sitting is not None and edit.content_hash != screen.sitting.case.draft.content_hash
        lines = [
            told(f"At {edit.place}, {edit.saved_at[:16].replace('T', ' ')}:", SOFT),
            told(edit.text),
            *([told("The draft has changed since.", WARN)] if changed else []),
            *([told("Its place is not on the page any more.", WARN)] if at is None else []),
        ]
        answer = await screen.app.push_screen_wait(
            Confirm("An edit was not finished", lines, "go on with it", "drop it")
        )
        if answer is False:
            await _drop(screen, edit.place)
        elif answer and at is not None:
            screen.page.cursor = at
            begin_edit(screen, visible(edit.text))
            return


async def _drop(screen: "PaperScreen", place: str) -> None:
    if screen.sitting is not None:
        desk = screen.app.desk
        await screen.app.attempt(desk.store.unsaved.drop, screen.sitting.case.row.id, desk.person, place)
