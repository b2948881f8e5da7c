"""Resolves one identifier outside of any run: what is known, from whom, and what full text can be had."""

import asyncio
from dataclasses import dataclass
from typing import Any

from pipeline.config import Settings, Workspace
from pipeline.errors import UsageError
from pipeline.fetch.identifiers import read_identifier
from pipeline.fetch.ladder.climb import climb
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.record import Record
from pipeline.models.rungs import Rung, taken
from pipeline.run.fetch_stage import hold_reason
from pipeline.run.record_json import record_json
from pipeline.run.web import network


@dataclass(frozen=True)
class Resolution:
    """The record, the rungs that were tried (none where that was not wanted), and why a run would hold the paper."""

    record: Record
    rungs: tuple[Rung, ...]
    held: str | None

    def as_json(self) -> dict[str, Any]:
        """The object that `layline resolve --json` prints."""
        chosen = taken(self.rungs)
        return {
            **record_json(self.record, self.rungs),
            "would_be_held": self.held,
            "full_text": chosen.model_dump(mode="json") if chosen else None,
        }


def resolve(
    workspace: Workspace, settings: Settings, words: str, *, try_text: bool, max_age: float | None = None
) -> Resolution:
    """What is known of an article now. Raises UsageError, SetupError (`no_contact`) or FetchError."""
    wanted = read_identifier(words)
    if wanted is None:
        raise UsageError(
            f"{words!r} is no DOI, PMID, PMCID, arXiv id or address of one",
            remedy="Give it as 10.1234/abcd, PMID:123456 or PMC123456.",
        )
    return asyncio.run(_resolve(workspace, settings, wanted, try_text=try_text, max_age=max_age))


async def _resolve(
    workspace: Workspace, settings: Settings, wanted: Doi | Pmid | Pmcid, *, try_text: bool, max_age: float | None
) -> Resolution:
    async with network(workspace, settings, max_age=max_age) as net:
        record = await net.resolver.record(wanted)
        held = hold_reason(record)
        rungs = (await climb(record, net.ladder))[1] if try_text and held is None else ()
    return Resolution(record, rungs, held)
