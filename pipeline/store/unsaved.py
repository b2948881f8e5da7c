"""Edits that are being typed: kept at every pause, so that a process that dies loses no word of them."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, Insert, and_, delete, select

from pipeline.models.ids import PaperId, Sha256
from pipeline.models.person import person_key
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.upsert import upsert


@dataclass(frozen=True)
class UnsavedEdit:
    """What a person was typing at a place of a content; `text` is as the screen that took it wrote it."""

    paper_id: PaperId
    place: str
    content_hash: Sha256
    text: str
    saved_at: str


class UnsavedEdits:
    """Keeps, gives back and drops what is being typed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, paper_id: PaperId, person: str, place: str, content_hash: Sha256, text: str) -> None:
        """Keep this text in place of what was kept for this person and place. Less than a millisecond on SQLite."""
        row = {"paper_id": paper_id, "person_key": person_key(person), "place": place}
        with self._database.write() as connection:
            connection.execute(
                _keeping(connection.dialect.name),
                {**row, "content_hash": content_hash, "text": _storable(text), "saved_at": stamp()},
            )

    def find(self, paper_id: PaperId, person: str, place: str) -> UnsavedEdit | None:
        """What this person was typing there."""
        return next((edit for edit in self.all(paper_id, person) if edit.place == place), None)

    def all(self, paper_id: PaperId, person: str) -> tuple[UnsavedEdit, ...]:
        """Everything that this person was typing in a paper, the newest last."""
        edits = schema.unsaved_edits
        query = select(edits).where(_of(paper_id, person)).order_by(edits.c.saved_at, edits.c.place)
        with self._database.read() as connection:
            return tuple(
                UnsavedEdit(PaperId(row.paper_id), row.place, Sha256(row.content_hash), row.text, row.saved_at)
                for row in connection.execute(query)
            )

    def drop(self, paper_id: PaperId, person: str, place: str) -> None:
        """Forget it: it was saved, or given up."""
        with self._database.write() as connection:
            where = and_(_of(paper_id, person), schema.unsaved_edits.c.place == place)
            connection.execute(delete(schema.unsaved_edits).where(where))


def _of(paper_id: PaperId, person: str) -> ColumnElement[bool]:
    edits = schema.unsaved_edits.c
    return and_(edits.paper_id == paper_id, edits.person_key == person_key(person))


def _storable(text: str) -> str:
    """Lone surrogates, which a terminal may send, cannot be stored; they are shown as their escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@cache
def _keeping(dialect: str) -> Insert:
    inserting = upsert(dialect, schema.unsaved_edits)
    return inserting.on_conflict_do_update(
        index_elements=["paper_id", "person_key", "place"],
        set_={name: inserting.excluded[name] for name in ("content_hash", "text", "saved_at")},
    )
