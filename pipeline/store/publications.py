"""The record of what was published: which content, as which bytes, where, when."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from pipeline.models.ids import PaperId, Sha256
from pipeline.models.status import Status
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.drafts import require_standing


@dataclass(frozen=True)
class Left:
    """One file that leaves the house: the content of a paper, in a format, as these bytes."""

    paper_id: PaperId
    content_hash: Sha256
    format: str
    path: str
    sha256: Sha256


@dataclass(frozen=True)
class Publication(Left):
    """One that has left, and when."""

    published_at: str


class Publications:
    """Reads and appends publications."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, *left: Left) -> None:
        """Note that these contents were written; their papers are published from now on.

        All of them, or none: raises StoreError (`stale`) where another content stands by now.
        """
        moment = stamp()
        with self._database.write() as connection:
            if left:
                _publish(connection, left, moment)
                connection.execute(
                    insert(schema.publications), [{**asdict(one), "published_at": moment} for one in left]
                )

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


def _publish(connection: Connection, left: Sequence[Left], moment: str) -> None:
    papers = schema.papers
    standing = and_(papers.c.id == bindparam("this_id"), papers.c.draft_hash == bindparam("content"))
    marking = update(papers).where(standing).values(status=Status.PUBLISHED.value, updated_at=moment)
    done = connection.execute(marking, [{"this_id": one.paper_id, "content": one.content_hash} for one in left])
    if done.rowcount != len(left):
        for one in left:
            require_standing(connection, one.paper_id, one.content_hash)
