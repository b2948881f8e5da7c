"""One paper, statement by statement: what the person typed is understood here and done in `deciding`."""

from pipeline import decide
from pipeline.case import Case, open_case
from pipeline.cli.plain import deciding, going
from pipeline.cli.plain.failing import refusals_told
from pipeline.cli.plain.prompt import Prompt
from pipeline.cli.plain.seat import HOLD_SECONDS, Seat
from pipeline.cli.plain.telling import paper_lines, statement_lines
from pipeline.cli.plain.words import Leave, Word
from pipeline.models.ids import PaperId
from pipeline.review.statement import ReviewStatement


class PaperTalk:
    """A paper that is open before a person; `at` is the index of the statement that was told last."""

    def __init__(self, seat: Seat, paper_id: PaperId) -> None:
        self.seat = seat
        self.case: Case = open_case(seat.store, seat.store.papers.get(paper_id), seat.settings)
        self.at = 0
        self._shown: ReviewStatement | None = None

    @property
    def statement(self) -> ReviewStatement:
        """The statement that is before the person."""
        return self.case.statements[self.at]

    def run(self) -> Leave:
        """Talk until the person leaves; the paper is held meanwhile, and given back then."""
        voice = self.seat.voice
        voice.say(*paper_lines(self.case))
        self.holds()
        try:
            deciding.tell_unsaved(self)
            self.tell()
            return self._until_left()
        finally:
            self.seat.store.holds.release(self.case.row.id, self.seat.person)

    def tell(self) -> None:
        """Tell the statement that is before the person."""
        marks = self.seat.store.seen.by(self.case.row.id, self.seat.person)
        seen = (self.statement.place, self.statement.hash) in marks
        count = len(self.case.statements)
        self.seat.voice.say(*statement_lines(self.statement, self.at + 1, count, seen=seen))
        self._shown = self.statement

    def holds(self) -> bool:
        """Hold the paper for a while from now; where somebody else has it, say so."""
        hold = self.seat.store.holds.take(self.case.row.id, self.seat.person, HOLD_SECONDS)
        if not hold.is_of(self.seat.person):
            self.seat.voice.say(
                f"{hold.person} has this paper open since {hold.since[:16].replace('T', ' ')}. "
                "You can read it; decide when it is given back."
            )
        return hold.is_of(self.seat.person)

    def reopen(self) -> None:
        """Take the paper up as it stands now, at the same place."""
        row = self.seat.store.papers.get(self.case.row.id)
        place, self.case = self.statement.place, open_case(self.seat.store, row, self.seat.settings)
        places = [statement.place for statement in self.case.statements]
        self.at = places.index(place) if place in places else min(self.at, len(places) - 1)

    def _until_left(self) -> Leave:
        while True:
            line = self.seat.voice.hear(f"{self.at + 1} of {len(self.case.statements)}. What now? (? lists the words)")
            if line is None:
                return Leave.REVIEW
            self._mark_shown()
            with refusals_told(self.seat.voice):
                left = _PROMPT.answer(self, self.seat.voice, line)
                if left is not None:
                    return left

    def _mark_shown(self) -> None:
        """Who types a word after a statement was told has had it before them."""
        if self._shown is not None:
            decide.mark_seen(self.seat.store, self.case, self.seat.person, [self._shown])
            self._shown = None


_PROMPT: Prompt[PaperTalk] = Prompt(
    number="jump",
    empty="next",
    words=(
        Word("next", "go to the next statement; an empty line does the same", going.forward, ("n",)),
        Word("previous", "go to the statement before", going.backward, ("p",)),
        Word(
            "jump", "go to a statement by its number or place; a number alone does the same", going.jump, (), "NUMBER"
        ),
        Word("finding", "go to the next statement with an open finding", going.to_finding, ("f",)),
        Word("unproved", "go to the next statement without proof", going.to_unproved, ("u",)),
        Word("again", "tell this statement once more", going.again, ("a",)),
        Word("passage", "tell the passage of the paper around a proof", going.tell_passage, (), "NUMBER"),
        Word("overview", "tell how the paper stands", going.overview, ("o",)),
        Word("history", "tell who decided what", going.history),
        Word("difference", "tell what changed since the draft before", going.tell_difference),
        Word("edit", "type another text for this statement", deciding.edit_text),
        Word("proof", "type other quotes for this statement", deciding.edit_proof),
        Word("edit all", "edit the whole draft in your editor", deciding.edit_all),
        Word("resume", "save what you were typing when you were last interrupted", deciding.resume),
        Word("forget", "forget what you were typing then", deciding.forget),
        Word("waive", "waive a finding of this draft, with a reason", deciding.waive, (), "KEY"),
        Word("approve", "approve exactly this page", deciding.approve),
        Word("reject", "reject the draft, with a reason", deciding.reject),
        Word("request changes", "have it drafted anew, with a reason", deciding.request_changes),
        Word("undo", "take back your last decision on this paper", deciding.undo),
        Word("queue", "leave this paper and go back to the queue", lambda _talk, _rest: Leave.PAPER, ("back",)),
        Word("quit", "leave the review", lambda _talk, _rest: Leave.REVIEW, ("q", "exit")),
    ),
)
