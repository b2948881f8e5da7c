"""Who has a paper open for review: one person at a time, by a lease that ends by itself.

A hold keeps two people from doing the same work; it does not decide whose decision counts (the chain does).
"""

import time
from dataclasses import dataclass
from functools import cache
from typing import Final

from sqlalchemy import Connection, Float, Insert, and_, bindparam, case, delete, or_, select, update

from pipeline.models.ids import PaperId
from pipeline.models.person import person_key, same_person
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.upsert import upsert


@dataclass(frozen=True)
class Hold:
    """Who has a paper, since when (ISO 8601), and until when (seconds since the epoch) without renewal."""

    paper_id: PaperId
    person: str
    since: str
    until: float

    def is_of(self, person: str) -> bool:
        """Whether this person has it."""
        return same_person(self.person, person)


class Holds:
    """Takes, renews and gives back papers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, paper_id: PaperId, person: str, seconds: float) -> Hold:
        """Take a paper for so many seconds; gives the hold that stands now, which may be somebody else's.

        What nobody holds, what this person held already, and what was held too long ago is taken. Of several who
        try at once, exactly one gets it: each attempt is one statement that changes the row only where it is free.
        """
        now = time.time()
        mine = Hold(paper_id, person, stamp(), now + seconds)
        with self._database.write() as connection:
            connection.execute(
                _taking(connection.dialect.name), {**mine.__dict__, "person_key": person_key(person), "now": now}
            )
            return _hold(connection, paper_id, now) or mine

    def renew(self, paper_id: PaperId, person: str, seconds: float) -> bool:
        """Hold it for so many seconds from now; False where this person's hold has ended or is another's by now."""
        now = time.time()
        values = {"this_id": paper_id, "this_key": person_key(person), "until": now + seconds, "now": now}
        with self._database.write() as connection:
            return bool(connection.execute(_RENEWING, values).rowcount)

    def release(self, paper_id: PaperId, person: str) -> None:
        """Give it back; what somebody else holds stays theirs."""
        with self._database.write() as connection:
            connection.execute(_RELEASING, {"this_id": paper_id, "this_key": person_key(person)})

    def holder(self, paper_id: PaperId) -> Hold | None:
        """Who has it now."""
        with self._database.read() as connection:
            return _hold(connection, paper_id, time.time())


def _hold(connection: Connection, paper_id: PaperId, now: float) -> Hold | None:
    found = connection.execute(_STANDING, {"this_id": paper_id, "now": now}).first()
    return Hold(PaperId(found.paper_id), found.person, found.since, found.until) if found else None


_HOLDS: Final = schema.holds.c
_MINE: Final = and_(_HOLDS.paper_id == bindparam("this_id"), _HOLDS.person_key == bindparam("this_key"))
_STANDING: Final = select(schema.holds).where(_HOLDS.paper_id == bindparam("this_id"), _HOLDS.until > bindparam("now"))
_RELEASING: Final = delete(schema.holds).where(_MINE)
_RENEWING: Final = update(schema.holds).where(_MINE, _HOLDS.until > bindparam("now")).values(until=bindparam("until"))


@cache
def _taking(dialect: str) -> Insert:
    inserting = upsert(dialect, schema.holds)
    new, now = inserting.excluded, bindparam("now", type_=Float())
    same = _HOLDS.person_key == new.person_key
    return inserting.on_conflict_do_update(
        index_elements=["paper_id"],
        set_={
            "person": new.person,
            "person_key": new.person_key,
            "until": new.until,
            # Whoever holds it already goes on holding it since then.
            "since": case((and_(same, _HOLDS.until > now), _HOLDS.since), else_=new.since),
        },
        where=or_(same, _HOLDS.until <= now),
    )
