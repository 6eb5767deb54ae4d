"""What a search needs of its hits, in small rows."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
_FILL = """INSERT INTO agreement_ranks (number, agreement, passing, documents)
    SELECT t.number, a.agreement, a.passing, a.documents FROM agreement_texts t
    JOIN agreements a ON a.agreement = t.agreement"""


def upgrade() -> None:
    """Add the ranks of agreements, by the numbers of their texts."""
    op.create_table(
        "agreement_ranks",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("passing", sa.Boolean(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index("agreement_ranks_agreement", "agreement_ranks", ["agreement"], unique=True)
    op.execute(_FILL)
