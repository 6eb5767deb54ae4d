"""People's decisions on relations and statements."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add of which sort the assertion is that a decision is about, and the ids of relations and statements."""
    op.add_column("decision_facts", sa.Column("sort", sa.Text(), nullable=False, server_default="event"))
    op.create_table(
        "said_facts",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("assertion", sa.Integer(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("reading", "assertion"),
    )
    op.create_index("said_facts_fact", "said_facts", ["fact"], unique=False)
