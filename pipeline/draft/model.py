"""The model drafter: from a paper to a summary by the recipe of the settings, and from findings to a mended one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pipeline.config import Settings
from pipeline.draft.asking.asker import Answer, Asker
from pipeline.draft.asking.cost import total_cost, total_usage
from pipeline.draft.asking.insisting import insist
from pipeline.draft.asking.request import Request, tokens_of
from pipeline.draft.asking.speech import format_note
from pipeline.draft.facts.categories import CATEGORIES
from pipeline.draft.fence import fence, fence_text
from pipeline.draft.grounding import summary_from_reply
from pipeline.draft.recipes.one_step import OneStep
from pipeline.draft.recipes.recipe import Brief, Drafted, Kitchen, Prompts, Recipe
from pipeline.draft.recipes.two_step import TwoStep
from pipeline.draft.repair.applying import applied
from pipeline.draft.repair.faults import Fault, faults_in, listed
from pipeline.draft.repair.passages import Passages
from pipeline.draft.replies.draft import DraftReply
from pipeline.draft.replies.repair import REPAIR, RepairReply
from pipeline.models.draft import Provenance
from pipeline.models.finding import Finding
from pipeline.models.paper import Paper
from pipeline.models.summary import Summary


@dataclass(frozen=True)
class DraftResult:
    """A drafted summary and how it came about; `reply` is what the model gave, in which places can be mended."""

    summary: Summary
    provenance: Provenance
    reply: DraftReply


@dataclass(frozen=True)
class Estimate:
    """What drafting a paper would take: calls, an estimate of their input, a ceiling of their output and cost."""

    calls: int
    input_tokens: int
    output_tokens_at_most: int
    cost_at_most: float | None


class ModelDrafter:
    """Drafts papers with one model on one server. One instance serves a whole run, for any number of papers at once."""

    def __init__(self, settings: Settings, asker: Asker, prompts: Prompts) -> None:
        self._settings = settings
        self._kitchen = Kitchen(asker, prompts, settings, settings.categories or CATEGORIES)

    async def draft(self, paper: Paper, *, attempt_from: int = 1, note: str | None = None) -> DraftResult:
        """Draft a paper; replies that were kept are used again, so that the same call is never paid twice.

        Attempts are numbered from `attempt_from`: a number that was used before gives the reply that was kept, a
        new one a new reply. `note` is what a reviewer wants changed. Raises DraftError whose kind names the
        outcome (`cut_off`, `refused`, `wrong_shape`, `rate_limited`, `too_long`, …).
        """
        brief = Brief(paper, attempt_from, note or "nothing")
        drafted = await self._recipe(brief).draft(self._kitchen, brief)
        return self._result(paper, drafted)

    async def repair(self, paper: Paper, before: DraftResult, findings: Sequence[Finding]) -> DraftResult | None:
        """The draft with its faulted statements redrafted, and nothing else changed.

        None where nothing of what was found can be put before a model. Raises DraftError as `draft` does.
        """
        faults = faults_in(before.reply.model_dump(mode="json"), findings, Passages(paper))
        if not faults:
            return None
        got = await insist(
            self._kitchen.asker,
            self._repairing(paper, faults),
            attempts=self._settings.attempts,
            attempt_from=before.provenance.attempt + 1,  # a reply to the same faults must be a new one
            wanted="repair",
        )
        mended, notes = applied(before.reply, got.reply.repairs, [fault.place for fault in faults])
        drafted = Drafted(mended, self._kitchen.prompts["repair"], got.answers, got.attempt, (*got.notes, *notes))
        return self._result(paper, drafted)

    def estimate(self, paper: Paper) -> Estimate:
        """What the calls for one draft of this paper would take, without repairs; nothing is sent."""
        brief = Brief(paper, 1, "nothing")
        sizes = [self._kitchen.asker.size(request) for request in self.requests(paper)]
        costs = [size.cost_at_most for size in sizes if size.cost_at_most is not None]
        second = 0 if isinstance(self._recipe(brief), OneStep) else 1  # asked when the claims are there
        last = sizes[-1]
        return Estimate(
            calls=len(sizes) + second,
            input_tokens=sum(size.input_tokens for size in sizes) + second * last.input_tokens,
            output_tokens_at_most=sum(size.output_tokens_at_most for size in sizes)
            + second * last.output_tokens_at_most,
            cost_at_most=sum(costs) + second * costs[-1] if costs else None,
        )

    def _recipe(self, brief: Brief) -> Recipe:
        """The recipe of the settings; a paper that does not fit into one call is read by parts."""
        return TwoStep() if self._settings.recipe == "two-step" or not self._fits(brief) else OneStep()

    def _fits(self, brief: Brief) -> bool:
        request = OneStep().request(self._kitchen, brief)
        return request.input_tokens + self._settings.max_output_tokens <= self._settings.context_tokens

    def requests(self, paper: Paper) -> list[Request[Any]]:
        """The requests by which the draft of a paper begins; what follows depends on the replies."""
        brief = Brief(paper, 1, "nothing")
        recipe = self._recipe(brief)
        if isinstance(recipe, OneStep):
            return [recipe.request(self._kitchen, brief)]
        return list(TwoStep().requests(self._kitchen, brief))

    def _repairing(self, paper: Paper, faults: Sequence[Fault]) -> Request[RepairReply]:
        prompt, basis = self._kitchen.prompts["repair"], Brief(paper, 1, "").basis
        fenced = fence(paper)
        if tokens_of(fenced.text) + self._settings.max_output_tokens + _REPAIR_ROOM > self._settings.context_tokens:
            fenced, basis = fence_text("", paper.metadata.title or ""), "its title, and the passages below"
        messages = prompt.render(mark=fenced.mark, paper=fenced.text, basis=basis, faults=listed(faults))
        return self._kitchen.asker.request(prompt, messages, REPAIR)

    def _result(self, paper: Paper, drafted: Drafted) -> DraftResult:
        last = drafted.answers[-1]
        author = last.read.model or self._kitchen.asker.manner.model
        known, unknown = self._known_categories(drafted.reply)
        provenance = Provenance(
            author=author,
            prompt_name=drafted.prompt.name,
            prompt_version=drafted.prompt.version,
            prompt_hash=drafted.prompt.hash,
            request_hash=last.key,
            requests=tuple(answer.key for answer in drafted.answers),
            attempt=drafted.attempt,
            usage=total_usage(answer.read.usage for answer in drafted.answers),
            cost=total_cost(answer.cost for answer in drafted.answers),
            notes=(*_formats(drafted.answers), *drafted.notes, *unknown),
        )
        return DraftResult(summary_from_reply(known, paper, author), provenance, known)

    def _known_categories(self, reply: DraftReply) -> tuple[DraftReply, tuple[str, ...]]:
        unknown = [name for name in reply.categories if name not in self._kitchen.categories]
        if not unknown:
            return reply, ()
        known = [name for name in reply.categories if name in self._kitchen.categories]
        return reply.model_copy(update={"categories": known}), (f"Left out categories that do not exist: {unknown!r}.",)


_REPAIR_ROOM: Final = 8_000
"""Tokens of the repair prompt with its faults and passages, without the paper; more than was ever seen."""


def _formats(answers: Sequence[Answer[Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for answer in answers for note in format_note(answer.format)))
