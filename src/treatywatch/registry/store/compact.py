"""Giving back the room of what was deleted, so that its words are in the database's files no more."""

from sqlalchemy import Engine

from treatywatch.registry.store.derived import INDEX
from treatywatch.registry.store.tables import METADATA

_MERGE = f"INSERT INTO {INDEX} ({INDEX}) VALUES ('optimize')"  # SQLite only marks what full-text search must not find


def compact(engine: Engine) -> None:
    """Write the database's tables anew without what was deleted. Takes as long as copying them, and as much room."""
    raw = engine.raw_connection()
    try:
        if engine.dialect.name == "sqlite":
            for order in (_MERGE, "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.cursor().execute(order)
            return
        raw.driver_connection.autocommit = True  # type: ignore[union-attr]
        try:
            for name in (*sorted(METADATA.tables), INDEX):
                raw.cursor().execute(f"VACUUM FULL {name}")
        finally:
            raw.driver_connection.autocommit = False  # type: ignore[union-attr]
    finally:
        raw.close()
