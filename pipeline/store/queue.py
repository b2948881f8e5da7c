"""The reviewers' queue, read by one query and without opening any draft."""

import json
import time
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import and_, func, select

from pipeline.models.ids import Doi, PaperId
from pipeline.models.paper import Basis
from pipeline.models.queue_row import QueueRow
from pipeline.models.status import Status
from pipeline.store import schema
from pipeline.store.database import Database
from pipeline.store.papers import spoiled


class Queue:
    """Reads the queue."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, statuses: Sequence[Status] = ()) -> list[QueueRow]:
        """Every paper in the order of its coming, or those with one of these statuses."""
        papers, holds = schema.papers.c, schema.holds.c
        is_held = and_(holds.paper_id == papers.id, holds.until > time.time())
        query = (
            select(
                papers.id,
                papers.doi,
                papers.title,
                papers.status,
                papers.blocking,
                papers.warnings,
                papers.quality,
                papers.basis,
                func.coalesce(papers.drafted_at, papers.updated_at),
                papers.categories,
                papers.draft_hash.is_not(None),
                papers.hold_reason,
                holds.person,
            )
            .outerjoin(schema.holds, is_held)
            .where(papers.merged_into.is_(None))
            .order_by(papers.position)
        )
        if statuses:
            query = query.where(papers.status.in_([status.value for status in statuses]))
        with self._database.read() as connection:
            # One by one: ten thousand rows alive at once keep Python's collector busier than all the rest.
            return [_row(row) for row in connection.execute(query)]

    def version(self) -> int:
        """Another number than before once anything in the workspace has changed: then the queue is to be read anew."""
        return self._database.version()


def _row(values: Sequence[Any]) -> QueueRow:
    # By place: asking a row for its columns by name takes longer than reading them from the disk.
    paper_id, doi, title, status, blocking, warnings, quality, basis, since, categories, has_draft, why, by = values
    try:
        return QueueRow(
            id=PaperId(paper_id),
            doi=Doi(doi) if doi else None,
            title=title,
            status=Status(status),
            blocking=blocking,
            warnings=warnings,
            quality=quality,
            basis=Basis(basis) if basis else None,
            since=since,
            categories=_categories(categories),
            has_draft=bool(has_draft),
            hold_reason=why,
            held_by=by,
        )
    except ValueError as error:
        raise spoiled(error) from error


@lru_cache(maxsize=1024)
def _categories(text: str | None) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text else ()
