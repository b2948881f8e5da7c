"""Asks a model's server one question at a time; each raw reply is kept before it is read, each attempt on record."""

from asyncio import Lock
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, Generic

from pipeline.config import Settings
from pipeline.draft.asking.call_error import CallError
from pipeline.draft.asking.cost import ceiling_of, cost_of
from pipeline.draft.asking.form import R, ReplyForm
from pipeline.draft.asking.outcome import Outcome, ReplyOutcome, read_reply
from pipeline.draft.asking.ports import CallLog, CallRecord, CallSize, Gate, Replies
from pipeline.draft.asking.request import Manner, Request
from pipeline.draft.asking.speech import Dialects, ReplyFormat, Speech, next_format, simpler
from pipeline.draft.asking.waiting import Waiting, WaitingError
from pipeline.draft.asking.wire import post, told_refusal
from pipeline.draft.prompt import Message, Prompt
from pipeline.models.ids import Sha256
from pipeline.retry import Wait, exponential, retrying

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_DOUBTED_AFTER: Final = 3
"""Answers of 500 in a row, before any success, from which on the way of asking is doubted and not the server."""


@dataclass(frozen=True)
class Answer(Generic[R]):
    """A reply, wherever it came from, with the key under which it is kept."""

    key: Sha256
    format: ReplyFormat
    read: ReplyOutcome[R]
    cost: float | None
    """What the call cost when it was made; None where it is unknown."""


@dataclass(frozen=True)
class Ports:
    """What an asker is handed by its caller."""

    replies: Replies
    calls: CallLog
    gate: Gate
    dialects: Dialects


