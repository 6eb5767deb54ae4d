"""Days that a page gives without their year."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the day and month that a page gives where it tells no year (``--06-12``), and the day that follows."""
    op.add_column("assertions", sa.Column("yearless", sa.Text(), nullable=True))
    op.add_column("agreement_step_sources", sa.Column("day", sa.Text(), nullable=True))
