"""What lists are filtered by, in the order in which they are shown."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add an index for each filter that is a column of agreements: without one, a rare value is sought in every row."""
    for field in ("form", "stage", "year"):
        columns: list[Any] = ["passing", field, sa.literal_column("documents DESC"), "agreement"]
        op.create_index(f"agreements_by_{field}", "agreements", columns, unique=False)
