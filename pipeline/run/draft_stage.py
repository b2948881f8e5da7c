"""The draft and check stages of one paper: a parsed paper to a summary with its findings, in one step on record."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline.draft.asking.call_error import CallError
from pipeline.draft.asking.outcome import Outcome
from pipeline.draft.asking.waiting import WaitingError
from pipeline.errors import DraftError, LaylineError, SetupError
from pipeline.models.draft import Draft
from pipeline.models.finding import Finding
from pipeline.models.ids import PaperId
from pipeline.models.paper import Paper
from pipeline.models.status import Stage, StageError
from pipeline.run.attempts import Attempt, Drafter, best_last
from pipeline.run.breaker import SETUP_KINDS
from pipeline.run.budget import BudgetError
from pipeline.run.checking import Checker
from pipeline.run.context import Context
from pipeline.run.drafters import paper_hash_of
from pipeline.run.events import Settled
from pipeline.run.judging import Judging
from pipeline.run.watch_categories import Filing
from pipeline.store.clock import now
from pipeline.store.papers import PaperRow


@dataclass(frozen=True)
class _Claimed:
    row: PaperRow
    paper: Paper
    path: Path


@dataclass(frozen=True)
class Drafting:
    """Who drafts in this run, and under which categories the pages are filed besides."""

    drafter: Drafter
    filing: Filing
    judging: Judging | None = None


async def draft_stage(context: Context, drafting: Drafting, paper_id: PaperId) -> bool:
    """Draft and check a paper, if it can be claimed. Whether it was worked on; a failure is put on record."""
    if not context.store.stages.claim(Stage.DRAFT, [paper_id], 1):
        return False
    try:
        await _draft(context, drafting, _load(context, paper_id))
    except WaitingError as error:
        context.gathered[paper_id] = error.requests
    except BudgetError as error:
        # Its claim is given back at the end of the run; calls that are in flight are paid, and come to their end.
        context.halt.reason = error
        return False
    except SetupError:
        raise
    except LaylineError as error:
        _fail(context, paper_id, error)
    except Exception as error:  # noqa: BLE001 - a fault in a drafter or check costs one paper, not the run
        _fail(context, paper_id, _internal(error))
    return True


def _fail(context: Context, paper_id: PaperId, error: LaylineError) -> None:
    """Put a failure on record under the name that a person knows the paper by: its DOI, or where it came from."""
    row = context.store.papers.get(paper_id)
    sources = context.store.papers.sources(row.id)
    name = row.doi or sources[0].origin
    record = StageError.of(Stage.DRAFT, error)
    told = {"message": f"{name}: {error.message}", "remedy": f"{error.remedy}{_then(error, row.display_id)}"}
    context.fail(paper_id, name, record.model_copy(update=told))


def _then(error: LaylineError, display_id: str) -> str:
    """What follows on the remedy for an answer of the model: as things are, no run asks for the same again."""
    answered = isinstance(error, CallError) or error.kind in set(Outcome)
    if error.transient or error.kind in SETUP_KINDS or not answered:
        return ""
    return f" The next run then takes it up; to ask again with nothing changed: layline retry {display_id}"


def _load(context: Context, paper_id: PaperId) -> _Claimed:
    row = context.store.papers.get(paper_id)
    paper_hash, parsed = paper_hash_of(row), context.store.parsed
    return _Claimed(row, parsed.load(paper_hash), parsed.path(paper_hash))


async def _draft(context: Context, drafting: Drafting, claimed: _Claimed) -> None:
    row = claimed.row
    file = partial(drafting.filing.filed, row.id)
    checker = Checker(context, row.id, claimed.path, file, drafting.judging, row.next_attempt)
    attempts = best_last(await drafting.drafter.draft(row, claimed.paper, checker.check))
    status = context.store.drafted.take_in([_kept(row, attempt) for attempt in attempts])
    context.report(Settled(row.id, row.display_id, Stage.CHECK, status))


def _kept(row: PaperRow, attempt: Attempt) -> tuple[Draft, tuple[Finding, ...]]:
    checked = attempt.checked
    draft = Draft(
        paper_id=row.id,
        summary=checked.summary,
        provenance=attempt.provenance,
        content_hash=checked.content,
        created_at=now(),
    )
    return draft, checked.findings


def _internal(error: Exception) -> DraftError:
    return DraftError(
        f"drafting or checking failed ({type(error).__name__}: {error})",
        remedy="This is a fault in Layline: please report it with the paper.",
        kind="internal_error",
    )
