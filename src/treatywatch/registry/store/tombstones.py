"""What stays of a forgotten page: that it was here, who had it forgotten, when and why. Not a word of it."""

import msgspec
from sqlalchemy import Column, Connection, String, Table, Text, or_, select

from treatywatch.registry.store.tables import METADATA

tombstones = Table(
    "tombstones",
    METADATA,
    Column("digest", String(64), primary_key=True),  # of the page, as in documents
    Column("sha256", String(64), nullable=False, index=True),  # of its text
    Column("who", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)


class Tombstone(msgspec.Struct, frozen=True):
    """A page that was forgotten: the digest of the page, that of its text, who had it forgotten, why and when."""

    digest: str
    sha256: str
    who: str
    because: str
    recorded: str


def tombstone(connection: Connection, digest: str, sha256: str) -> Tombstone | None:
    """The tombstone of this page, or of another with the same text; None when it was not forgotten."""
    wanted = or_(tombstones.c.digest == digest, tombstones.c.sha256 == sha256)
    row = connection.execute(select(tombstones).where(wanted).order_by(tombstones.c.recorded).limit(1)).first()
    return None if row is None else Tombstone(**row._mapping)


def every_tombstone(connection: Connection) -> tuple[Tombstone, ...]:
    """All tombstones, oldest first."""
    rows = connection.execute(select(tombstones).order_by(tombstones.c.recorded, tombstones.c.digest))
    return tuple(Tombstone(**row._mapping) for row in rows)
