"""Whether anything that an export reads was changed since one looked last."""

from sqlalchemy import func, select

from pipeline.store import schema
from pipeline.store.database import Database


def pulse(database: Database) -> str:
    """A text that is another one after every draft, decision, publication and look-up. One cheap query."""
    papers, records = schema.papers.c, schema.records.c
    asked = select(
        func.count(papers.id),
        func.max(papers.updated_at),
        select(func.count()).select_from(schema.decisions).scalar_subquery(),
        select(func.max(records.checked_at)).scalar_subquery(),
    )
    with database.read() as connection:
        return "|".join(map(str, connection.execute(asked).one()))
