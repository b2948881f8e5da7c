"""The record of what was published: which content, as which bytes, where, when."""

from dataclasses import dataclass

from sqlalchemy import and_, insert, select

from pipeline.models.ids import PaperId, Sha256
from pipeline.models.status import Status
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.drafts import require_standing
from pipeline.store.papers import set_fields


@dataclass(frozen=True)
class Publication:
    """One file that left the house."""

    paper_id: PaperId
    content_hash: Sha256
    format: str
    path: str
    sha256: Sha256
    published_at: str


class Publications:
    """Reads and appends publications."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, paper_id: PaperId, content_hash: Sha256, file_format: str, path: str, sha256: Sha256) -> None:
        """Note that this content was written; its paper is published from now on."""
        with self._database.write() as connection:
            require_standing(connection, paper_id, content_hash)
            connection.execute(
                insert(schema.publications).values(
                    paper_id=paper_id,
                    content_hash=content_hash,
                    format=file_format,
                    path=path,
                    sha256=sha256,
                    published_at=stamp(),
                )
            )
            set_fields(connection, paper_id, status=Status.PUBLISHED.value)

    def replaced(self) -> frozenset[PaperId]:
        """The papers of which another content was published than the one that stands now."""
        papers, table = schema.papers, schema.publications
        other = and_(papers.c.id == table.c.paper_id, papers.c.draft_hash != table.c.content_hash)
        with self._database.read() as connection:
            rows = connection.execute(select(table.c.paper_id).distinct().join(papers, other))
            return frozenset(PaperId(paper_id) for (paper_id,) in rows)

    def all(self, paper_id: PaperId) -> list[Publication]:
        """Every publication of a paper, oldest first."""
        query = select(schema.publications).where(schema.publications.c.paper_id == paper_id)
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(schema.publications.c.id)).mappings()
            return [
                Publication(
                    paper_id=PaperId(row["paper_id"]),
                    content_hash=Sha256(row["content_hash"]),
                    format=row["format"],
                    path=row["path"],
                    sha256=Sha256(row["sha256"]),
                    published_at=row["published_at"],
                )
                for row in rows
            ]
