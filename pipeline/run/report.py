"""What a run came to: a row a paper and the totals, as scripts read them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.draft.asking.waiting import Waiting
from pipeline.errors import SetupError
from pipeline.models.ids import PaperId
from pipeline.models.status import Status
from pipeline.run.intake import RefusedFile
from pipeline.store.papers import PaperRow, SourceRow
from pipeline.store.store import Store


@dataclass
class Spending:
    """Model calls of this run. `cost` stays None as long as no call had a price."""

    calls: int = 0
    from_disk: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    unpriced: int = 0
    """Answered calls that had no price, or whose tokens the server did not count: they are not in `cost`."""
    stopped: SetupError | None = None
    """Why the run ended before every paper was drafted: its budget was reached."""
    gathered: dict[PaperId, tuple[Waiting, ...]] = field(default_factory=dict)
    """What would have been asked, where nothing was to be sent."""


@dataclass(frozen=True)
class RunReport:
    """The papers that were named, where they stand now, and what it took."""

    papers: tuple[dict[str, Any], ...]
    spending: Spending
    drafter: str
    seconds: float
    skipped_files: tuple[Path, ...] = ()
    problems: tuple[str, ...] = ()
    by_status: dict[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether some paper failed, or something named could not be taken."""
        return bool(self.problems) or any(paper["status"] == Status.FAILED.value for paper in self.papers)

    def as_json(self) -> dict[str, Any]:
        """The object that `layline run --json` prints."""
        return {
            "papers": list(self.papers),
            "totals": {
                "papers": len(self.papers),
                "by_status": self.by_status,
                "drafter": self.drafter,
                "calls": self.spending.calls,
                "replies_from_disk": self.spending.from_disk,
                "prompt_tokens": self.spending.prompt_tokens,
                "completion_tokens": self.spending.completion_tokens,
                "cost": self.spending.cost,
                "unpriced": self.spending.unpriced,
                "seconds": round(self.seconds, 3),
                "skipped_files": [str(path) for path in self.skipped_files],
                "problems": list(self.problems),
                "stopped": self.spending.stopped.kind if self.spending.stopped else None,
            },
        }


def paper_json(row: PaperRow, origin: str | None) -> dict[str, Any]:
    """A paper's row as scripts read it."""
    return {
        "id": row.display_id,
        "paper_id": row.id,
        "source": origin,
        "title": row.title,
        "status": row.status.value,
        "hold_reason": row.hold_reason,
        "findings": {"block": row.blocking, "warn": row.warnings, "info": row.infos},
        "error": error_json(row),
    }


def error_json(row: PaperRow) -> dict[str, str] | None:
    """Why a paper failed: stage, kind, message, remedy and who must act."""
    if row.error is None or row.status is not Status.FAILED:
        return None
    return row.error.model_dump(mode="json", exclude={"way"})


def papers_json(store: Store, paper_ids: Iterable[PaperId]) -> list[dict[str, Any]]:
    """The rows of these papers, merged ones once, in the given order."""
    rows = {row.id: row for row in store.papers.many(paper_ids).values()}
    sources = store.papers.preferred_sources(rows)
    return [paper_json(row, _origin(store, row, sources.get(row.id))) for row in rows.values()]


def _origin(store: Store, row: PaperRow, source: SourceRow | None) -> str | None:
    """Where a paper came from; of one that is not fetched yet, by which identifier it was asked for."""
    if source is not None:
        return source.origin
    known = store.records.get(row.id)
    return known.asked if known else None


def refused_json(refused: RefusedFile) -> dict[str, Any]:
    """A file that never became a paper, in the form of one that failed."""
    error = refused.error
    return {
        "id": None,
        "paper_id": None,
        "source": str(refused.path),
        "title": None,
        "status": Status.FAILED.value,
        "hold_reason": None,
        "findings": {"block": 0, "warn": 0, "info": 0},
        "error": {
            "stage": "fetch",
            "kind": error.kind,
            "message": error.message,
            "remedy": error.remedy,
            "who": error.who.value,
        },
    }


def count_by_status(papers: Iterable[dict[str, Any]]) -> dict[str, int]:
    """How many papers stand where."""
    return dict(Counter(paper["status"] for paper in papers))
