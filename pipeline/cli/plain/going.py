"""Moving about in a paper, and asking to be told more."""

from typing import TYPE_CHECKING

from pipeline.cli.plain.telling import change_lines, decision_line, paper_lines, passage_lines
from pipeline.review.difference import difference
from pipeline.review.going import next_unproved, next_with_finding

if TYPE_CHECKING:
    from pipeline.cli.plain.paper_talk import PaperTalk


def forward(talk: "PaperTalk", _rest: str) -> None:
    """To the next statement, or a word that this is the last."""
    if talk.at + 1 == len(talk.case.statements):
        talk.seat.voice.say("This is the last statement.")
        return
    _go(talk, talk.at + 1)


def backward(talk: "PaperTalk", _rest: str) -> None:
    """To the statement before, or a word that this is the first."""
    if talk.at == 0:
        talk.seat.voice.say("This is the first statement.")
        return
    _go(talk, talk.at - 1)


def jump(talk: "PaperTalk", rest: str) -> None:
    """To a statement by its number, or by its place."""
    places = [statement.place for statement in talk.case.statements]
    number = int(rest) - 1 if rest.isdigit() else places.index(rest) if rest in places else -1
    if 0 <= number < len(places):
        _go(talk, number)
    else:
        talk.seat.voice.say(f"There is no statement {rest}. Give a number from 1 to {len(places)}.")


def to_finding(talk: "PaperTalk", _rest: str) -> None:
    """To the next statement with an open finding."""
    _found(talk, next_with_finding(talk.case.statements, talk.at), "No finding is open on this page.")


def to_unproved(talk: "PaperTalk", _rest: str) -> None:
    """To the next statement without proof."""
    _found(talk, next_unproved(talk.case.statements, talk.at), "Every statement on this page has its proof.")


def again(talk: "PaperTalk", _rest: str) -> None:
    """The same statement once more."""
    talk.tell()


def tell_passage(talk: "PaperTalk", rest: str) -> None:
    """The passage around a proof of this statement, the first where none is named."""
    evidence, number = talk.statement.evidence, int(rest) if rest.isdigit() else 1
    if not 1 <= number <= len(evidence):
        talk.seat.voice.say(f"This statement has {len(evidence)} proofs.")
        return
    talk.seat.voice.say(*passage_lines(talk.case.paper, evidence[number - 1]))


def overview(talk: "PaperTalk", _rest: str) -> None:
    """How the paper stands."""
    talk.seat.voice.say(*paper_lines(talk.case))


def history(talk: "PaperTalk", _rest: str) -> None:
    """Every decision."""
    lines = [decision_line(decision) for decision in talk.case.decisions]
    talk.seat.voice.say(*(lines or ["Nothing was decided yet."]))


def tell_difference(talk: "PaperTalk", _rest: str) -> None:
    """What changed since the draft before."""
    before = talk.seat.store.drafts.before(talk.case.draft)
    if before is None:
        talk.seat.voice.say("This is the first draft.")
        return
    changes = difference(before.summary, talk.case.draft.summary)
    talk.seat.voice.say(*change_lines(changes) if changes else ["No statement was changed."])


def _found(talk: "PaperTalk", at: int | None, none: str) -> None:
    if at is None:
        talk.seat.voice.say(none)
        return
    _go(talk, at)


def _go(talk: "PaperTalk", at: int) -> None:
    talk.at = at
    talk.holds()
    talk.tell()
