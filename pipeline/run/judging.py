"""Has a second model judge the claims of a draft; what it holds against them is added to the findings."""

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pipeline.checks.finding_of import finding_of
from pipeline.checks.grounding import claim_unsupported
from pipeline.checks.judged import judged_finding
from pipeline.config import Settings, Workspace
from pipeline.draft.asking.waiting import Waiting, WaitingError
from pipeline.draft.judge import Judge, Judgement
from pipeline.draft.replies.verdict import Verdict
from pipeline.errors import DraftError, LaylineError, SetupError
from pipeline.models.claim import Claim
from pipeline.models.finding import Finding
from pipeline.models.summary import DrafterKind, Summary, claims
from pipeline.run.breaker import SETUP_KINDS
from pipeline.run.budget import Budget
from pipeline.run.context import Context
from pipeline.run.model_gate import model_gate
from pipeline.run.model_ports import LoggedCalls, StoredDialects, StoredReplies

if TYPE_CHECKING:
    from openai import AsyncOpenAI

_AT_ONCE = 4
"""Claims of one draft that are judged at once."""


class Judging:
    """The judge of a run; `settings` are its own."""

    def __init__(self, judge: Judge, settings: Settings) -> None:
        self._judge = judge
        self._settings = settings

    async def findings(self, summary: Summary, attempt_from: int = 1) -> tuple[Finding, ...]:
        """What the judge holds against the claims of a model's draft, and which of them it could not judge.

        Verdicts that cannot be used are asked for anew from this attempt on. Raises DraftError, in the judge's name,
        for what another try or another setting may mend; SetupError where the budget is reached.
        """
        if summary.drafted_by.kind is not DrafterKind.MODEL:
            return ()
        slots, stop = asyncio.Semaphore(_AT_ONCE), _Stop()

        async def one(place: str, claim: Claim) -> Finding | None:
            async with slots:
                return None if stop.errors else await self._judged(place, claim, attempt_from, stop)

        found = await asyncio.gather(*(one(place, claim) for place, claim in claims(summary)))
        stop.raise_if_any()
        return tuple(finding for finding in found if finding is not None)

    async def _judged(self, place: str, claim: Claim, attempt_from: int, stop: "_Stop") -> Finding | None:
        try:
            return _finding(place, claim, await self._judge.judge(claim, attempt_from))
        except WaitingError as error:
            stop.waiting += error.requests
        except DraftError as error:
            told = in_the_judges_name(error, self._settings)
            if not told.transient and told.kind not in SETUP_KINDS:
                return _not_judged(place, claim, told)
            stop.errors.append(told)
        except SetupError as error:
            stop.errors.append(error)
        return None


@dataclass
class _Stop:
    """Why a draft cannot be judged to its end now. Calls that are under way come to theirs: they are paid."""

    errors: list[LaylineError] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)

    def raise_if_any(self) -> None:
        if self.errors:
            raise self.errors[0]
        if self.waiting:
            raise WaitingError(self.waiting)


def _finding(place: str, claim: Claim, judgement: Judgement | None) -> Finding | None:
    if judgement is None or judgement.verdict is Verdict.SUPPORTED:
        return None
    contradicted = judgement.verdict is Verdict.CONTRADICTED
    return judged_finding(f"{place}/text", claim.text, judgement.quote, contradicted=contradicted)


def _not_judged(place: str, claim: Claim, error: DraftError) -> Finding:
    """The finding in place of a judgement that did not come about."""
    message = f"Nobody judged whether a quote says this: {error.message}. {error.remedy}".replace("..", ".")
    return finding_of(claim_unsupported.CHECK, f"{place}/text", message, claim.text[:200])


def in_the_judges_name(error: DraftError, settings: Settings) -> DraftError:
    """A failure of the judge, in words that name the judge and the judge's settings, not the writer's."""
    said = error.message.replace("the model's server", "its server")
    own, same = _REMEDIES.get(error.kind, (_ANOTHER, _ANOTHER))
    remedy = error.remedy if error.transient else own if settings.judge_base_url else same
    return DraftError(f"the judge {settings.model}: {said}", remedy=remedy, kind=error.kind, who=error.who)


_ANOTHER: Final = (
    "Set another judge_model, or none; `layline retry` has the paper done anew, and the judge asked again."
)
_REMEDIES: Final = {
    "not_authorised": (
        "Check LAYLINE_JUDGE_API_KEY, and that it may use judge_model.",
        "Check judge_model, and that OPENAI_API_KEY may use it.",
    ),
    "unknown_model": (
        "Check judge_model and judge_base_url; `layline doctor` lists what the judge's server offers.",
        "Check judge_model; `layline doctor` lists what the server offers.",
    ),
    "insufficient_quota": (
        "Top up the judge's account, or use another LAYLINE_JUDGE_API_KEY or judge_base_url; then run again.",
        "Top up the account, or use another key or server; then run again.",
    ),
    "bad_base_url": (
        "Correct judge_base_url; it starts with http:// or https:// and usually ends with /v1.",
        "Correct OPENAI_BASE_URL; it starts with http:// or https:// and usually ends with /v1.",
    ),
}
"""By the kind of a failure: what to do where the judge has a server of its own, and where it has not."""


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
    return Judging(Judge(asker, load_prompts(workspace.prompts)["judge"], settings.attempts), settings)
