"""The parse stage of one paper: source bytes to a parsed paper, joined with its twin where there is one."""

from pipeline.errors import LaylineError, ParseError
from pipeline.models.ids import PaperId
from pipeline.models.status import Stage, StageError
from pipeline.run.context import Context
from pipeline.run.events import Settled
from pipeline.run.parse_pool import ParsePool
from pipeline.run.parse_workers import Document, Parsed
from pipeline.store.papers import SourceRow
from pipeline.store.parsed import TakenIn


async def parse_stage(context: Context, pool: ParsePool, paper_id: PaperId) -> TakenIn | None:
    """Parse the paper's source and take it in; None when it failed, which is then on record."""
    source = context.store.papers.source(paper_id)
    try:
        parsed = await _parse(context, pool, source)
        taken = context.store.parsed.take_in(paper_id, source.media_type, parsed.filing, parsed.encoded)
    except LaylineError as error:
        context.fail(paper_id, source.origin, StageError.of(Stage.PARSE, error))
        return None
    context.report(Settled(taken.paper_id, source.origin, Stage.PARSE, taken.status, detail=_detail(taken)))
    return taken


async def _parse(context: Context, pool: ParsePool, source: SourceRow) -> Parsed:
    try:
        return await pool.parse(Document(context.store.source_path(source), source.media_type, source.origin))
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


def _detail(taken: TakenIn) -> str:
    if taken.hold_reason:
        return taken.hold_reason
    return f"same article by {taken.joined_by}" if taken.joined_by else ""
