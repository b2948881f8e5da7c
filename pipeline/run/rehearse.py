"""A run that writes and sends nothing: what would be parsed and drafted, and what that would take."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.config import Settings, Workspace
from pipeline.errors import LaylineError, ParseError
from pipeline.fetch.expand import AskedId, expand
from pipeline.fetch.read_file import read_file
from pipeline.models.paper import Paper
from pipeline.models.summary import DrafterKind
from pipeline.run.drafters import Choice, choose
from pipeline.run.parse_pool import ParsePool, parse_pool
from pipeline.run.parse_stage import without_password
from pipeline.run.parse_workers import Document, Parsed
from pipeline.run.start import Options
from pipeline.store.clock import now

if TYPE_CHECKING:
    from pipeline.draft.model import Estimate

_FAIL: Final = "fail"


@dataclass(frozen=True)
class Rehearsal:
    """What would be done with each file and identifier.

    Token counts are estimates. Costs are those of first drafts, each reply as long as it may be: what comes on top of
    that, nobody can know before.
    """

    drafter: str
    files: tuple[dict[str, Any], ...]
    problems: tuple[str, ...] = ()
    """What was named and can be no paper."""
    on_top: tuple[str, ...] = ()
    """What may be asked besides the first drafts."""

    @property
    def failed(self) -> bool:
        """Whether the run would fail too: a paper cannot be read, or something named can be none."""
        return bool(self.problems) or any(file["would"] == _FAIL for file in self.files)

    def as_json(self) -> dict[str, Any]:
        """The object that `layline run --dry-run --json` prints."""
        tokens = [file["input_tokens"] for file in self.files if file["input_tokens"] is not None]
        costs = [file["first_draft_cost"] for file in self.files if file["first_draft_cost"] is not None]
        return {
            "dry_run": True,
            "papers": list(self.files),
            "totals": {
                "papers": len(self.files),
                "drafter": self.drafter,
                "input_tokens": sum(tokens),
                "first_draft_cost": sum(costs) if costs else None,
                "on_top": list(self.on_top),
                "problems": list(self.problems),
            },
        }


def rehearse(workspace: Workspace, settings: Settings, names: Sequence[str], options: Options) -> Rehearsal:
    """Parse the named files without keeping anything, and estimate what drafting them would take."""
    choice = choose(settings, options.drafter)
    expanded = expand(names, sys.stdin)
    files = expanded.files[: options.limit]
    rows = asyncio.run(_all(workspace, settings, choice, files, ocr=options.ocr))
    asked = [_to_fetch(each) for each in expanded.ids][: options.limit - len(rows) if options.limit else None]
    return Rehearsal(choice.name, (*rows, *asked), expanded.problems, tuple(_on_top(settings, choice)))


def _on_top(settings: Settings, choice: Choice) -> Iterator[str]:
    """What may be asked besides the first drafts: how often depends on the replies."""
    if choice.kind is not DrafterKind.MODEL:
        return
    if settings.attempts > 1:
        yield "further attempts"
    if settings.repairs:
        yield "repairs"
    if settings.judge_model:
        yield "the judge"


def _to_fetch(asked: AskedId) -> dict[str, Any]:
    """An identifier: what it would take is known only when it is fetched, which a rehearsal does not do."""
    nothing = {"title": None, "calls": None, "input_tokens": None, "first_draft_cost": None, "error": None}
    return {"source": asked.origin, "id": str(asked.id), "would": "fetch", **nothing}


async def _all(
    workspace: Workspace, settings: Settings, choice: Choice, files: Sequence[Path], *, ocr: bool
) -> list[dict[str, Any]]:
    estimate = _estimator(workspace, settings) if choice.kind is DrafterKind.MODEL else None
    slots = asyncio.Semaphore(settings.parse_workers)
    async with parse_pool(settings, ocr=ocr) as pool:

        async def one(path: Path) -> dict[str, Any]:
            async with slots:
                return await _one(pool, settings, estimate, path)

        return list(await asyncio.gather(*(one(path) for path in files)))


async def _one(pool: ParsePool, settings: Settings, estimate: Any, path: Path) -> dict[str, Any]:
    row: dict[str, Any] = {"source": str(path), "id": None, "title": None, "would": _FAIL}
    row |= {"calls": None, "input_tokens": None, "first_draft_cost": None, "error": None}
    try:
        source, _ = read_file(path, now(), max_bytes=settings.max_source_mb * 1_000_000)
        parsed = await _parsed(pool, Document(path, source.media_type, str(path)))
    except LaylineError as error:
        return row | {"error": {"kind": error.kind, "message": error.message, "remedy": error.remedy}}
    metadata = parsed.filing.metadata
    row |= {"id": metadata.doi or source.paper_id, "title": metadata.title}
    if metadata.article_type.is_notice:
        return row | {"would": "hold"}
    guess: Estimate | None = estimate(Paper.model_validate_json(parsed.encoded)) if estimate else None
    if guess:
        row |= {"calls": guess.calls, "input_tokens": guess.input_tokens, "first_draft_cost": guess.cost_at_most}
    return row | {"would": "draft"}


async def _parsed(pool: ParsePool, document: Document) -> Parsed:
    try:
        return await pool.parse(document)
    except ParseError as error:
        raise without_password(error) from error


def _estimator(workspace: Workspace, settings: Settings) -> Any:
    from pipeline.draft.estimating import estimator  # noqa: PLC0415

    return estimator(settings, workspace.prompts)
