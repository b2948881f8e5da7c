"""What the checks found in a summary beside its paper, so that it need not be computed twice."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table; it is filled as findings are made."""
    op.create_table(
        "known_findings",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("rules", sa.String(length=64), nullable=False),
        sa.Column("paper_id", sa.String(length=13), sa.ForeignKey("papers.id"), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_known_findings_paper_id"), "known_findings", ["paper_id"], unique=False)
    op.create_index(op.f("ix_known_findings_rules"), "known_findings", ["rules"], unique=False)
