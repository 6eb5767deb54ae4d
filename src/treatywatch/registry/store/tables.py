"""The tables of what was read. Rows are appended, never updated and never deleted."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()

texts = Table(
    "texts",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("text", Text, nullable=False),
)

documents = Table(
    "documents",
    METADATA,
    Column("document", Integer, primary_key=True),
    Column("digest", String(64), nullable=False, unique=True),  # of the text and of all that is known of the page
    Column("sha256", ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("id", Text, nullable=False),
    Column("url", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("title", Text),
    Column("path", Text),  # where the page was first read from, for people; no part of the digest
    Column("language", Text, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("recorded", Text, nullable=False, index=True),
)

readings = Table(
    "readings",
    METADATA,
    Column("reading", Integer, primary_key=True),
    Column("document", ForeignKey("documents.document"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("problems", Text, nullable=False),
    Column("recorded", Text, nullable=False, index=True),
    UniqueConstraint("document", "reader"),
)

sightings = Table(
    "sightings",
    METADATA,
    Column("reading", ForeignKey("readings.reading"), primary_key=True),
    Column("sighting", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("parties", Text, nullable=False),
    Column("aliases", Text, nullable=False),
    Column("mentions", Text, nullable=False),
    Column("year", Text),
    Column("unresolved", Boolean, nullable=False),
)

assertions = Table(
    "assertions",
    METADATA,
    Column("reading", Integer, primary_key=True),
    Column("assertion", Integer, primary_key=True),
    Column("type", Text, nullable=False),  # event, relation or statement
    Column("sighting", Integer),
    Column("target", Integer),
    Column("target_name", Text),
    Column("kind", Text),
    Column("modality", Text),
    Column("parties", Text),
    Column("body", Text),
    Column("date", Text),
    Column("place", Text),
    Column("attributed_to", Text),
    Column("speaker", Text),
    Column("office", Text),
    Column("direct", Boolean),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("mandate", Text),
    Column("rules", Text, nullable=False),
    Column("yearless", Text),
    ForeignKeyConstraint(["reading"], ["readings.reading"]),
    ForeignKeyConstraint(["reading", "sighting"], ["sightings.reading", "sightings.sighting"]),
    ForeignKeyConstraint(["reading", "target"], ["sightings.reading", "sightings.sighting"]),
)
