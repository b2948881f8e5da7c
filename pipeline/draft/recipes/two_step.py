"""Two calls a paper: first facts and claims with verbatim quotes, then plain writing from those claims alone.

A paper that is longer than the model's context is read part by part in the first step; the second writes from the
claims of all parts.
"""

import asyncio
import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from pipeline.draft.asking.insisting import Insisted, insist
from pipeline.draft.asking.request import Request, tokens_of
from pipeline.draft.asking.waiting import WaitingError
from pipeline.draft.fence import Fenced, fence, fence_text
from pipeline.draft.recipes.merging import merge
from pipeline.draft.recipes.parts import Divided, Part, divide
from pipeline.draft.recipes.recipe import Brief, Drafted, Kitchen
from pipeline.draft.recipes.resting import as_draft
from pipeline.draft.replies.facts import FACTS, ClaimKind, ClaimReply, FactsReply
from pipeline.draft.replies.writing import WRITING, WritingReply
from pipeline.errors import DraftError

_AT_ONCE: Final = 4
"""Parts of one paper that are asked about at once."""


class TwoStep:
    """The recipe `two-step`."""

    async def draft(self, kitchen: Kitchen, brief: Brief) -> Drafted:
        """Collect, then write."""
        divided = self.divided(kitchen, brief)
        collected = await self._collect(kitchen, brief, divided)
        merged = merge([got.reply for got in collected])
        claims, unheard = self._fitting(kitchen, merged.claims)
        request = self._writing(kitchen, brief, divided, claims)
        written = await insist(
            kitchen.asker, request, attempts=kitchen.settings.attempts, attempt_from=brief.attempt_from
        )
        reply, unknown = as_draft(merged.study, claims, written.reply)
        got: list[Insisted[Any]] = [*collected, written]
        return Drafted(
            reply=reply,
            prompt=kitchen.prompts["write"],
            answers=tuple(answer for each in got for answer in each.answers),
            attempt=max(each.attempt for each in got),
            notes=tuple(
                dict.fromkeys((*_told(divided, unheard), *merged.notes, *(n for g in got for n in g.notes), *unknown))
            ),
        )

    def divided(self, kitchen: Kitchen, brief: Brief) -> Divided:
        """The paper whole, or in parts that each fit into the model's context. Raises DraftError `too_long`."""
        paper, room = brief.paper, self._room(kitchen, brief)
        if tokens_of(paper.text) <= room:
            return Divided((Part(paper.text, ()),), ())
        if room < _LEAST_ROOM:
            raise _no_room(kitchen.settings.context_tokens)
        return divide(paper, room, kitchen.settings.parts_at_most)

    def requests(self, kitchen: Kitchen, brief: Brief) -> list[Request[FactsReply]]:
        """What is asked in the first step, part by part."""
        return self._reading(kitchen, brief, self.divided(kitchen, brief))

    def _reading(self, kitchen: Kitchen, brief: Brief, divided: Divided) -> list[Request[FactsReply]]:
        parts, prompt, paper = divided.parts, kitchen.prompts["facts"], brief.paper
        requests = []
        for number, part in enumerate(parts, start=1):
            fenced = fence_text(paper.title.text if paper.title else "", part.text)
            basis = brief.basis if len(parts) == 1 else f"part {number} of {len(parts)} of {brief.basis}"
            messages = prompt.render(mark=fenced.mark, paper=fenced.text, basis=basis, note=brief.note)
            requests.append(kitchen.asker.request(prompt, messages, FACTS))
        return requests

    async def _collect(self, kitchen: Kitchen, brief: Brief, divided: Divided) -> list[Insisted[FactsReply]]:
        slots = asyncio.Semaphore(_AT_ONCE)

        async def one(request: Request[FactsReply]) -> Insisted[FactsReply]:
            async with slots:
                return await insist(
                    kitchen.asker, request, attempts=kitchen.settings.attempts, attempt_from=brief.attempt_from
                )

        requests = self._reading(kitchen, brief, divided)
        done = await asyncio.gather(*(one(request) for request in requests), return_exceptions=True)
        _raise_first(done)
        return [each for each in done if isinstance(each, Insisted)]

    def _writing(
        self, kitchen: Kitchen, brief: Brief, divided: Divided, claims: Sequence[ClaimReply]
    ) -> Request[WritingReply]:
        whole = len(divided.parts) == 1 and not divided.left_out
        fenced, listed = fence(brief.paper), _listed(claims)
        request = self._write(kitchen, brief, fenced, brief.basis, listed)
        if whole and request.input_tokens + kitchen.settings.max_output_tokens <= kitchen.settings.context_tokens:
            return request
        title = fence_text("", brief.paper.metadata.title or "")
        return self._write(kitchen, brief, title, "its title only; the claims below were collected from it", listed)

    def _write(self, kitchen: Kitchen, brief: Brief, fenced: Fenced, basis: str, claims: str) -> Request[WritingReply]:
        prompt = kitchen.prompts["write"]
        messages = prompt.render(
            mark=fenced.mark,
            paper=fenced.text,
            basis=basis,
            categories="; ".join(kitchen.categories),
            claims=claims,
            note=brief.note,
        )
        return kitchen.asker.request(prompt, messages, WRITING)

    def _room(self, kitchen: Kitchen, brief: Brief) -> int:
        """Tokens of a paper's text that one request of the first step can hold."""
        empty = self._reading(kitchen, brief, Divided((Part("", ()),), ()))[0]
        return kitchen.settings.context_tokens - kitchen.settings.max_output_tokens - empty.input_tokens - _MARGIN

    def _fitting(self, kitchen: Kitchen, claims: Sequence[ClaimReply]) -> tuple[list[ClaimReply], int]:
        """The claims that the second step can be told, and how many it cannot: of those, the last of each kind."""
        settings = kitchen.settings
        room = settings.context_tokens - settings.max_output_tokens - _WRITING_OVERHEAD
        kept = list(claims)
        while kept and tokens_of(_listed(kept)) > room:
            kept = _without_tenth(kept)
        return kept, len(claims) - len(kept)


