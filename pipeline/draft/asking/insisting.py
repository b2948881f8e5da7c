"""Asks until a reply can be used, as long as asking again may help; what was sound in a spoiled reply is kept."""

from dataclasses import dataclass
from typing import Any, Final, Generic

from pipeline.draft.asking.asker import Answer, Asker
from pipeline.draft.asking.form import R, ReplyForm
from pipeline.draft.asking.outcome import Outcome, ReplyOutcome
from pipeline.draft.asking.request import Request
from pipeline.errors import DraftError, Who


@dataclass(frozen=True)
class Insisted(Generic[R]):
    """A reply that can be used, every answer on the way to it, and what had to be done, for the reviewer."""

    reply: R
    answers: tuple[Answer[Any], ...]
    attempt: int
    notes: tuple[str, ...]


async def insist(
    asker: Asker, request: Request[R], *, attempts: int, attempt_from: int = 1, wanted: str = "draft"
) -> Insisted[R]:
    """The first usable reply to a request within so many attempts, numbered from `attempt_from`.

    A reply of the wrong shape goes back with its faults: fields that are sound are kept, only the others are asked
    for again. Raises DraftError whose kind names the last outcome, and whose words name what was `wanted`.
    """
    answers: list[Answer[Any]] = []
    asked: Request[Any] = request
    kept: dict[str, Any] = {}
    for attempt in range(attempt_from, attempt_from + attempts):
        answers.append(await asker.ask(asked, attempt))
        read = answers[-1].read
        kept |= read.reply.model_dump(mode="json") if read.reply is not None else read.whole
        if request.form.model.model_fields.keys() <= kept.keys():
            reply = request.form.model.model_validate(kept, strict=False)
            return Insisted(reply, tuple(answers), attempt, _notes(answers, read))
        if read.outcome in (Outcome.REFUSED, Outcome.FILTERED):
            break
        asked = _again(request, kept, read)
    raise _unusable(answers, wanted)


def _again(request: Request[R], kept: dict[str, Any], read: ReplyOutcome[Any]) -> Request[Any]:
    if read.outcome in (Outcome.TRANSPORT, Outcome.EMPTY):
        return request  # it says nothing about the question
    said = f"An earlier reply to this could not be used ({read.outcome}): {read.detail}"
    if read.outcome is Outcome.CUT_OFF:
        return request.also(f"{said}. Write less in each field, so that the object comes to its end.")
    missing = [name for name in request.form.model.model_fields if name not in kept]
    if not kept:
        return request.also(f"{said}\nGive the whole object again.")
    form: ReplyForm[Any] = request.form.only(missing)
    part = Request(request.manner, request.prompt, request.messages, form)
    return part.also(f"{said}\nThe other fields are kept. Give an object that holds only: {', '.join(missing)}.")


def _notes(answers: list[Answer[Any]], last: ReplyOutcome[Any]) -> tuple[str, ...]:
    spoiled = [answer.read for answer in answers if answer.read.reply is None]
    told = (f"An earlier reply could not be used ({read.outcome}): {read.detail}" for read in spoiled if read != last)
    left_out = (f"What was not asked for was left out of the reply: {last.detail}",) if last.reply is None else ()
    return (*told, *left_out, *last.notes)


_REMEDIES: Final = {
    Outcome.CUT_OFF: "Raise max_output_tokens, or use a model that writes shorter.",
    Outcome.REFUSED: "Read what the model says; draft with another model or with `--drafter offline`.",
    Outcome.FILTERED: "Draft with another model or with `--drafter offline`.",
    Outcome.EMPTY: "Use another model; reasoning models may need a higher max_output_tokens.",
    Outcome.NOT_JSON: "Use a model and server that hold to a JSON schema, or raise `attempts`.",
    Outcome.WRONG_SHAPE: "Use a model and server that hold to a JSON schema, or raise `attempts`.",
    Outcome.TRANSPORT: "The next run tries again; see `layline doctor` for what OPENAI_BASE_URL answers.",
}


def _unusable(answers: list[Answer[Any]], wanted: str) -> DraftError:
    read = answers[-1].read
    times = f"the last of {len(answers)} replies" if len(answers) > 1 else "the reply"
    return DraftError(
        f"no {wanted} came of it: {times} is {read.outcome}: {read.detail}",
        remedy=_REMEDIES[read.outcome],
        kind=read.outcome,
        who=Who.PIPELINE if read.outcome is Outcome.TRANSPORT else Who.PERSON,
    )
