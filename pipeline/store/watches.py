"""What saved searches have seen: how far each has searched, and every article it found, so that none is taken twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.dialects.sqlite import insert as upsert

from pipeline.models.ids import PaperId
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.records import Asked, take


@dataclass(frozen=True)
class Taken:
    """What became of what a search found: papers by their identifier's name, new ones apart."""

    papers: dict[str, PaperId]
    new: tuple[str, ...]


class Watches:
    """Reads and writes cursors and seen ids."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cursor(self, watch: str) -> str | None:
        """How far a search has come, in its own terms; None before its first run."""
        with self._database.read() as connection:
            query = select(schema.watch_cursors.c.cursor).where(schema.watch_cursors.c.watch == watch)
            found = connection.execute(query).scalar()
        return str(found) if found is not None else None

    def advance(self, watch: str, cursor: str | None) -> None:
        """Note how far a search has come. To be called when all it found before is taken."""
        values = {"cursor": cursor, "updated_at": stamp()}
        statement = upsert(schema.watch_cursors).values(watch=watch, **values)
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["watch"], set_=values))

    def unseen(self, watch: str, found: Sequence[str]) -> list[str]:
        """Those names that this search has not seen before, in their order."""
        seen = schema.watch_seen.c
        with self._database.read() as connection:
            query = select(seen.found).where(seen.watch == watch, seen.found.in_(list(found)))
            known = {name for (name,) in connection.execute(query)}
        return [name for name in dict.fromkeys(found) if name not in known]

    def take(self, watch: str, found: Sequence[Asked]) -> Taken:
        """Make papers of what was found, and note that it was seen: both, or neither, whenever the process dies."""
        with self._database.write() as connection:
            papers, new = take(connection, found)
            rows = [
                {"watch": watch, "found": name, "paper_id": paper, "seen_at": stamp()} for name, paper in papers.items()
            ]
            if rows:
                connection.execute(upsert(schema.watch_seen).on_conflict_do_nothing(), rows)
        return Taken(papers, tuple(new))

    def that_found(self, paper_id: PaperId) -> list[str]:
        """The names of the searches that found a paper, or one that was merged into it."""
        seen, papers = schema.watch_seen.c, schema.papers.c
        query = select(seen.watch).join(schema.papers, papers.id == seen.paper_id)
        query = query.where(or_(papers.id == paper_id, papers.merged_into == paper_id)).distinct()
        with self._database.read() as connection:
            return sorted(str(name) for (name,) in connection.execute(query))

    def taken_since(self, watch: str, moment: datetime) -> int:
        """How many this search has taken since then."""
        seen = schema.watch_seen.c
        query = select(func.count()).where(seen.watch == watch, seen.seen_at >= stamp(moment))
        with self._database.read() as connection:
            return int(connection.execute(query).scalar() or 0)
