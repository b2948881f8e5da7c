"""The fetch stage of one paper: an identifier to a record and, by the ladder, to the bytes of its text."""

from typing import TYPE_CHECKING, Final

from pipeline.errors import FetchError, LaylineError, Who
from pipeline.fetch.ladder.climb import climb
from pipeline.fetch.ladder.rung import Text
from pipeline.models.ids import Doi, PaperId, Pmcid, Pmid, Sha256
from pipeline.models.notice import Notice, holding
from pipeline.models.record import Record
from pipeline.models.rungs import Rung, RungName
from pipeline.models.source import Source
from pipeline.models.status import Stage, StageError, Status
from pipeline.run.context import Context
from pipeline.run.events import Settled
from pipeline.store.clock import now
from pipeline.store.papers import PaperRow
from pipeline.text.in_words import in_words

if TYPE_CHECKING:
    from pipeline.run.web import Network

_PATIENCE: Final = 3
"""Runs that an abstract is not settled for while a better rung fails only for now."""


async def fetch_stage(context: Context, network: "Network", paper_id: PaperId) -> PaperId | None:
    """Fetch a paper that was asked for; its id if it waits to be parsed now, None where it stops here.

    A failure, or the reason why it is held, is put on record.
    """
    row = context.store.papers.get(paper_id)
    known = context.store.records.get(row.id)
    name = (known.asked if known else None) or row.display_id
    try:
        record = await network.resolver.record(identifier_of(row))
        return await _with_record(context, network, row, record, name)
    except LaylineError as error:
        context.fail(row.id, name, StageError.of(Stage.FETCH, error))
        return None


def identifier_of(row: PaperRow) -> Doi | Pmid | Pmcid:
    """By what services know the paper. Raises FetchError (`no_identifier`)."""
    if row.doi:
        return row.doi
    if row.pmid:
        return Pmid(row.pmid)
    if row.pmcid:
        return Pmcid(row.pmcid)
    raise FetchError(f"{row.id} has no DOI, PMID or PMCID", kind="no_identifier", remedy="Supply its file again.")


async def _with_record(
    context: Context, network: "Network", row: PaperRow, record: Record, name: str
) -> PaperId | None:
    store = context.store
    store.records.keep(row.id, record, ())
    going_on = store.records.describe(row.id, record)
    if going_on != row.id:
        store.records.keep(going_on, record, ())
        other = store.papers.get(going_on)
        detail = f"the same article as {other.display_id}"
        context.report(Settled(row.id, name, Stage.FETCH, other.status, detail=detail))
        return None
    if reason := hold_reason(record):
        store.records.hold(row.id, reason)
        context.report(Settled(row.id, name, Stage.FETCH, Status.HELD, detail=reason))
        return None
    return await _with_text(context, network, row.id, record, name)


async def _with_text(
    context: Context, network: "Network", paper_id: PaperId, record: Record, name: str
) -> PaperId | None:
    text, rungs = await climb(record, network.ladder)
    context.store.records.keep(paper_id, record, rungs)
    if text is None or _may_do_better(context, paper_id, rungs):
        raise _no_text(name, rungs)
    source = _source(text)
    context.store.keep_source(source, text.data)
    going_on = context.store.records.give_source(paper_id, source, rungs)
    if going_on != paper_id:
        detail = f"the same bytes as {context.store.papers.get(going_on).display_id}"
        context.report(Settled(paper_id, name, Stage.FETCH, Status.PARSED, detail=detail))
        return None
    context.report(Settled(paper_id, name, Stage.FETCH, Status.RECEIVED))
    return paper_id


def hold_reason(record: Record) -> str | None:
    """Why a paper with this record is not drafted: it is a notice itself, or one that holds is about it."""
    kind = record.article_type.value if record.article_type else None
    if kind is not None and kind.is_notice:
        return f"notice: a {in_words(kind.value)} speaks about another paper and is not one to summarise"
    found = holding(record.notices)
    return told(found[0]) if found else None


def told(notice: Notice) -> str:
    """A notice in words."""
    when = f" on {notice.date}" if notice.date else ""
    where = f" ({notice.id})" if notice.id else ""
    return f"{in_words(notice.kind.value)}{when}{where}, says {', '.join(notice.said_by) or 'its document'}"


def _source(text: Text) -> Source:
    return Source(
        sha256=Sha256.of(text.data),
        media_type=text.media_type,
        origin=text.url,
        size=len(text.data),
        received_at=now(),
    )


def _may_do_better(context: Context, paper_id: PaperId, rungs: tuple[Rung, ...]) -> bool:
    """Whether only the abstract was had while a full text failed for now, and there is patience left."""
    if rungs[-1].rung is not RungName.ABSTRACT or not any(rung.transient for rung in rungs):
        return False
    return context.store.stages.attempts(paper_id, Stage.FETCH) < _PATIENCE


def _no_text(name: str, rungs: tuple[Rung, ...]) -> FetchError:
    tried = "; ".join(
        f"{rung.rung.value}: {rung.message}" for rung in rungs if rung.kind not in ("not_offered", "taken")
    )
    transient = any(rung.transient for rung in rungs)
    return FetchError(
        f"{name}: no text could be had ({tried or 'nobody offers one openly'})",
        kind="no_text",
        who=Who.PIPELINE if transient else Who.PERSON,
        remedy="The next run tries again." if transient else "Supply it as a file, if you may use it: layline run FILE",
    )
