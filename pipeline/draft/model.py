"""The model drafter: one call a paper, each raw reply kept before it is read, each attempt on record."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final

from pipeline.config import Settings
from pipeline.draft.call_error import CallError
from pipeline.draft.cost import cost_of, total_cost, total_usage
from pipeline.draft.facts.categories import CATEGORIES
from pipeline.draft.fence import fence
from pipeline.draft.grounding import summary_from_reply
from pipeline.draft.outcome import Outcome, ReplyOutcome, read_reply
from pipeline.draft.ports import CallLog, CallRecord, Replies
from pipeline.draft.prompt import Prompt
from pipeline.draft.reply import DraftReply
from pipeline.draft.request import Request
from pipeline.draft.speech import ReplyFormat, Speech, format_note, simpler
from pipeline.draft.wire import post
from pipeline.errors import DraftError, SetupError, Who
from pipeline.models.draft import Provenance
from pipeline.models.ids import Sha256
from pipeline.models.paper import Basis, Paper
from pipeline.models.summary import Summary
from pipeline.retry import Wait, exponential, retrying

if TYPE_CHECKING:
    from openai import AsyncOpenAI

DRAFT_VARIABLES: Final = frozenset({"mark", "paper", "basis", "categories", "note"})
"""What the prompt `draft` is given; hand it to `load_prompt` as `offered`."""


@dataclass(frozen=True)
class DraftResult:
    """A drafted summary and how it came about."""

    summary: Summary
    provenance: Provenance


@dataclass(frozen=True)
class Estimate:
    """What drafting a paper would take: an estimate of the input, a ceiling of the output and of the cost."""

    input_tokens: int
    output_tokens_at_most: int
    cost_at_most: float | None


@dataclass(frozen=True)
class _Answer:
    """A reply, wherever it came from."""

    key: Sha256
    format: ReplyFormat
    read: ReplyOutcome
    cost: float | None


class ModelDrafter:
    """Drafts papers with one model on one server.

    One instance serves a whole run, for any number of papers at once; it remembers which dialect the server takes.
    `replies` and `calls` are handed in by the caller, as are the client (see `build_client`) and the prompt.
    """

    def __init__(
        self,
        settings: Settings,
        client: "AsyncOpenAI",
        prompt: Prompt,
        replies: Replies,
        calls: CallLog,
        *,
        wait: Wait | None = None,
    ) -> None:
        self._settings, self._model = settings, _named(settings)
        self._client, self._prompt = client, prompt
        self._replies, self._calls = replies, calls
        self._wait = wait or exponential()
        self._speech = Speech()
        self._categories = settings.categories or CATEGORIES

    async def draft(self, paper: Paper, *, attempt_from: int = 1, note: str | None = None) -> DraftResult:
        """Draft a paper; replies that were kept are used again, so that the same call is never paid twice.

        Attempts are numbered from `attempt_from`: a number that was used before gives the reply that was kept, a
        new one a new reply. `note` is what a reviewer wants changed. Raises DraftError whose kind names the
        outcome (`cut_off`, `refused`, `wrong_shape`, `rate_limited`, `too_long`, …).
        """
        request = self._fitting(paper, note)
        answers: list[_Answer] = []
        for attempt in range(attempt_from, attempt_from + self._settings.attempts):
            answers.append(await self._answer(request, attempt))
            read = answers[-1].read
            if read.reply is not None:
                return self._result(paper, read.reply, answers, attempt)
            if read.outcome in (Outcome.REFUSED, Outcome.FILTERED):
                break
        raise _unusable(answers)

    def _fitting(self, paper: Paper, note: str | None) -> Request:
        request = request_for(self._settings, self._prompt, paper, note)
        needed = request.input_tokens + self._settings.max_output_tokens
        if needed > self._settings.context_tokens:
            raise DraftError(
                f"the paper needs about {needed:,} tokens, the model's context is set to"
                f" {self._settings.context_tokens:,}",
                remedy="Set context_tokens if the model takes more, use another model, or use `--drafter offline`.",
                kind="too_long",
            )
        return request

    async def _answer(self, request: Request, attempt: int) -> _Answer:
        return await self._kept(request, attempt) or await self._called(request, attempt)

    async def _kept(self, request: Request, attempt: int) -> _Answer | None:
        for spoken in sorted(ReplyFormat, key=lambda each: each is not self._speech.format):
            key = request.key(spoken, attempt)
            raw = await self._replies.get(key)
            if raw is not None and (read := read_reply(raw)).outcome is not Outcome.TRANSPORT:
                await self._record(key, attempt, read.outcome, cached=True, read=read)
                return _Answer(key, spoken, read, self._cost(read))
        return None

    async def _called(self, request: Request, attempt: int) -> _Answer:
        while True:
            speech = self._speech
            try:
                call = partial(self._attempt, request, attempt, speech)
                return await retrying(call, wait=self._wait, ceiling=self._settings.retry_for)
            except CallError as error:
                fallback = simpler(speech, error)
                if fallback is None:
                    raise
                if self._speech == speech:  # else another paper's call has found out the same meanwhile
                    self._speech = fallback

    async def _attempt(self, request: Request, attempt: int, speech: Speech) -> _Answer:
        key, started = request.key(speech.format, attempt), monotonic()
        try:
            raw = await post(self._client, request.body(speech))
        except CallError as error:
            await self._record(key, attempt, error.kind, status=error.status, seconds=monotonic() - started)
            raise
        await self._replies.put(key, raw)
        read = read_reply(raw)
        seconds = monotonic() - started
        await self._record(key, attempt, read.outcome, status=200, seconds=seconds, read=read)
        return _Answer(key, speech.format, read, self._cost(read))

    async def _record(
        self,
        key: Sha256,
        attempt: int,
        outcome: str,
        *,
        cached: bool = False,
        status: int | None = None,
        seconds: float = 0.0,
        read: ReplyOutcome | None = None,
    ) -> None:
        await self._calls.record(
            CallRecord(
                request_hash=key,
                model=self._model,
                attempt=attempt,
                cached=cached,
                outcome=outcome,
                status=status,
                usage=read.usage if read else None,
                cost=None if cached or read is None else self._cost(read),
                seconds=seconds,
            )
        )

    def _cost(self, read: ReplyOutcome) -> float | None:
        return cost_of(read.usage, self._settings.prices.get(self._model))

    def _result(self, paper: Paper, reply: DraftReply, answers: list[_Answer], attempt: int) -> DraftResult:
        last = answers[-1]
        author = last.read.model or self._model
        known, notes = self._known_categories(reply)
        provenance = Provenance(
            author=author,
            prompt_name=self._prompt.name,
            prompt_version=self._prompt.version,
            prompt_hash=self._prompt.hash,
            request_hash=last.key,
            attempt=attempt,
            usage=total_usage(answer.read.usage for answer in answers),
            cost=total_cost(answer.cost for answer in answers),
            notes=(*_told(answers[:-1]), *format_note(last.format), *last.read.notes, *notes),
        )
        return DraftResult(summary_from_reply(known, paper, author), provenance)

    def _known_categories(self, reply: DraftReply) -> tuple[DraftReply, tuple[str, ...]]:
        unknown = [name for name in reply.categories if name not in self._categories]
        if not unknown:
            return reply, ()
        known = [name for name in reply.categories if name in self._categories]
        return reply.model_copy(update={"categories": known}), (f"Left out categories that do not exist: {unknown!r}.",)


def request_for(settings: Settings, prompt: Prompt, paper: Paper, note: str | None = None) -> Request:
    """The request by which the configured model is asked for a draft of this paper. Raises SetupError without one."""
    fenced = fence(paper)
    messages = prompt.render(
        mark=fenced.mark,
        paper=fenced.text,
        basis=_BASIS[paper.basis],
        categories="; ".join(settings.categories or CATEGORIES),
        note=note or "nothing",
    )
    return Request(
        model=_named(settings),
        temperature=settings.temperature,
        max_output_tokens=settings.max_output_tokens,
        prompt_hash=prompt.hash,
        messages=tuple(messages),
        keep_on_server=None if settings.base_url else False,
    )


def estimate(settings: Settings, prompt: Prompt, paper: Paper) -> Estimate:
    """What one call for this paper would take; nothing is sent. Raises SetupError where no model is named."""
    request, price = request_for(settings, prompt, paper), settings.prices.get(_named(settings))
    most = settings.max_output_tokens
    cost = None if price is None else (request.input_tokens * price.input + most * price.output) / 1_000_000
    return Estimate(request.input_tokens, most, cost)


def _named(settings: Settings) -> str:
    if not settings.model:
        raise SetupError("no model is named", remedy="Set LAYLINE_MODEL or `model` in layline.toml.", kind="no_model")
    return settings.model


_BASIS: Final = {Basis.FULL_TEXT: "its full text", Basis.ABSTRACT_ONLY: "its abstract only, not the full text"}


def _told(unusable: Iterable[_Answer]) -> tuple[str, ...]:
    return tuple(f"An earlier reply could not be used ({a.read.outcome}): {a.read.detail}" for a in unusable)


_REMEDIES: Final = {
    Outcome.CUT_OFF: "Raise max_output_tokens, or use a model that writes shorter.",
    Outcome.REFUSED: "Read what the model says; draft with another model or with `--drafter offline`.",
    Outcome.FILTERED: "Draft with another model or with `--drafter offline`.",
    Outcome.EMPTY: "Ask again, or use another model; reasoning models may need a higher max_output_tokens.",
    Outcome.NOT_JSON: "Ask again, or use a model and server that hold to a JSON schema.",
    Outcome.WRONG_SHAPE: "Ask again, or use a model and server that hold to a JSON schema.",
    Outcome.TRANSPORT: "The next run tries again; see `layline doctor` for what OPENAI_BASE_URL answers.",
}


def _unusable(answers: list[_Answer]) -> DraftError:
    read = answers[-1].read
    times = f"the last of {len(answers)} replies" if len(answers) > 1 else "the reply"
    return DraftError(
        f"no draft came of it: {times} is {read.outcome}: {read.detail}",
        remedy=_REMEDIES[read.outcome],
        kind=read.outcome,
        who=Who.PIPELINE if read.outcome is Outcome.TRANSPORT else Who.PERSON,
    )
