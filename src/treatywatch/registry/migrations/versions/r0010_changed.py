"""The order of lists by their latest change."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Put the index of changes in the order in which lists are shown: without it, all agreements are sorted for one."""
    op.drop_index("agreements_changed", "agreements")
    op.create_index("agreements_by_changed", "agreements", ["passing", "changed", "agreement"], unique=False)
