"""Remembers what the checks found in a summary beside its paper, so that it need not be computed twice.

A row can only be met by its key, which is made of everything that its findings depend on (`checks.rules`). It carries
a seal over key and content: a row that was changed, or that cannot be read any more, is as good as none.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from pydantic import ValidationError
from sqlalchemy import Connection, Insert, delete, select

from pipeline.models.finding import Found
from pipeline.models.ids import PaperId, Sha256
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.upsert import upsert

_T: Final = schema.known_findings
Known = dict[str, tuple[str, str]]
"""The rows of one paper: seal and what was found, by key."""


class KnownFindings:
    """Reads and writes remembered findings."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._cleared_for: Sha256 | None = None

    def find(self, key: Sha256) -> Found | None:
        """What is remembered under this key; None where nothing is, or nothing that can be trusted."""
        query = select(_T.c.seal, _T.c.found).where(_T.c.key == key)
        with self._database.read() as connection:
            row = connection.execute(query).first()
        return found_under(key, {key: (row.seal, row.found)} if row else {})

    def remember(self, key: Sha256, rules: Sha256, paper_id: PaperId, found: Found) -> None:
        """Keep what was found under its key, in place of what is there; what other rules found is cleared away."""
        text = found.model_dump_json()
        row = {"key": key, "rules": rules, "paper_id": paper_id, "found": text, "seal": _seal(key, text)}
        with self._database.write() as connection:
            if self._cleared_for != rules:
                connection.execute(delete(_T).where(_T.c.rules != rules))
                self._cleared_for = rules
            connection.execute(_keeping(connection.dialect.name), [{**row, "made_at": stamp()}])


def found_under(key: Sha256, known: Known) -> Found | None:
    """What was found under this key among these rows; None where there is nothing, or it was changed."""
    seal, text = known.get(key, ("", ""))
    if seal != _seal(key, text):
        return None
    try:
        return Found.model_validate_json(text)
    except ValidationError:  # written by hand, with its seal: made anew, like any other that is not known
        return None


def known_of(connection: Connection, paper_ids: Iterable[PaperId]) -> defaultdict[PaperId, Known]:
    """What is remembered of each of these papers, within a transaction."""
    found: defaultdict[PaperId, Known] = defaultdict(dict)
    query = select(_T.c.paper_id, _T.c.key, _T.c.seal, _T.c.found).where(_T.c.paper_id.in_(list(paper_ids)))
    for paper_id, key, seal, text in connection.execute(query):
        found[PaperId(paper_id)][key] = (seal, text)
    return found


def _seal(key: Sha256, found: str) -> Sha256:
    return Sha256.of(f"{key}\n{found}".encode("utf-8", "surrogatepass"))


@cache
def _keeping(dialect: str) -> Insert:
    inserting = upsert(dialect, _T)
    names = ("rules", "paper_id", "found", "seal", "made_at")
    return inserting.on_conflict_do_update(
        index_elements=["key"], set_={name: inserting.excluded[name] for name in names}
    )
