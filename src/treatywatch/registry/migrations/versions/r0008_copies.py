"""What copies of one story are known by; made again from the texts."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add sketches of pages, and for each page of an agreement the one it is a copy of."""
    op.create_table(
        "sketches",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("reading"),
    )
    op.add_column("agreement_members", sa.Column("origin", sa.Text(), nullable=False, server_default=""))
