"""The parse stage of one paper: source bytes to a parsed paper, joined with its twin where there is one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.errors import LaylineError, ParseError
from pipeline.models.ids import PaperId
from pipeline.models.rungs import taken
from pipeline.models.status import Stage, StageError
from pipeline.run.context import Context
from pipeline.run.events import Settled
from pipeline.run.fetch_stage import hold_reason
from pipeline.run.lookup import LookedUp, look_up
from pipeline.run.parse_pool import ParsePool
from pipeline.run.parse_workers import Document, Parsed
from pipeline.store.papers import SourceRow
from pipeline.store.parsed import TakenIn

if TYPE_CHECKING:
    from pipeline.run.web import Network


async def parse_stage(
    context: Context, pool: ParsePool, network: "Network | None", paper_id: PaperId
) -> TakenIn | None:
    """Parse the paper's source and take it in; None when it failed, which is then on record.

    With a network, a supplied file is looked up by what it says it is, and held against that.
    """
    source = context.store.papers.source(paper_id)
    try:
        done = await _read(context, pool, network, source)
        filing = done.parsed.filing
        held = hold_reason(done.record) if done.record else None
        taken_in = context.store.parsed.take_in(
            paper_id, source.media_type, filing, done.parsed.encoded, hold_reason=held
        )
    except LaylineError as error:
        context.fail(paper_id, source.origin, StageError.of(Stage.PARSE, error))
        return None
    if done.record and done.rungs:
        context.store.records.keep(taken_in.paper_id, done.record, done.rungs)
    context.report(Settled(taken_in.paper_id, source.origin, Stage.PARSE, taken_in.status, detail=_detail(taken_in)))
    return taken_in


async def _read(context: Context, pool: ParsePool, network: "Network | None", source: SourceRow) -> LookedUp:
    document = Document(context.store.source_path(source), source.media_type, source.origin)
    known = context.store.records.get(source.paper_id)
    if known is not None and known.record is not None and (rung := taken(known.rungs)) is not None:
        document = replace(document, record=known.record.model_dump_json(), licence=rung.licence)
        return LookedUp(await _parse(pool, document), known.record, ())
    parsed = await _parse(pool, document)
    if network is None:
        return LookedUp(parsed, None, ())
    return await look_up(context, network, parsed, source.origin)


async def _parse(pool: ParsePool, document: Document) -> Parsed:
    try:
        return await pool.parse(document)
    except ParseError as error:
        raise without_password(error) from error


def without_password(error: ParseError) -> ParseError:
    """An error as a run should tell it: a run takes no passwords, so an encrypted file has to be decrypted before."""
    if error.kind != "encrypted":
        return error
    return ParseError(
        error.message,
        kind=error.kind,
        remedy=(
            "Decrypt a copy and run with that: `qpdf --decrypt --password=PASSWORD IN.pdf OUT.pdf` "
            "(`layline parse --password PASSWORD IN.pdf` shows what is in it)."
        ),
    )


def _detail(taken_in: TakenIn) -> str:
    if taken_in.hold_reason:
        return taken_in.hold_reason
    return f"same article by {taken_in.joined_by}" if taken_in.joined_by else ""