class Asker:
    """Asks one model on one server, for any number of papers at once; remembers which dialect the server takes."""

    def __init__(
        self, settings: Settings, client: "AsyncOpenAI | None", ports: Ports, *, wait: Wait | None = None
    ) -> None:
        """`client` is None where nothing may be sent: a reply that is not kept is then a WaitingError."""
        self._settings, self.manner = settings, Manner.of(settings)
        self._client, self._ports = client, ports
        self._wait = wait or exponential()
        self._server = settings.base_url or "openai"
        self._speech = ports.dialects.find(self._server, self.manner.model) or Speech()
        self._proven, self._failures, self._doubt = False, 0, Lock()

    def request(self, prompt: Prompt, messages: Sequence[Message], form: ReplyForm[R]) -> Request[R]:
        """A request in this asker's manner."""
        return Request(self.manner, prompt, tuple(messages), form)

    async def ask(self, request: Request[R], attempt: int) -> Answer[R]:
        """The reply that is kept under this attempt, else a new one.

        Raises CallError when the server fails for longer than `retry_for`, or refuses for good; SetupError (`budget`)
        before the call that could pass the budget.
        """
        return await self._kept(request, attempt) or await self._called(request, attempt)

    def price_of(self, read: ReplyOutcome[R]) -> float | None:
        """What a reply cost by the price list."""
        return cost_of(read.usage, self._settings.prices.get(self.manner.model))

    async def _kept(self, request: Request[R], attempt: int) -> Answer[R] | None:
        for spoken in sorted(ReplyFormat, key=lambda each: each is not self._speech.format):
            key = request.key(spoken, attempt)
            raw = await self._ports.replies.get(key)
            if raw is not None and (read := read_reply(raw, request.form)).outcome is not Outcome.TRANSPORT:
                await self._record(request, key, attempt, read.outcome, cached=True, read=read)
                return Answer(key, spoken, read, self.price_of(read))
        return None

    async def _called(self, request: Request[R], attempt: int) -> Answer[R]:
        if self._client is None:
            key, body = request.key(self._speech.format, attempt), request.body(self._speech)
            raise WaitingError([Waiting(key, body, request.prompt.name, attempt)])
        while True:
            speech = self._speech
            try:
                call = partial(self._watched, request, attempt, speech)
                return await retrying(call, wait=self._wait, ceiling=self._settings.retry_for)
            except _DoubtedError as error:
                answer = await self._tried_more_simply(request, attempt, speech, error.cause)
                if answer is not None:
                    return answer
            except CallError as error:
                fallback = simpler(speech, error)
                if fallback is None:
                    raise
                self._fall_back(speech, fallback)

    async def _watched(self, request: Request[R], attempt: int, speech: Speech) -> Answer[R]:
        """One attempt in the way that the server is asked now; that way is doubted where it fails time and again."""
        try:
            return await self._attempt(request, attempt, speech)
        except CallError as error:
            self._note_failure(speech, error)
            raise

    def _fall_back(self, spoken: Speech, fallback: Speech) -> None:
        if self._speech == spoken:  # else another paper's call has found out the same meanwhile
            self._speech, self._proven = fallback, False

    async def _tried_more_simply(
        self, request: Request[R], attempt: int, doubted: Speech, cause: CallError
    ) -> Answer[R] | None:
        """An answer in another dialect, where this one was at fault; else nothing, and the doubt is dropped."""
        async with self._doubt:
            if self._speech != doubted or self._proven:
                return None
            simple = await self._first_that_works(request, attempt, doubted)
            if simple is not None:
                again = await self._once(request, attempt, doubted)
                if again is not None:
                    return again  # the server had only been ill
                self._fall_back(doubted, simple[0])
                self._note_success(simple[0])
                return simple[1]
            self._proven = True  # the server itself is at fault: from here on the retry policy decides
        if self._settings.retry_for <= 0:
            raise cause
        return None

    async def _first_that_works(
        self, request: Request[R], attempt: int, doubted: Speech
    ) -> tuple[Speech, Answer[R]] | None:
        speech = next_format(doubted)
        while speech is not None:
            answer = await self._once(request, attempt, speech)
            if answer is not None:
                return speech, answer
            speech = next_format(speech)
        return None

    async def _once(self, request: Request[R], attempt: int, speech: Speech) -> Answer[R] | None:
        try:
            return await self._attempt(request, attempt, speech)
        except CallError:  # on record in the log of calls
            return None

    async def _attempt(self, request: Request[R], attempt: int, speech: Speech) -> Answer[R]:
        assert self._client is not None  # noqa: S101 - an asker without a client never comes here
        key, api = request.key(speech.format, attempt), self.manner.api
        async with self._ports.gate.attempt(self.size(request)) as bill:
            started = monotonic()
            try:
                raw = await post(self._client, request.body(speech), api)
                await self._ports.replies.put(key, raw)
                if (told := told_refusal(raw)) is not None:
                    raise told
            except CallError as error:
                seconds, status = monotonic() - started, error.status
                status = None if status == 200 else status  # an error in the body: nothing was answered
                await self._record(request, key, attempt, error.kind, status=status, seconds=seconds)
                if error.status is not None or error.kind == "bad_base_url":
                    bill.release()
                raise
            read, seconds = read_reply(raw, request.form), monotonic() - started
            cost = self.price_of(read)
            bill.settle(read.usage, cost)
        await self._record(request, key, attempt, read.outcome, status=200, seconds=seconds, read=read)
        self._note_success(speech)
        return Answer(key, speech.format, read, cost)

    def size(self, request: Request[R]) -> CallSize:
        """What one attempt at this request may take."""
        most = self.manner.max_output_tokens
        cost = ceiling_of(request.input_tokens, most, self._settings.prices.get(self.manner.model))
        return CallSize(input_tokens=request.input_tokens, output_tokens_at_most=most, cost_at_most=cost)

    def _note_failure(self, speech: Speech, error: CallError) -> None:
        if error.status != 500:
            return
        if self._speech != speech:  # another paper's call has found out meanwhile
            raise _DoubtedError(error) from error
        if self._proven or next_format(speech) is None:
            return
        self._failures += 1
        if self._failures >= _DOUBTED_AFTER:
            self._failures = 0
            raise _DoubtedError(error) from error

    def _note_success(self, speech: Speech) -> None:
        self._failures = 0
        if self._speech == speech and not self._proven:
            self._proven = True
            self._ports.dialects.remember(self._server, self.manner.model, speech)

    async def _record(
        self,
        request: Request[R],
        key: Sha256,
        attempt: int,
        outcome: str,
        *,
        cached: bool = False,
        status: int | None = None,
        seconds: float = 0.0,
        read: ReplyOutcome[R] | None = None,
    ) -> None:
        await self._ports.calls.record(
            CallRecord(
                request_hash=key,
                model=self.manner.model,
                prompt=request.prompt.name,
                attempt=attempt,
                cached=cached,
                outcome=outcome,
                status=status,
                usage=read.usage if read else None,
                cost=None if cached or read is None else self.price_of(read),
                seconds=seconds,
            )
        )


class _DoubtedError(Exception):
    """The server answers 500 whenever it is asked this way: perhaps another way of asking would do."""

    def __init__(self, cause: CallError) -> None:
        super().__init__(str(cause))
        self.cause = cause
