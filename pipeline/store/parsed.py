"""Takes a parsed paper in: the same article becomes one paper, notices are held, identities are never guessed."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, update

from pipeline.errors import StoreError
from pipeline.models.identity import both_or_neither_notice, dois_agree, lookup_ids, title_key, titles_agree
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.paper import ArticleType, Basis, Metadata, Paper
from pipeline.models.source import MediaType
from pipeline.models.status import Stage, StageState, Status
from pipeline.store import schema
from pipeline.store.database import Database
from pipeline.store.papers import PaperRow, row_of, set_fields, twins
from pipeline.store.payloads import Payloads
from pipeline.store.stages import drop, settle
from pipeline.text.in_words import in_words


@dataclass(frozen=True)
class TakenIn:
    """What became of a parsed source: which paper it belongs to now, and why it was joined or held."""

    paper_id: PaperId
    status: Status
    joined_by: str | None = None
    hold_reason: str | None = None


@dataclass(frozen=True)
class Filing:
    """What a parsed paper is filed under, so that the rest of it need not be decoded."""

    metadata: Metadata
    basis: Basis
    quality: float


@dataclass(frozen=True)
class StoredPaper:
    """A parsed paper as its bytes lie in the store at this moment; decoded where somebody asks for it."""

    sha256: Sha256
    data: bytes = field(repr=False)

    @cached_property
    def paper(self) -> Paper:
        """Raises StoreError where it cannot be read any more."""
        try:
            return Paper.model_validate_json(self.data)
        except ValueError as error:
            raise StoreError(
                f"the parsed paper {self.sha256[:12]}… in the store cannot be read: {str(error).splitlines()[0]}",
                remedy="Have it parsed anew: layline retry ID.",
                kind="paper_spoiled",
            ) from error


class ParsedPapers:
    """Keeps parsed papers under the hash of their bytes and settles to which paper a source belongs."""

    def __init__(self, database: Database, payloads: Payloads) -> None:
        self._database = database
        self._payloads = payloads

    def path(self, paper_hash: Sha256) -> Path:
        """Where the parsed paper lies, for a worker to read."""
        return self._payloads.path(paper_hash)

    def stored(self, paper_hash: Sha256) -> StoredPaper:
        """The parsed paper as it is stored, verified against its hash. Raises StoreError."""
        return StoredPaper(paper_hash, self._payloads.get_verified(paper_hash))

    def load(self, paper_hash: Sha256) -> Paper:
        """The parsed paper, verified against its hash. Raises StoreError."""
        return self.stored(paper_hash).paper

    def take_in(
        self,
        paper_id: PaperId,
        media_type: MediaType,
        paper: Filing,
        encoded: bytes,
        *,
        hold_reason: str | None = None,
    ) -> TakenIn:
        """Record that a source was read. `encoded` is the paper as JSON, as the worker wrote it.

        `hold_reason` is why it must not be drafted, whatever the document itself says.
        """
        paper_hash = Sha256.of(encoded)
        self._payloads.put(paper_hash, encoded)
        with self._database.write() as connection:
            row = row_of(connection, paper_id)
            if row.id != paper_id:
                return TakenIn(row.id, row.status)
            twin, conflict = _twin(connection, row, paper)
            if twin is not None:
                return _join(connection, row, twin, _Read(media_type, paper, paper_hash, hold_reason))
            return _settle(connection, row, _Read(media_type, paper, paper_hash, hold_reason), conflict)


def _twin(connection: Connection, row: PaperRow, paper: Filing) -> tuple[PaperRow | None, PaperRow | None]:
    """The paper that this one is, and, failing that, one whose DOI it carries without being it."""
    metadata = paper.metadata
    conflict = None
    for other in twins(connection, row, lookup_ids(metadata)):
        other_type = ArticleType(other.article_type) if other.article_type else ArticleType.OTHER
        agrees = titles_agree(metadata.title, other.title)
        if agrees and dois_agree(metadata.doi, other.doi) and both_or_neither_notice(metadata.article_type, other_type):
            return other, None
        if metadata.doi and metadata.doi == other.doi:
            conflict = other
    return None, conflict


@dataclass(frozen=True)
class _Read:
    """A document as it was read."""

    media_type: MediaType
    paper: Filing
    paper_hash: Sha256
    hold_reason: str | None


def _join(connection: Connection, row: PaperRow, twin: PaperRow, read: _Read) -> TakenIn:
    metadata = read.paper.metadata
    by = next(
        (
            name
            for name, value in (("doi", metadata.doi), ("title", metadata.title))
            if value and value in (twin.doi, twin.title)
        ),
        "identifier or equal title",
    )
    sources = schema.sources
    connection.execute(
        update(sources).where(sources.c.paper_id == row.id).values(paper_id=twin.id, joined_by=f"same {by}")
    )
    drop(connection, row.id)
    set_fields(connection, row.id, merged_into=twin.id, status=Status.PARSED.value, doi=None)
    if _is_better(connection, twin, read):
        set_fields(connection, twin.id, source_sha256=row.source_sha256)
        taken = _settle(connection, twin, read, None)
        return TakenIn(twin.id, taken.status, joined_by=by, hold_reason=taken.hold_reason)
    return TakenIn(twin.id, twin.status, joined_by=by)


def _is_better(connection: Connection, twin: PaperRow, read: _Read) -> bool:
    """Whether the paper should be read from this document from now on: it had none, or a poorer one."""
    if twin.source_sha256 is None:
        return True
    if twin.basis == Basis.ABSTRACT_ONLY.value and read.paper.basis is Basis.FULL_TEXT:
        return twin.status not in (Status.APPROVED, Status.PUBLISHED)
    return read.media_type is MediaType.JATS and twin.draft_hash is None and _was_read_from_pdf(connection, twin)


def _was_read_from_pdf(connection: Connection, row: PaperRow) -> bool:
    sources = schema.sources
    query = sources.select().where(sources.c.sha256 == row.source_sha256)
    found = connection.execute(query).mappings().first()
    return found is not None and found["media_type"] != MediaType.JATS.value


def _settle(connection: Connection, row: PaperRow, read: _Read, conflict: PaperRow | None) -> TakenIn:
    paper = read.paper
    hold_reason = read.hold_reason or _hold_reason(paper, conflict)
    status = Status.HELD if hold_reason else Status.PARSED
    metadata = paper.metadata
    set_fields(
        connection,
        row.id,
        doi=None if conflict else metadata.doi,
        pmid=metadata.pmid,
        pmcid=metadata.pmcid,
        title=metadata.title,
        title_key=title_key(metadata.title),
        article_type=metadata.article_type.value,
        status=status.value,
        hold_reason=hold_reason,
        quality=paper.quality,
        basis=paper.basis.value,
        paper_hash=read.paper_hash,
        error=None,
    )
    states = {Stage.PARSE: StageState.DONE}
    if row.source_sha256 is None:
        states[Stage.FETCH] = StageState.DONE
    settle(connection, row.id, states if hold_reason else states | {Stage.DRAFT: StageState.READY})
    return TakenIn(row.id, status, hold_reason=hold_reason)


def _hold_reason(paper: Filing, conflict: PaperRow | None) -> str | None:
    metadata = paper.metadata
    if metadata.article_type.is_notice:
        about = ", ".join(f"{r.id_type} {r.id}" for r in metadata.related) or "another article"
        return f"notice: a {in_words(metadata.article_type.value)} about {about} is not a paper to summarise"
    if conflict is not None:
        return (
            f"identity: it carries the DOI {json.dumps(str(metadata.doi))} of {conflict.id}, whose title is another; "
            "a person must say what it is"
        )
    return None
