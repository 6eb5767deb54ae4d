"""The database's complaints in words a user can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from treatywatch.model import RegistryError

# The drivers give words, not codes, for most of these; the first words found in the complaint decide.
_CURES = (
    ("not a database", "is not a registry: it is no SQLite file; name another with --registry"),
    ("file is encrypted", "is not a registry: it is no SQLite file; name another with --registry"),
    ("locked", "is being written by another process; wait for it to end and run again"),
    ("readonly", "cannot be written: the file or its folder is read-only; copy it elsewhere or change the permissions"),
    (
        "read-only",
        "cannot be written: the file or its folder is read-only; copy it elsewhere or change the permissions",
    ),
    ("unable to open", "cannot be opened: check that the folder exists and may be written"),
    ("disk is full", "cannot grow: the disk is full; free some space and run again, nothing is lost"),
    ("malformed", "is damaged: restore it from a backup"),
    ("disk i/o", "cannot be read: the disk reports an error; restore it from a backup"),
    ("connection", "cannot be reached: check the address and that the server is running"),
    ("password", "refuses the user: check the user name and password in the address"),
)


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Run a block so that a database error becomes a RegistryError naming ``place`` and a cure."""
    try:
        yield
    except DBAPIError as error:
        raise RegistryError(f"{place} {_cure(str(error.orig))}") from error


def _cure(complaint: str) -> str:
    folded = complaint.casefold()
    for words, cure in _CURES:
        if words in folded:
            return cure
    first = complaint.strip().splitlines()[0] if complaint.strip() else "no reason given"
    return f"cannot be used: {first}"
