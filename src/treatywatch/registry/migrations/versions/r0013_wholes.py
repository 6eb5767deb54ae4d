"""Agreements in one piece."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the table of agreements each in one piece, which the next question fills, and leave out what moved there."""
    op.create_table(
        "agreement_wholes",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("whole", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("agreement"),
    )
    op.drop_column("agreement_members", "because")
    op.drop_column("agreement_members", "origin")
