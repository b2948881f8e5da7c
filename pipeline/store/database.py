"""Opens the workspace's database, brings it to the newest revision, and hands out transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError

from pipeline.errors import SetupError, StoreError, Who, said
from pipeline.store.schema import HEAD

_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "PRAGMA busy_timeout=30000",
    "PRAGMA foreign_keys=ON",
)
_MIGRATIONS: Final = Path(__file__).parent / "migrations"


class Database:
    """Transactions on one SQLite file. Several processes may each open their own; within one, for one thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = _engine(path)
        self._migrate()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the database and changes nothing."""
        self._require_present()
        with _named_faults(self.path), self._reading.begin():
            yield self._reading

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that takes the write lock at its start, so that what it read cannot go stale under it."""
        self._require_present()
        with _named_faults(self.path), self._writing.begin():
            yield self._writing

    def version(self) -> int:
        """A number that is another one as soon as anybody has committed a change (SQLite's `data_version`).

        Only numbers from the same open database can be compared.
        """
        with self.read() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    @cached_property
    def _reading(self) -> Connection:
        # Kept open: taking a connection out of the engine's pool costs more than most of our statements.
        return self._engine.connect()

    @cached_property
    def _writing(self) -> Connection:
        return self._engine.connect().execution_options(layline_immediate=True)

    def close(self) -> None:
        """Give back every connection."""
        for name in ("_reading", "_writing"):
            if name in self.__dict__:
                getattr(self, name).close()
        self._engine.dispose()

    def _require_present(self) -> None:
        """A file that was deleted or moved stays open: what is written to it then would be lost without a word."""
        if not self.path.exists():
            raise StoreError(
                f"the database {self.path} is gone",
                remedy="Put it back where it was, or mount its disk again; nothing was changed meanwhile.",
                kind="database_unavailable",
            )

    def _migrate(self) -> None:
        with _named_faults(self.path):
            if self._revision() == HEAD:
                return
            from filelock import FileLock  # noqa: PLC0415 - needed once in a database's life

            with FileLock(self.path.with_suffix(".migrate.lock")):
                if self._revision() != HEAD:
                    self._upgrade()

    def _revision(self) -> str | None:
        with self._engine.begin() as connection:
            known = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE name='alembic_version'").first()
            row = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first() if known else None
        return str(row[0]) if row else None

    def _upgrade(self) -> None:
        from alembic import command  # noqa: PLC0415 - slow to import, needed once in a database's life
        from alembic.config import Config  # noqa: PLC0415
        from alembic.util import CommandError  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        try:
            with self._engine.begin() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, HEAD)
        except CommandError as error:
            raise SetupError(
                f"{self.path} was written by another version of Layline ({error})",
                remedy="Use the version that wrote it, or a newer one.",
                kind="database_version",
            ) from error


def _engine(path: Path) -> Engine:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(
            f"the workspace cannot be written: {path.parent}: {said(error)}",
            remedy="Choose a folder that you may write to with --workspace, or mend its permissions.",
        ) from error
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        # The driver's own transaction handling is off: it would begin too late, or not at all (SQLAlchemy's docs,
        # "Serializable isolation / Savepoints / Transactional DDL").
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("layline_immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextmanager
def _named_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if "no such column" in str(error.orig) or "no such table" in str(error.orig):
            raise SetupError(
                f"{path} was written by another version of Layline ({error.orig})",
                remedy="Use the version that wrote it, or a newer one.",
                kind="database_version",
            ) from error
        busy = "locked" in str(error.orig) or "busy" in str(error.orig)
        raise StoreError(
            f"the database {path} cannot be used now: {error.orig}",
            remedy="Another process holds it; try again." if busy else "Check the disk, its space and permissions.",
            kind="database_busy" if busy else "database_unavailable",
            who=Who.PIPELINE if busy else Who.PERSON,
        ) from error
    except DatabaseError as error:
        raise StoreError(
            f"the database {path} is damaged or is not one of Layline's: {error.orig}",
            remedy="Restore it from a backup; sources and model replies are kept beside it and are not lost.",
            kind="database_damaged",
        ) from error


def execute_sql(connection: Connection, statement: str, **values: object) -> Any:
    """Run a textual statement with named values (bound, never formatted in)."""
    return connection.execute(text(statement), values)
