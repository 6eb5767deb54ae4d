"""What the rows of a registry cost by themselves: their room, and the time to write them into bare tables."""

import tempfile
import time
from pathlib import Path
from typing import Any

from treatywatch.registry import Registry, open_registry

_READ = ("texts", "documents", "readings", "sightings", "assertions")
_ROWS = 5_000


def stored_bytes(registry: Registry) -> int:
    """The size of the registry's file, its log written into it, or of its database."""
    with registry.reading() as connection:
        if connection.dialect.name != "sqlite":
            return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
    registry.close()  # the last connection that is closed writes the log into the file
    return Path(registry.place).stat().st_size


def bare_seconds(registry: Registry) -> float:
    """Seconds to write the same rows of pages, readings and assertions into tables without any index or key.

    The driver's ``executemany`` writes them, some thousands in a transaction: beside the registry on a server, which is
    then rid of them, and into a file of their own for SQLite, whose log would grow while the registry is read.
    """
    with tempfile.TemporaryDirectory() as folder, registry.reading() as source:
        if source.dialect.name != "sqlite":
            return sum(_written(source, registry, table) for table in _READ)
        with open_registry(Path(folder, "bare.db")) as other:
            return sum(_written(source, other, table) for table in _READ)


def _written(source: Any, target: Registry, table: str) -> float:
    taken = 0.0
    with target.writing() as connection:
        connection.exec_driver_sql(f"CREATE TABLE bare_{table} AS SELECT * FROM {table} LIMIT 0")
    found = source.exec_driver_sql(f"SELECT * FROM {table}", execution_options={"yield_per": _ROWS})
    place = "?" if source.dialect.name == "sqlite" else "%s"
    statement = f"INSERT INTO bare_{table} VALUES ({', '.join([place] * len(found.keys()))})"
    for part in found.partitions():
        rows = [tuple(row) for row in part]
        start = time.perf_counter()
        with target.writing() as connection:
            connection.exec_driver_sql(statement, rows)
        taken += time.perf_counter() - start
    with target.writing() as connection:
        connection.exec_driver_sql(f"DROP TABLE bare_{table}")
    return taken
