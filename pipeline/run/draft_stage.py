"""The draft and check stages of one paper: a parsed paper to a summary with its findings, in one step on record."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.errors import DraftError, LaylineError, SetupError
from pipeline.models.draft import Draft, Provenance
from pipeline.models.finding import Finding, Severity
from pipeline.models.hashing import content_hash
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.paper import Paper
from pipeline.models.status import Stage, StageError
from pipeline.models.summary import Summary
from pipeline.run.context import Context
from pipeline.run.drafters import paper_hash_of
from pipeline.run.events import Settled
from pipeline.run.paper_work import check
from pipeline.run.workers import WorkerError
from pipeline.store.clock import now
from pipeline.store.papers import PaperRow


class Drafter(Protocol):
    """Writes the summary of a paper. Raises DraftError, or SetupError when no paper at all could be drafted."""

    async def draft(self, row: PaperRow, paper: Paper) -> tuple[Summary, Provenance]:
        """The summary and where it came from."""


@dataclass(frozen=True)
class _Claimed:
    row: PaperRow
    paper: Paper
    path: Path


async def draft_stage(context: Context, drafter: Drafter, paper_id: PaperId) -> bool:
    """Draft and check a paper, if it can be claimed. Whether it was worked on; a failure is put on record."""
    if not context.store.stages.claim(Stage.DRAFT, [paper_id], 1):
        return False
    try:
        await _draft(context, drafter, _load(context, paper_id))
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
    context.fail(paper_id, name, record.model_copy(update={"message": f"{name}: {error.message}"}))


def _load(context: Context, paper_id: PaperId) -> _Claimed:
    row = context.store.papers.get(paper_id)
    paper_hash, parsed = paper_hash_of(row), context.store.parsed
    return _Claimed(row, parsed.load(paper_hash), parsed.path(paper_hash))


async def _draft(context: Context, drafter: Drafter, claimed: _Claimed) -> None:
    row = claimed.row
    summary, provenance = await drafter.draft(row, claimed.paper)
    findings, content = await _check(context, claimed.path, summary)
    draft = Draft(paper_id=row.id, summary=summary, provenance=provenance, content_hash=content, created_at=now())
    status = context.store.drafted.take_in(draft, findings)
    context.report(Settled(row.id, row.display_id, Stage.CHECK, status))


async def _check(context: Context, paper: Path, summary: Summary) -> tuple[tuple[Finding, ...], Sha256]:
    try:
        return await context.workers.call(check, paper, summary.model_dump_json())
    except WorkerError as error:
        # Never a hole: what could not be checked blocks, and no reviewer can waive that.
        message = f"The checks could not be run to their end: {error.message}."
        finding = Finding(
            check="check_failed", severity=Severity.BLOCK, place="", message=message, excerpt="", waivable=False
        )
        return (finding,), content_hash(summary)


def _internal(error: Exception) -> DraftError:
    return DraftError(
        f"drafting or checking failed ({type(error).__name__}: {error})",
        remedy="This is a fault in Layline: please report it with the paper.",
        kind="internal_error",
    )
