"""Sides of blocks, and the plain keys of agreements; both are made again from the readings."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table of blocks anew, and give the agreements their plain keys."""
    op.drop_table("identity_blocks")
    op.create_table(
        "identity_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("sides", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("sighting", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("block", "sides", "reading", "sighting"),
    )
    op.create_index("identity_blocks_sighting", "identity_blocks", ["reading", "sighting"], unique=False)
    for name in ("slug", "marked"):
        op.add_column("agreements", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_index("agreements_slug", "agreements", ["slug"], unique=False)