_MARGIN: Final = 64
_LEAST_ROOM: Final = 1_000
"""Tokens; below that a part would hold no section worth reading."""
_WRITING_OVERHEAD: Final = 6_000
"""Tokens of the second prompt and its schema, without paper and claims: 4,600 by estimate, the rest is for changes."""


def _without_tenth(claims: list[ClaimReply]) -> list[ClaimReply]:
    """Drop a tenth (at least one): always the last claim of the kind that has most."""
    kept = list(claims)
    for _ in range(max(1, len(claims) // 10)):
        counts = {kind: sum(claim.kind is kind for claim in kept) for kind in ClaimKind}
        most = max(counts, key=lambda kind: counts[kind])
        last = max(index for index, claim in enumerate(kept) if claim.kind is most)
        del kept[last]
    return kept


def _listed(claims: Sequence[ClaimReply]) -> str:
    """The claims as JSON, one a line; their ids are their numbers."""
    lines = (
        json.dumps({"id": f"c{number}", "kind": claim.kind, "text": claim.text, "quotes": claim.quotes})
        for number, claim in enumerate(claims, start=1)
    )
    return "\n".join(lines)


def _told(divided: Divided, unheard: int) -> tuple[str, ...]:
    notes = []
    if len(divided.parts) > 1:
        notes.append(f"The paper is longer than the model's context: it was read in {len(divided.parts)} parts.")
    if divided.left_out:
        notes.append(f"Left out of the reading, for want of room: {'; '.join(divided.left_out)}.")
    if unheard:
        notes.append(f"{unheard} of the collected claims did not fit into the second step and were left out.")
    return tuple(notes)


def _raise_first(done: Iterable[object]) -> None:
    """Raise what went wrong; where only replies are waited for, all of them at once."""
    errors = [each for each in done if isinstance(each, BaseException)]
    waiting = [error for error in errors if isinstance(error, WaitingError)]
    for error in errors:
        if not isinstance(error, WaitingError):
            raise error
    if waiting:
        raise WaitingError(request for error in waiting for request in error.requests)


def _no_room(context: int) -> DraftError:
    return DraftError(
        f"the model's context is set to {context:,} tokens, which leaves no room for a paper",
        remedy="Set context_tokens if the model takes more, lower max_output_tokens, or use `--drafter offline`.",
        kind="too_long",
    )
