"""The queue at a prompt: what waits, in which order, and which paper to open."""

from dataclasses import replace
from typing import Final

from pipeline.cli.plain.failing import refusals_told
from pipeline.cli.plain.paper_talk import PaperTalk
from pipeline.cli.plain.prompt import Prompt
from pipeline.cli.plain.seat import Seat
from pipeline.cli.plain.telling import row_line
from pipeline.cli.plain.words import Leave, Word
from pipeline.models.ids import PaperId
from pipeline.models.status import Status
from pipeline.review.queue import WAITING, QueueFilter, QueueOrder, arranged, waits
from pipeline.text.so_many import so_many

_PAGE: Final = 20
"""Papers that are told at a time."""


class QueueTalk:
    """The queue before a person; numbers name the papers as they were told last."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.order = QueueOrder.RISK
        self.wanted = QueueFilter()
        self.told = 0
        self.rows = arranged((), self.order)

    def run(self) -> None:
        """Talk until the person leaves."""
        self.tell()
        while True:
            line = self.seat.voice.hear("Queue. What now? (? lists the words)")
            if line is None:
                return
            with refusals_told(self.seat.voice):
                if _PROMPT.answer(self, self.seat.voice, line) is Leave.REVIEW:
                    return

    def tell(self) -> None:
        """Read the queue anew and tell its first papers."""
        found = self.seat.store.queue.rows(WAITING)
        self.rows, self.told = arranged(filter(waits, found), self.order, self.wanted), 0
        self.seat.voice.say(f"{so_many(len(self.rows), 'paper')} waiting, by {self.order.value}.")
        self.more()

    def more(self) -> None:
        """Tell the next papers."""
        shown = self.rows[self.told : self.told + _PAGE]
        self.seat.voice.say(*(row_line(self.told + count, row) for count, row in enumerate(shown, start=1)))
        self.told += len(shown)
        if self.told < len(self.rows):
            self.seat.voice.say(f"{len(self.rows) - self.told} more. Type more to hear them.")

    def open(self, paper_id: PaperId) -> Leave | None:
        """Open a paper, and come back to the queue unless the person leaves the review."""
        left = PaperTalk(self.seat, paper_id).run()
        if left is Leave.REVIEW:
            return left
        self.tell()
        return None


def _open(talk: QueueTalk, rest: str) -> Leave | None:
    if rest.isdigit() and 1 <= int(rest) <= len(talk.rows):
        return talk.open(talk.rows[int(rest) - 1].id)
    return talk.open(talk.seat.store.papers.find(rest).id)


def _order(talk: QueueTalk, rest: str) -> None:
    if rest not in set(QueueOrder):
        talk.seat.voice.say(f"Orders: {', '.join(QueueOrder)}.")
        return
    talk.order = QueueOrder(rest)
    talk.tell()


def _status(talk: QueueTalk, rest: str) -> None:
    chosen = rest.replace(" ", "_")
    if rest and chosen not in set(WAITING):
        talk.seat.voice.say(f"Statuses that wait: {', '.join(WAITING)}.")
        return
    _filter(talk, replace(talk.wanted, status=Status(chosen) if chosen else None))


def _filter(talk: QueueTalk, wanted: QueueFilter) -> None:
    talk.wanted = wanted
    talk.tell()


_PROMPT: Prompt[QueueTalk] = Prompt(
    number="open",
    empty="list",
    words=(
        Word("open", "open a paper by its number or id; a number alone does the same", _open, (), "NUMBER"),
        Word("list", "read the queue anew; an empty line does the same", lambda talk, _rest: talk.tell()),
        Word("more", "tell the next papers", lambda talk, _rest: talk.more()),
        Word("order", "choose what comes first: risk, ready, waiting or title", _order, (), "NAME"),
        Word(
            "find",
            "only papers with these words in title, DOI or id",
            lambda talk, rest: _filter(talk, replace(talk.wanted, text=rest)),
            (),
            "WORDS",
        ),
        Word("status", "only papers of this status", _status, (), "STATUS"),
        Word(
            "category",
            "only papers of this category",
            lambda talk, rest: _filter(talk, replace(talk.wanted, category=rest or None)),
            (),
            "NAME",
        ),
        Word("all", "every paper that waits", lambda talk, _rest: _filter(talk, QueueFilter())),
        Word("quit", "leave the review", lambda _talk, _rest: Leave.REVIEW, ("q", "exit")),
    ),
)
