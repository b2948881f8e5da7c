"""What was found out about models' servers: in which dialect each takes its questions."""

from datetime import timedelta
from typing import Final

from sqlalchemy import and_, delete, insert, select

from pipeline.store import schema
from pipeline.store.clock import now, stamp
from pipeline.store.database import Database

_BELIEVED_FOR: Final = timedelta(days=30)
"""Servers are upgraded: after that, the strictest way of asking is tried again."""


class KnownDialects:
    """Reads and writes dialects, as JSON of whoever speaks them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, server: str, model: str) -> str | None:
        """The dialect that was found out within the last 30 days."""
        table, since = schema.dialects.c, stamp(now() - _BELIEVED_FOR)
        wanted = and_(table.server == server, table.model == model, table.found_at > since)
        with self._database.read() as connection:
            found = connection.execute(select(table.speech).where(wanted)).scalar()
        return None if found is None else str(found)

    def remember(self, server: str, model: str, speech: str) -> None:
        """Keep a dialect in place of the one that was known before."""
        table = schema.dialects
        row = {"server": server, "model": model, "speech": speech, "found_at": stamp()}
        with self._database.write() as connection:
            connection.execute(delete(table).where(and_(table.c.server == server, table.c.model == model)))
            connection.execute(insert(table), [row])
