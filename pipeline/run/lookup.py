"""Looks a supplied document up: what services say of it, and whether it is what it says it is."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.errors import FetchError
from pipeline.models.ids import Doi, Pmcid, Pmid
from pipeline.models.paper import Metadata, Paper, ParseWarning
from pipeline.models.record import Record
from pipeline.models.rungs import Rung, RungName, RungOutcome
from pipeline.run.context import Context
from pipeline.run.parse_workers import Parsed, confirm_parsed, encode
from pipeline.store.clock import now

if TYPE_CHECKING:
    from pipeline.run.web import Network


_NAMELESS: Final = "it names no DOI, PMID or PMCID, so whether it was retracted could not be looked up"


@dataclass(frozen=True)
class LookedUp:
    """A parsed document with what services say of it: None where it was not looked up, or nobody knows it."""

    parsed: Parsed
    record: Record | None
    rungs: tuple[Rung, ...]


async def look_up(context: Context, network: "Network", parsed: Parsed, name: str) -> LookedUp:
    """Hold a supplied document against its record. Raises FetchError (`wrong_paper`, `not_heard`)."""
    identifier = _identifier(parsed.filing.metadata)
    if identifier is None:
        return _not_looked_up(parsed, _NAMELESS)
    try:
        record = await network.resolver.record(identifier)
    except FetchError as error:
        if error.kind != "unknown":
            raise
        return _not_looked_up(parsed, error.message)
    done = await context.workers.call(confirm_parsed, parsed.encoded, record.model_dump_json(), name)
    return LookedUp(done, record, (_supplied(name),))


def _identifier(metadata: Metadata) -> Doi | Pmid | Pmcid | None:
    if metadata.doi:
        return metadata.doi
    if metadata.pmid:
        return Pmid(metadata.pmid)
    return Pmcid(metadata.pmcid) if metadata.pmcid else None


def _not_looked_up(parsed: Parsed, why: str) -> LookedUp:
    paper = Paper.model_validate_json(parsed.encoded)
    warning = ParseWarning(kind="not_looked_up", message=why)
    return LookedUp(encode(paper.model_copy(update={"warnings": (*paper.warnings, warning)})), None, ())


def _supplied(name: str) -> Rung:
    return Rung(
        rung=RungName.SUPPLIED,
        outcome=RungOutcome.TAKEN,
        kind="taken",
        message="an editor supplied the file",
        at=now(),
        url=name,
    )
