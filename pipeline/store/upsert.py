"""INSERT … ON CONFLICT, which SQLite and PostgreSQL know in the same words but SQLAlchemy under two names."""

from typing import TYPE_CHECKING

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

if TYPE_CHECKING:
    from sqlalchemy.dialects.sqlite import Insert


def upsert(dialect: str, table: Table) -> "Insert":
    """An insert into a table that may say what happens to rows that are there; `dialect` is the connection's."""
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - slow to import, and needed there alone

        return postgresql.insert(table)  # type: ignore[return-value]  # the same methods, of another class
    return sqlite.insert(table)
