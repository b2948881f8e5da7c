"""A second model that is asked one claim and one quote at a time, with closed answers."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Final

from pipeline.draft.asking.asker import Asker
from pipeline.draft.asking.call_error import CallError
from pipeline.draft.asking.insisting import insist
from pipeline.draft.asking.request import Request
from pipeline.draft.prompt import Prompt
from pipeline.draft.replies.verdict import VERDICT, Verdict, VerdictReply
from pipeline.errors import DraftError
from pipeline.models.claim import Claim, Match

_VOTES: Final = 3
"""A verdict against a claim is asked for three times, and two must agree (facts on judges: 2 of 3 votes to block)."""


@dataclass(frozen=True)
class Judgement:
    """What came of one claim: the verdict of most votes, and the quote that it is about."""

    verdict: Verdict
    quote: str


class Judge:
    """Judges claims by their quotes alone. Replies are kept, so that the same claim is asked about once."""

    def __init__(self, asker: Asker, prompt: Prompt, attempts: int) -> None:
        self._asker, self._prompt, self._attempts = asker, prompt, attempts

    async def judge(self, claim: Claim, attempt_from: int = 1) -> Judgement | None:
        """Supported by any quote, else contradicted by any, else in none; None where there is no quote to judge by.

        Verdicts that are kept are used again; where one is unusable, it is asked for anew from `attempt_from` on, if
        that is another attempt. Raises DraftError where the judge gives no usable answer.
        """
        against: Judgement | None = None
        for evidence in claim.evidence:
            if evidence.match is Match.NOT_FOUND:
                continue
            verdict = await self._verdict(_Question(claim.text, evidence.quote, attempt_from))
            if verdict is Verdict.SUPPORTED:
                return Judgement(verdict, evidence.quote)
            if against is None or verdict is Verdict.CONTRADICTED:
                against = Judgement(verdict, evidence.quote)
        return against

    async def _verdict(self, question: "_Question") -> Verdict:
        first = await self._vote(question, 1)
        if first is Verdict.SUPPORTED:
            return first
        votes = Counter([first, *[await self._vote(question, n) for n in range(2, _VOTES + 1)]])
        (most, count), *_ = votes.most_common()
        return most if count > _VOTES // 2 else Verdict.NOT_IN_QUOTE

    async def _vote(self, question: "_Question", number: int) -> Verdict:
        """One answer. A verdict whose words do not stand in the quote is none: it rests on something else."""
        quote = question.quote
        messages = self._prompt.render(statement=json.dumps(question.statement), quote=json.dumps(quote))
        request = self._asker.request(self._prompt, messages, VERDICT)
        reply = await self._usable(request, (number - 1) * self._attempts, question.attempt_from)
        if reply.verdict is not Verdict.NOT_IN_QUOTE and not _stands(reply.span, quote):
            return Verdict.NOT_IN_QUOTE
        return reply.verdict

    async def _usable(self, request: Request[VerdictReply], before: int, attempt_from: int) -> VerdictReply:
        try:
            return await self._insisted(request, 1 + before)
        except DraftError as error:
            # A failed call keeps nothing; what is kept and cannot be used would be read again for ever.
            if attempt_from == 1 or error.transient or isinstance(error, CallError):
                raise
            return await self._insisted(request, attempt_from + before)

    async def _insisted(self, request: Request[VerdictReply], first: int) -> VerdictReply:
        got = await insist(self._asker, request, attempts=self._attempts, attempt_from=first, wanted="verdict")
        return got.reply


@dataclass(frozen=True)
class _Question:
    """One statement beside one quote, and the attempt from which on an unusable verdict is asked for anew."""

    statement: str
    quote: str
    attempt_from: int


def _stands(span: str, quote: str) -> bool:
    words = " ".join(span.casefold().split()).strip(" .\"'")
    return bool(words) and words in " ".join(quote.casefold().split())
