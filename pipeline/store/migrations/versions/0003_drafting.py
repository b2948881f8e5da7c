"""What a model call was for and in which run; the dialects of servers; batches and the requests in them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add columns to the calls, and the tables of drafting."""
    op.add_column("model_calls", sa.Column("prompt", sa.Text(), nullable=True))
    op.add_column("model_calls", sa.Column("run", sa.String(length=32), nullable=True))
    op.create_index(op.f("ix_model_calls_run"), "model_calls", ["run"], unique=False)
    op.create_table(
        "dialects",
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("speech", sa.Text(), nullable=False),
        sa.Column("found_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("server", "model"),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("input_file", sa.Text(), nullable=True),
        sa.Column("remote", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("submitted_at", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "batch_requests",
        sa.Column("batch", sa.String(length=32), sa.ForeignKey("batches.id"), nullable=False),
        sa.Column("request_hash", sa.String(length=64), nullable=False),
        sa.Column("paper_id", sa.String(length=13), sa.ForeignKey("papers.id"), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("batch", "request_hash"),
    )
    op.create_index(op.f("ix_batch_requests_request_hash"), "batch_requests", ["request_hash"], unique=False)
