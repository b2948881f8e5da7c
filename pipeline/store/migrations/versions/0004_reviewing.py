"""Reviewing: categories and age of the draft that stands, who holds a paper, what was seen, edits not saved yet."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add columns to the papers, filled from the drafts that stand, and the tables of reviewing."""
    op.add_column("papers", sa.Column("categories", sa.Text(), nullable=True))
    op.add_column("papers", sa.Column("drafted_at", sa.String(length=32), nullable=True))
    _fill_from_drafts()
    op.create_table(
        "holds",
        sa.Column("paper_id", sa.String(length=13), sa.ForeignKey("papers.id"), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("person_key", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=32), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("paper_id"),
    )
    op.create_table(
        "seen_statements",
        sa.Column("paper_id", sa.String(length=13), sa.ForeignKey("papers.id"), nullable=False),
        sa.Column("person_key", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("statement_hash", sa.String(length=64), nullable=False),
        sa.Column("seen_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("paper_id", "person_key", "place", "statement_hash"),
    )
    op.create_table(
        "unsaved_edits",
        sa.Column("paper_id", sa.String(length=13), sa.ForeignKey("papers.id"), nullable=False),
        sa.Column("person_key", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("paper_id", "person_key", "place"),
    )


def _fill_from_drafts() -> None:
    """What put_draft writes from now on; a draft that cannot be read any more leaves its columns empty."""
    papers = sa.table("papers", sa.column("id"), sa.column("draft_hash"), sa.column("categories"), _at())
    drafts = sa.table(
        "drafts", sa.column("paper_id"), sa.column("content_hash"), sa.column("summary"), sa.column("created_at")
    )
    standing = sa.and_(drafts.c.paper_id == papers.c.id, drafts.c.content_hash == papers.c.draft_hash)
    connection = op.get_bind()
    found = connection.execute(sa.select(papers.c.id, drafts.c.summary, drafts.c.created_at).where(standing)).all()
    for paper_id, summary, created_at in found:
        values = {"categories": _categories(summary), "drafted_at": created_at}
        connection.execute(sa.update(papers).where(papers.c.id == paper_id).values(**values))


def _at() -> "sa.ColumnClause[str]":
    return sa.column("drafted_at", sa.String())


def _categories(summary: str) -> str | None:
    try:
        return json.dumps(json.loads(summary)["categories"])
    except (ValueError, KeyError, TypeError):
        return None
