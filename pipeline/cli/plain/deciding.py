"""The decisions at a paper's prompt: each asks for what it needs, then goes the way of the command of its name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from pipeline import decide
from pipeline.cli.plain.seat import EDITOR_SECONDS
from pipeline.cli.signing import signed_lines
from pipeline.config import Settings
from pipeline.decide import Outcome
from pipeline.editor import run_editor
from pipeline.errors import ReviewError
from pipeline.export.file_names import file_name
from pipeline.models.ids import Sha256
from pipeline.review import rules
from pipeline.store.store import Store
from pipeline.store.unsaved import UnsavedEdit
from pipeline.text.in_words import in_words
from pipeline.text.so_many import so_many

if TYPE_CHECKING:
    from pipeline.cli.plain.paper_talk import PaperTalk


def approve(talk: "PaperTalk", _rest: str) -> None:
    """Tell what is signed, ask once, approve. What would be refused is refused before it is asked."""
    if not talk.holds():
        return
    seat, case = talk.seat, talk.case
    required, unseen = seat.settings.required_approvals, decide.unseen(seat.store, case, seat.person)
    seat.voice.say(*signed_lines(seat.store, case, seat.person, required))
    for statement in unseen:
        seat.voice.say(f"Not looked at yet: {statement.heading}, at {statement.place or 'the whole page'}.")
    rules.approve(case.standing, seat.person, "", required=required, unseen=unseen)
    if seat.voice.agrees(f"Do you, {seat.person}, approve exactly this?"):
        _done(
            talk, decide.approve(seat.store, seat.settings, case.row.display_id, seat.person, expected=_content(talk))
        )
    else:
        seat.voice.say("Nothing was decided.")


def reject(talk: "PaperTalk", rest: str) -> None:
    """Reject the draft."""
    _with_reason(talk, rest, decide.reject)


def request_changes(talk: "PaperTalk", rest: str) -> None:
    """Have the paper drafted anew."""
    _with_reason(talk, rest, decide.request_changes)


def waive(talk: "PaperTalk", rest: str) -> None:
    """Waive the finding of this key; where none is named, the only open one of this statement."""
    here = [noted.finding.key for noted in talk.statement.findings if noted.open]
    if not rest and len(here) != 1:
        talk.seat.voice.say(f"Name the finding by its key: waive KEY. Open here: {', '.join(here) or 'none'}.")
        return

    def act(store: Store, settings: Settings, words: str, by: str, reason: str, *, expected: Sha256 | None) -> Outcome:
        return decide.waive(store, settings, words, rest or here[0], by, reason, expected=expected)

    _with_reason(talk, "", act)


def undo(talk: "PaperTalk", rest: str) -> None:
    """Take back one's own last decision."""
    if talk.holds():
        seat, expected = talk.seat, _content(talk)
        _done(
            talk, decide.undo(seat.store, seat.settings, talk.case.row.display_id, seat.person, rest, expected=expected)
        )


def edit_text(talk: "PaperTalk", _rest: str) -> None:
    """Another text for the statement; what is typed is kept until it is saved."""
    statement = talk.statement
    if not statement.editable:
        talk.seat.voice.say("This is not free text. Type `edit all` to change it in your editor.")
        return
    if not talk.holds():
        return
    talk.seat.voice.say(f"It reads: {statement.text}")
    text = talk.seat.voice.hear("New text in one line, or an empty line to leave it:")
    if not text or not text.strip():
        talk.seat.voice.say("Nothing was changed.")
        return
    _save(talk, statement.place, text)


def edit_proof(talk: "PaperTalk", _rest: str) -> None:
    """Other quotes for the statement; its text stays."""
    statement = talk.statement
    if not statement.editable or not talk.holds():
        talk.seat.voice.say("Its quotes cannot be changed here.")
        return
    talk.seat.voice.say("Type each quote as it stands in the paper, one a line; an empty line ends.")
    quotes = talk.seat.voice.hear_lines("Quote:")
    if not quotes:
        talk.seat.voice.say("Nothing was changed.")
        return
    _edited(talk, statement.place, statement.text, quotes)


