"""Worker processes that parse documents under limits on time and memory: one that hangs or dies costs only itself."""

import resource
import signal
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Final

from pipeline.errors import LaylineError, ParseError
from pipeline.fetch.identity import confirm
from pipeline.models.paper import Basis, Licence, Paper, ParseWarning
from pipeline.models.record import Record
from pipeline.models.record_metadata import completed
from pipeline.models.source import MediaType
from pipeline.run.preparing import prepare_to_parse
from pipeline.run.workers import WorkerError, Workers
from pipeline.store.parsed import Filing

_GRACE: Final = 10
"""Seconds after the limit at which a worker ends itself, should nobody be left who could end it."""
_XML_ERR_NO_MEMORY: Final = 2
"""libxml2's code (`xmlParserErrors`), which lxml hands on as if it were a syntax error."""
_ANOTHER: Final = "or supply another copy (the JATS XML is best)."


@dataclass(frozen=True)
class Parsed:
    """A parsed paper as JSON, with what the store files it under (the rest need not be decoded for that)."""

    encoded: bytes
    filing: Filing
    characters: int


@dataclass(frozen=True)
class Document:
    """What a worker needs: where the bytes are, what they are, and by which name people know them.

    `tei` says that `path` holds what GROBID made of the document. `warnings` come from whoever handled it before,
    and become the paper's own; `quality_lost` is what that handling cost.
    """

    path: Path
    media_type: MediaType
    name: str
    password: str | None = None
    tei: bool = False
    record: str | None = None
    """What services say of the paper that this must be (a `Record` as JSON), and the licence of this very text."""
    licence: Licence | None = None
    warnings: tuple[ParseWarning, ...] = ()
    quality_lost: float = 0.0


class ParseWorkers:
    """Parses so many documents at once, each in a worker process under its limits."""

    def __init__(self, count: int, *, seconds: float, memory_mb: int) -> None:
        self._workers = Workers(count, seconds=seconds, prepare=prepare_to_parse)
        self._seconds = seconds
        self._memory_mb = memory_mb

    async def parse(self, document: Document) -> Parsed:
        """Parse in a worker. Raises ParseError: the document's own fault, or one of the limits.

        The kinds of the latter: `timeout`, `memory`, `worker_died`, `internal_error` (a fault in a parser).
        """
        try:
            return await self._workers.call(_parse, document, self._seconds, self._memory_mb)
        except WorkerError as error:
            raise (self._too_slow(document) if error.kind == "timeout" else self._died(document)) from error
        except LaylineError:
            raise
        except MemoryError as error:
            raise self._too_big(document) from error
        except Exception as error:  # whatever a parser raises costs one paper, not the run
            raise _internal(document, error) from error

    async def close(self) -> None:
        """To be awaited before the loop ends; see `Workers`."""
        await self._workers.close()

    def _too_slow(self, document: Document) -> ParseError:
        message = f"{document.name}: reading it took longer than {self._seconds:g} s"
        return ParseError(message, kind="timeout", remedy=f"Raise parse_timeout in layline.toml, {_ANOTHER}")

    def _too_big(self, document: Document) -> ParseError:
        message = f"{document.name}: reading it took more than {self._memory_mb} MB"
        return ParseError(message, kind="memory", remedy=f"Raise parse_memory_mb in layline.toml, {_ANOTHER}")

    def _died(self, document: Document) -> ParseError:
        """Libraries in C end their process where memory is refused; that cannot be told from other faults."""
        message = (
            f"{document.name}: the process that read it died; the file is damaged, "
            f"or reading it takes more than {self._memory_mb} MB"
        )
        return ParseError(message, kind="worker_died", remedy=f"Raise parse_memory_mb in layline.toml, {_ANOTHER}")


def _internal(document: Document, error: Exception) -> ParseError:
    return ParseError(
        f"{document.name}: the parser failed ({type(error).__name__}: {error})",
        remedy="This is a fault in Layline: please report it with the file.",
        kind="internal_error",
    )


def _parse(document: Document, seconds: float, memory_mb: int) -> Parsed:
    """What a worker does."""
    _limit_memory(memory_mb)
    signal.alarm(ceil(seconds) + _GRACE)
    try:
        paper = _with_notes(_read(document), document)
        if document.record is not None:
            paper = confirmed(paper, Record.model_validate_json(document.record), document.name, document.licence)
        return encode(paper)
    finally:
        signal.alarm(0)


def confirm_parsed(encoded: bytes, record: str, name: str) -> Parsed:
    """What a worker does with a supplied document: it is held against what services say of it (a Record as JSON)."""
    return encode(confirmed(Paper.model_validate_json(encoded), Record.model_validate_json(record), name, None))


def confirmed(paper: Paper, record: Record, name: str, licence: Licence | None) -> Paper:
    """The paper with its metadata completed. Raises FetchError `wrong_paper` where it is another one."""
    notes = confirm(paper, record, name).notes if paper.basis is not Basis.ABSTRACT_ONLY else ()
    warnings = tuple(ParseWarning(kind="identity", message=note) for note in notes)
    told = tuple(
        ParseWarning(kind="service_not_heard", message=f"{unheard.service.value} could not be heard: {unheard.message}")
        for unheard in record.unheard
    )
    metadata = completed(paper.metadata, record, licence)
    return paper.model_copy(update={"metadata": metadata, "warnings": (*paper.warnings, *warnings, *told)})


def encode(paper: Paper) -> Parsed:
    """A paper as the store keeps it."""
    encoded = paper.model_dump_json().encode("utf-8", "surrogatepass")
    return Parsed(encoded, Filing(paper.metadata, paper.basis, paper.quality), len(paper.text))


def _read(document: Document) -> Paper:
    """The paper. Raises MemoryError where an XML reader took the want of memory for a fault of the document."""
    try:
        return _paper(document)
    except ParseError as error:
        if getattr(error.__cause__, "code", None) == _XML_ERR_NO_MEMORY:
            raise MemoryError from error
        raise


def _paper(document: Document) -> Paper:
    # Only workers need the parsers, and each kind of document needs only its own.
    data = document.path.read_bytes()
    if document.tei:
        from pipeline.parse.grobid.tei import paper_from_tei  # noqa: PLC0415

        return paper_from_tei(data, document.name)
    from pipeline.parse.document import parse_document  # noqa: PLC0415

    return parse_document(data, document.media_type, document.name, password=document.password)


def _with_notes(paper: Paper, document: Document) -> Paper:
    if not document.warnings:
        return paper
    quality = round(max(0.0, paper.quality - document.quality_lost), 2)
    return paper.model_copy(update={"warnings": (*document.warnings, *paper.warnings), "quality": quality})


def _limit_memory(megabytes: int) -> None:
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a worker that dies must not leave gigabytes behind
