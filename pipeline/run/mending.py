"""Drafts with a model, and lets it mend what the checks stop: every attempt is kept, the best one goes forward."""

from typing import TYPE_CHECKING

from pipeline.errors import DraftError
from pipeline.models.paper import Paper
from pipeline.run.attempts import Attempt, Check
from pipeline.store.papers import PaperRow

if TYPE_CHECKING:
    from pipeline.draft.model import DraftResult, ModelDrafter


async def draft_and_mend(
    drafter: "ModelDrafter", row: PaperRow, paper: Paper, check: Check, repairs: int
) -> list[Attempt]:
    """A draft, and up to so many repairs of the best attempt so far as long as something blocks it.

    A repair that fails for good is noted and ends the mending; a transient failure is raised, and the next run goes
    on from the replies that are kept.
    """
    best = await drafter.draft(paper, attempt_from=row.next_attempt, note=row.note)
    attempts = [Attempt(await check(best.summary), best.provenance)]
    standing = attempts[0]
    for _ in range(repairs):
        if not standing.checked.blocking:
            break
        mended = await _mended(drafter, paper, best, attempts, standing)
        if mended is None:
            break
        provenance = mended.provenance.model_copy(update={"parent": standing.checked.content})
        attempts.append(Attempt(await check(mended.summary), provenance))
        if attempts[-1].checked.faults <= standing.checked.faults:
            best, standing = mended, attempts[-1]
        else:  # the next reply must be another one
            best = _next_attempt(best)
    return attempts


async def _mended(
    drafter: "ModelDrafter", paper: Paper, best: "DraftResult", attempts: list[Attempt], standing: Attempt
) -> "DraftResult | None":
    try:
        return await drafter.repair(paper, best, standing.checked.blocking)
    except DraftError as error:
        if error.transient:
            raise
        index = attempts.index(standing)
        note = f"What blocks this draft went back to the model, without a usable reply: {error.message}"
        provenance = standing.provenance.model_copy(update={"notes": (*standing.provenance.notes, note)})
        attempts[index] = Attempt(standing.checked, provenance)
        return None


def _next_attempt(result: "DraftResult") -> "DraftResult":
    from dataclasses import replace  # noqa: PLC0415

    provenance = result.provenance
    return replace(result, provenance=provenance.model_copy(update={"attempt": provenance.attempt + 1}))