def edit_all(talk: "PaperTalk", _rest: str) -> None:
    """The whole draft, in the person's editor."""
    if not talk.holds():
        return
    seat, case = talk.seat, talk.case
    file = seat.store.edit_files.begin(file_name(case.row.display_id), decide.edit_text(case))
    seat.store.holds.take(case.row.id, seat.person, EDITOR_SECONDS)
    run_editor(file)
    with seat.store.edit_files.until_on_record(file):
        text = seat.store.edit_files.read(file)
        _done(talk, decide.edit(seat.store, seat.settings, case, text, seat.person, expected=_content(talk)))


def tell_unsaved(talk: "PaperTalk") -> None:
    """Tell what the person was typing when they were interrupted."""
    for edit in _unsaved(talk):
        stale = "" if edit.content_hash == talk.case.draft.content_hash else " The draft has changed since."
        talk.seat.voice.say(
            f"You were typing at {edit.place} when you were interrupted: {edit.text}",
            f"Type resume to save it, or forget.{stale}",
        )


def resume(talk: "PaperTalk", _rest: str) -> None:
    """Save what was typed last."""
    found = _unsaved(talk)
    if not found:
        talk.seat.voice.say("Nothing waits to be saved.")
    elif talk.holds():
        _save(talk, found[-1].place, found[-1].text)


def forget(talk: "PaperTalk", _rest: str) -> None:
    """Forget everything that was typed and not saved."""
    for edit in _unsaved(talk):
        talk.seat.store.unsaved.drop(edit.paper_id, talk.seat.person, edit.place)
    talk.seat.voice.say("Forgotten.")


def _unsaved(talk: "PaperTalk") -> tuple[UnsavedEdit, ...]:
    return talk.seat.store.unsaved.all(talk.case.row.id, talk.seat.person)


def _save(talk: "PaperTalk", place: str, text: str) -> None:
    """Keep the text first: whatever happens from here on, it is not lost."""
    unsaved, paper_id = talk.seat.store.unsaved, talk.case.row.id
    unsaved.keep(paper_id, talk.seat.person, place, _content(talk), text)
    try:
        _edited(talk, place, text, None)
    except ReviewError as error:
        if error.kind != "unchanged":
            raise
        talk.seat.voice.say("It reads so already.")
    unsaved.drop(paper_id, talk.seat.person, place)


def _edited(talk: "PaperTalk", place: str, text: str, quotes: Sequence[str] | None) -> None:
    seat = talk.seat
    reason = (seat.voice.hear("Why? (may be empty)") or "").strip()
    edited = decide.edit_statement(
        seat.store, seat.settings, talk.case, place, text, seat.person, reason, quotes=quotes, expected=_content(talk)
    )
    _done(talk, edited)
    talk.tell()


class _Reasoned(Protocol):
    """A decision that needs a reason."""

    def __call__(
        self, store: Store, settings: Settings, words: str, by: str, reason: str, *, expected: Sha256 | None
    ) -> Outcome: ...


def _with_reason(talk: "PaperTalk", given: str, act: _Reasoned) -> None:
    if not talk.holds():
        return
    seat = talk.seat
    reason = given or (seat.voice.hear("Why? (an empty line decides nothing)") or "").strip()
    if not reason:
        seat.voice.say("Nothing was decided.")
        return
    paper = talk.case.row.display_id
    _done(talk, act(seat.store, seat.settings, paper, seat.person, reason, expected=_content(talk)))


def _done(talk: "PaperTalk", outcome: Outcome) -> None:
    decision, blocking = outcome.decision, len(outcome.case.standing.blocking)
    about = f" of decision {decision.undoes}" if decision.undoes else ""
    talk.seat.voice.say(
        f"Done: {in_words(decision.kind.value)}{about} by {decision.by}. "
        f"The paper is {in_words(outcome.status.value)} now; {so_many(blocking, 'finding')} blocking."
    )
    talk.reopen()


def _content(talk: "PaperTalk") -> Sha256:
    return talk.case.draft.content_hash
