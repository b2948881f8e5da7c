"""Has a second model judge the claims of a draft; what it holds against them is added to the findings."""

import asyncio
from typing import TYPE_CHECKING

from pipeline.checks.judged import judged_finding
from pipeline.config import Settings, Workspace
from pipeline.draft.judge import Judge, Judgement
from pipeline.draft.replies.verdict import Verdict
from pipeline.models.claim import Claim
from pipeline.models.finding import Finding
from pipeline.models.summary import DrafterKind, Summary, claims
from pipeline.run.budget import Budget
from pipeline.run.context import Context
from pipeline.run.model_gate import model_gate
from pipeline.run.model_ports import LoggedCalls, StoredDialects, StoredReplies

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_AT_ONCE = 4
"""Claims of one draft that are judged at once."""


class Judging:
    """The judge of a run."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    async def findings(self, summary: Summary) -> tuple[Finding, ...]:
        """What the judge holds against the claims of a model's draft. Raises DraftError where it cannot judge."""
        if summary.drafted_by.kind is not DrafterKind.MODEL:
            return ()
        slots = asyncio.Semaphore(_AT_ONCE)

        async def one(place: str, claim: Claim) -> Finding | None:
            async with slots:
                return _finding(place, claim, await self._judge.judge(claim))

        found = await asyncio.gather(*(one(place, claim) for place, claim in claims(summary)))
        return tuple(finding for finding in found if finding is not None)


def _finding(place: str, claim: Claim, judgement: Judgement | None) -> Finding | None:
    if judgement is None or judgement.verdict is Verdict.SUPPORTED:
        return None
    contradicted = judgement.verdict is Verdict.CONTRADICTED
    return judged_finding(f"{place}/text", claim.text, judgement.quote, contradicted=contradicted)


def judge_settings(settings: Settings) -> Settings | None:
    """The settings under which the judge is asked; None where there is no judge."""
    if settings.judge_model is None:
        return None
    own = {"model": settings.judge_model, "max_output_tokens": 2_000, "temperature": None, "extra_body": {}}
    if settings.judge_base_url is not None:
        own |= {"base_url": settings.judge_base_url, "api_key": settings.judge_api_key}
    return settings.model_copy(update=own)


def judging(
    settings: Settings,
    workspace: Workspace,
    context: Context,
    client: "AsyncOpenAI | None",
    budget: Budget,
    *,
    run: str,
) -> Judging:
    """The judge on a client; `settings` are the judge's own."""
    from pipeline.draft.asking.asker import Asker, Ports  # noqa: PLC0415
    from pipeline.draft.recipes.recipe import load_prompts  # noqa: PLC0415

    gate = model_gate(settings, workspace, budget)
    ports = Ports(StoredReplies(context), LoggedCalls(context, run), gate, StoredDialects(context))
    asker = Asker(settings, client, ports)
    return Judging(Judge(asker, load_prompts(workspace.prompts)["judge"], settings.attempts))
