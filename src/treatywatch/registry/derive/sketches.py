"""The sketches of pages in the database: one for each reading that identity looks at, by which copies are found."""

from sqlalchemy import Connection, delete, select

from treatywatch.model import Block, from_json
from treatywatch.registry.copies.sketch import sketch, story
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.store import derived
from treatywatch.registry.store.fill import fill
from treatywatch.registry.store.tables import documents, readings, texts


def forget_sketches(connection: Connection, numbers: list[int]) -> None:
    """Delete the sketches of these readings."""
    for part in chunks(numbers):
        connection.execute(delete(derived.sketches).where(derived.sketches.c.reading.in_(part)))


def remember_sketches(connection: Connection, numbers: list[int]) -> None:
    """Keep the sketches of the pages of these readings, which have none yet."""
    for part in chunks(numbers):
        wanted = (
            select(readings.c.reading, readings.c.blocks, texts.c.text)
            .join(documents, documents.c.document == readings.c.document)
            .join(texts, texts.c.sha256 == documents.c.sha256)
            .where(readings.c.reading.in_(part))
        )
        rows = [
            {
                "reading": row.reading,
                "sketch": sketch(story(row.text, from_json(row.blocks, tuple[Block, ...]))).packed(),
            }
            for row in connection.execute(wanted)
        ]
        fill(connection, derived.sketches, rows)
