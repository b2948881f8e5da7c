"""What is known of papers from outside, what was tried for their texts, and what saved searches have seen."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of fetching."""
    op.create_table(
        "records",
        sa.Column("paper_id", sa.String(length=13), sa.ForeignKey("papers.id"), nullable=False),
        sa.Column("asked", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=True),
        sa.Column("rungs", sa.Text(), nullable=False),
        sa.Column("checked_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("paper_id"),
    )
    op.create_index(op.f("ix_records_checked_at"), "records", ["checked_at"], unique=False)
    op.create_table(
        "watch_cursors",
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("cursor", sa.Text(), nullable=True),
        sa.Column("updated_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("watch"),
    )
    op.create_table(
        "watch_seen",
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("paper_id", sa.String(length=13), sa.ForeignKey("papers.id"), nullable=True),
        sa.Column("seen_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("watch", "found"),
    )
