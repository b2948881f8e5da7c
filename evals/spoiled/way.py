"""A way of spoiling what was approved, and what it works on."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

FORMATS: Final = ("json", "md", "html", "site", "csv", "ris", "bibtex")
MARK: Final = "Qzworblax"
"""A word that stands in no paper: where it stands on disk, something spoiled has left."""
OTHER_NUMBER: Final = "7349"
"""A number that stands in no paper; in a hash or a time of day its digits may come one after another by chance."""


@dataclass(frozen=True)
class Victim:
    """The paper that is spoiled, in a workspace of its own."""

    workspace: Path
    paper_id: str
    doi: str
    rng: Random

    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Change the database behind Layline's back."""
        connection = sqlite3.connect(self.workspace / "data" / ".layline" / "layline.db")
        try:
            with connection:
                return connection.execute(statement, values).fetchall()
        finally:
            connection.close()


@dataclass(frozen=True)
class Way:
    """One way; `spoil` does it, and gives what takes it back from the process once the export is over."""

    name: str
    spoil: Callable[[Victim], AbstractContextManager[object] | None]
    formats: Sequence[str] = field(default=FORMATS)
