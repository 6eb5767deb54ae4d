"""What the database itself says of its file."""

from collections.abc import Iterator

from sqlalchemy import Connection, text
from sqlalchemy.exc import DatabaseError

from treatywatch.registry.safety.fault import Fault

_MOST = 20  # complaints about one file: a damaged one may have thousands


def database_at_fault(connection: Connection) -> Iterator[Fault]:
    """SQLite's complaints about its pages and indexes; PostgreSQL's own checks are its server's."""
    if connection.dialect.name != "sqlite":
        return
    try:
        told = connection.execute(text(f"PRAGMA integrity_check({_MOST})")).scalars().all()
    except DatabaseError as error:  # the file is damaged where the check itself begins
        told = [str(error.orig)]
    yield from (Fault("the file", "", str(words)) for words in told if words != "ok")
