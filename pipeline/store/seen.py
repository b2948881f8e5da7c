"""Which statements a person has looked at, in exactly the form that was shown."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import Insert, select

from pipeline.models.ids import PaperId, Sha256
from pipeline.models.person import person_key
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.upsert import upsert


class SeenStatements:
    """Records and reads marks: the place of a statement, and the hash of what stood there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def mark(self, paper_id: PaperId, person: str, statements: Iterable[tuple[str, Sha256]]) -> None:
        """This person has looked at these; what was marked before stays as it is."""
        moment, key = stamp(), person_key(person)
        rows = [
            {"paper_id": paper_id, "person_key": key, "place": place, "statement_hash": found, "seen_at": moment}
            for place, found in statements
        ]
        if rows:
            with self._database.write() as connection:
                connection.execute(_marking(connection.dialect.name), rows)

    def by(self, paper_id: PaperId, person: str) -> frozenset[tuple[str, Sha256]]:
        """What this person has looked at."""
        seen = schema.seen_statements.c
        query = select(seen.place, seen.statement_hash)
        query = query.where(seen.paper_id == paper_id, seen.person_key == person_key(person))
        with self._database.read() as connection:
            return frozenset((place, Sha256(found)) for place, found in connection.execute(query))


@cache
def _marking(dialect: str) -> Insert:
    return upsert(dialect, schema.seen_statements).on_conflict_do_nothing()
