"""People's decisions on facts, and the pages that were forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what decisions on facts need, and the tombstones."""
    op.add_column("decisions", sa.Column("fact", sa.Text(), nullable=True))
    op.add_column("decisions", sa.Column("changes", sa.Text(), nullable=True))
    op.add_column("decisions", sa.Column("here", sa.Boolean(), nullable=True))
    op.create_table(
        "decision_facts",
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("assertion", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decisions.decision"]),
        sa.PrimaryKeyConstraint("decision", "number"),
    )
    op.create_index("decision_facts_page", "decision_facts", ["page"], unique=False)
    op.create_table(
        "tombstones",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("ix_tombstones_sha256", "tombstones", ["sha256"], unique=False)
    op.create_table(
        "agreement_candidates",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agreement", "other"),
    )
    op.create_index("agreement_candidates_other", "agreement_candidates", ["other"], unique=False)
    op.add_column("agreement_steps", sa.Column("decided", sa.Text(), nullable=True))
    op.add_column("agreement_steps", sa.Column("machine", sa.Text(), nullable=True))
    op.add_column("agreement_steps", sa.Column("rejected", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("agreement_step_sources", sa.Column("fact", sa.Text(), nullable=False, server_default=""))
    op.add_column("agreement_step_sources", sa.Column("reread", sa.Text(), nullable=True))
    op.create_index("agreement_step_sources_fact", "agreement_step_sources", ["fact"], unique=False)
