"""The first schema: pages, readings, assertions, and the tables derived from them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "agreement_members",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("sighting", sa.Integer(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agreement", "reading", "sighting"),
    )
    op.create_index("agreement_members_sighting", "agreement_members", ["reading", "sighting"], unique=False)
    op.create_table(
        "agreement_names",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agreement", "number"),
    )
    op.create_index("agreement_names_folded", "agreement_names", ["folded"], unique=False)
    op.create_table(
        "agreement_step_sources",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("assertion", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agreement", "step", "reading", "assertion"),
    )
    op.create_index(
        "agreement_step_sources_assertion", "agreement_step_sources", ["reading", "assertion"], unique=False
    )
    op.create_table(
        "agreement_steps",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("fulfilled", sa.Boolean(), nullable=False),
        sa.Column("differ", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agreement", "step"),
    )
    op.create_table(
        "agreement_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", "agreement"),
    )
    op.create_index("agreement_words_agreement", "agreement_words", ["agreement"], unique=False)
    op.create_table(
        "agreements",
        sa.Column("agreement", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("laterality", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("year", sa.Text(), nullable=True),
        sa.Column("unresolved", sa.Boolean(), nullable=False),
        sa.Column("passing", sa.Boolean(), nullable=False),
        sa.Column("last_kind", sa.Text(), nullable=True),
        sa.Column("last_date", sa.Text(), nullable=True),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agreement"),
    )
    op.create_index(
        "agreements_listing", "agreements", ["passing", sa.literal_column("documents DESC"), "agreement"], unique=False
    )
    op.create_table(
        "derived_state",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "identity_blocks",
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("sighting", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("block", "reading", "sighting"),
    )
    op.create_index("identity_blocks_sighting", "identity_blocks", ["reading", "sighting"], unique=False)
    op.create_table("pending", sa.Column("reading", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("reading"))
    op.create_table(
        "texts",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "documents",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_from", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["texts.sha256"],
        ),
        sa.PrimaryKeyConstraint("document"),
        sa.UniqueConstraint("digest"),
    )
    op.create_index(op.f("ix_documents_recorded"), "documents", ["recorded"], unique=False)
    op.create_index(op.f("ix_documents_sha256"), "documents", ["sha256"], unique=False)
    op.create_table(
        "readings",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("problems", sa.Text(), nullable=False),
        sa.Column("recorded", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"],
            ["documents.document"],
        ),
        sa.PrimaryKeyConstraint("reading"),
        sa.UniqueConstraint("document", "reader"),
    )
    op.create_index(op.f("ix_readings_recorded"), "readings", ["recorded"], unique=False)
    op.create_table(
        "sightings",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("sighting", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("year", sa.Text(), nullable=True),
        sa.Column("unresolved", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.reading"],
        ),
        sa.PrimaryKeyConstraint("reading", "sighting"),
    )
    op.create_table(
        "assertions",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("assertion", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("sighting", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("target_name", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), nullable=True),
        sa.Column("parties", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("attributed_to", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("direct", sa.Boolean(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("mandate", sa.Text(), nullable=True),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading", "sighting"],
            ["sightings.reading", "sightings.sighting"],
        ),
        sa.ForeignKeyConstraint(
            ["reading", "target"],
            ["sightings.reading", "sightings.sighting"],
        ),
        sa.ForeignKeyConstraint(
            ["reading"],
            ["readings.reading"],
        ),
        sa.PrimaryKeyConstraint("reading", "assertion"),
    )
