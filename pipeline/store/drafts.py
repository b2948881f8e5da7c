"""Drafts and their findings: appended, never changed."""

import json
from collections import Counter
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, and_, bindparam, delete, insert, select

from pipeline.errors import StoreError
from pipeline.models.draft import Draft, Provenance
from pipeline.models.finding import Finding, Severity
from pipeline.models.ids import PaperId, Sha256
from pipeline.models.summary import Summary
from pipeline.store import schema
from pipeline.store.clock import stamp
from pipeline.store.database import Database
from pipeline.store.papers import PaperRow, row_of, set_fields


class Drafts:
    """Reads drafts and findings; writing happens inside the transactions of `progress` and `decisions`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, row: PaperRow) -> Draft:
        """The draft that stands. Raises StoreError when there is none, or when it cannot be read any more."""
        return self.of_content(row, standing_in(row))

    def of_content(self, row: PaperRow, content_hash: Sha256) -> Draft:
        """The newest draft with this content. Raises StoreError when it is not there, or cannot be read any more."""
        found = [draft for draft in self.all(row.id) if draft.content_hash == content_hash]
        if not found:
            raise missing(row)
        return found[-1]

    def all(self, paper_id: PaperId) -> list[Draft]:
        """Every draft of a paper, oldest first."""
        query = select(schema.drafts).where(schema.drafts.c.paper_id == paper_id).order_by(schema.drafts.c.id)
        with self._database.read() as connection:
            rows = list(connection.execute(query).mappings())
        return [draft_of(dict(row)) for row in rows]

    def before(self, draft: Draft) -> Draft | None:
        """The draft in whose place the newest one with this content came; None for a paper's first."""
        kept = self.all(draft.paper_id)
        at = max(number for number, each in enumerate(kept) if each.content_hash == draft.content_hash)
        return kept[at - 1] if at else None

    def findings(self, paper_id: PaperId, content_hash: Sha256) -> tuple[Finding, ...]:
        """What the checks found in this content, worst first."""
        with self._database.read() as connection:
            return findings_of(connection, paper_id, content_hash)


def standing_in(row: PaperRow) -> Sha256:
    """The content that stands. Raises StoreError where there is none."""
    if row.draft_hash is None:
        raise StoreError(
            f"{row.display_id} has no draft",
            remedy="Run `layline run` first." if row.error is None else row.error.remedy,
            kind="no_draft",
        )
    return row.draft_hash


def missing(row: PaperRow) -> StoreError:
    """What is raised where a row names a draft that is not there."""
    return StoreError(
        f"a draft of {row.display_id} is gone from the store",
        remedy="It was changed outside Layline. Restore the database from a backup.",
        kind="draft_missing",
    )


def findings_of(connection: Connection, paper_id: PaperId, content_hash: Sha256) -> tuple[Finding, ...]:
    """The findings of one content within a transaction."""
    table = schema.findings
    query = select(table.c.finding).where(and_(table.c.paper_id == paper_id, table.c.content_hash == content_hash))
    rows = connection.execute(query.order_by(table.c.id))
    return tuple(Finding.model_validate_json(row[0]) for row in rows)


def put_draft(connection: Connection, draft: Draft, findings: tuple[Finding, ...], **fields: object) -> None:
    """Append a draft with its findings and make it the one that stands; `fields` change the paper's row with it."""
    connection.execute(
        _DRAFTING,
        {
            "paper_id": draft.paper_id,
            "content_hash": draft.content_hash,
            "summary": draft.summary.model_dump_json(),
            "provenance": draft.provenance.model_dump_json(),
            "created_at": stamp(draft.created_at),
        },
    )
    key = {"paper_id": draft.paper_id, "content_hash": draft.content_hash}
    connection.execute(_FORGETTING, {f"this_{name}": value for name, value in key.items()})
    if findings:
        connection.execute(_FINDING, [{**key, "finding": finding.model_dump_json()} for finding in findings])
    let_stand(connection, draft, findings, **fields)


def let_stand(connection: Connection, draft: Draft, findings: tuple[Finding, ...], **fields: object) -> None:
    """Make a draft that is on record the one that stands; `fields` change the paper's row with it."""
    counts = Counter(finding.severity for finding in findings)
    set_fields(
        connection,
        draft.paper_id,
        draft_hash=draft.content_hash,
        blocking=counts[Severity.BLOCK],
        warnings=counts[Severity.WARN],
        infos=counts[Severity.INFO],
        categories=json.dumps(draft.summary.categories),
        drafted_at=stamp(draft.created_at),
        **fields,
    )


_DRAFTING: Final = insert(schema.drafts)
_FINDING: Final = insert(schema.findings)
_FORGETTING: Final = delete(schema.findings).where(
    and_(
        schema.findings.c.paper_id == bindparam("this_paper_id"),
        schema.findings.c.content_hash == bindparam("this_content_hash"),
    )
)


def require_standing(connection: Connection, paper_id: PaperId, content_hash: Sha256) -> PaperRow:
    """The paper's row, as long as this content still stands. Raises StoreError (`stale`) otherwise."""
    row = row_of(connection, paper_id)
    if row.draft_hash != content_hash:
        raise StoreError(
            f"{row.display_id} has changed since you looked at it",
            remedy=f"Look again: layline show {row.display_id}",
            kind="stale",
        )
    return row


def draft_of(row: dict[str, object]) -> Draft:
    """The draft of a row. Raises StoreError where it cannot be read any more."""
    try:
        # Each part is validated here; the whole has no rules of its own, and validating it would do the parts again.
        return Draft.model_construct(
            paper_id=PaperId(str(row["paper_id"])),
            summary=Summary.model_validate_json(str(row["summary"])),
            provenance=Provenance.model_validate_json(str(row["provenance"])),
            content_hash=Sha256(str(row["content_hash"])),
            created_at=_moment(str(row["created_at"])),
        )
    except ValueError as error:
        raise StoreError(
            f"draft {row['id']} of {row['paper_id']} in the store is not a valid summary any more: {error}",
            remedy="It was changed outside Layline. Restore the database, or draft the paper anew: layline retry ID.",
            kind="draft_spoiled",
        ) from error


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
