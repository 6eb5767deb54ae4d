"""A copy of a registry that is whole, checked, and can be opened in its place."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from treatywatch.model import InputError, RegistryError
from treatywatch.registry.opening import open_registry
from treatywatch.registry.registry import Registry
from treatywatch.registry.safety.copy import copy_rows, is_empty


def back_up(registry: Registry, place: str) -> None:
    """Copy the registry to ``place``: a file that is not there yet, or the address of an empty database.

    The copy is the registry as it was at one moment; others may read and write meanwhile. A file appears whole and
    checked or not at all. What follows from the pages is not copied to or from PostgreSQL but made again by the copy's
    first question. Raises InputError when there is something at ``place``, RegistryError when either database refuses.
    """
    if "://" in place and not place.startswith("sqlite:"):
        _copy(registry, place)
        return
    target = Path(place.removeprefix("sqlite:///"))
    if target.exists():
        raise InputError(f"{target} exists: name a new file, so that no older backup is lost")
    if not target.parent.is_dir():
        raise InputError(f"{target.parent} does not exist; make the folder first")
    try:
        with TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
            made = Path(folder, "copy.db")
            _write(registry, made)
            _sync(made)
            os.link(made, target)  # unlike a change of name, this fails when somebody else has made it meanwhile
    except OSError as error:
        raise RegistryError(f"{target} cannot be written: {error.strerror or error}; nothing is left there") from error


def _write(registry: Registry, made: Path) -> None:
    with registry.reading() as connection:
        source = connection.connection.driver_connection
        if isinstance(source, sqlite3.Connection):
            with closing(sqlite3.connect(made)) as copy:
                source.backup(copy)
    if not made.exists():
        _copy(registry, str(made))
    _fold(made)


def _copy(registry: Registry, place: str) -> None:
    with open_registry(place) as copy, registry.reading() as source, copy.writing() as target:
        if not is_empty(target):
            raise InputError(f"{copy.place} holds a registry already: name an empty database")
        copy_rows(source, target)


def _fold(made: Path) -> None:
    """Leave one file without a log beside it, checked by SQLite. Raises RegistryError when the copy is not sound."""
    with closing(sqlite3.connect(made, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
        told = [str(row[0]) for row in copy.execute("PRAGMA integrity_check(3)")]
    if told != ["ok"]:
        raise RegistryError(f"the copy is not sound ({'; '.join(told)}): run treatywatch verify on the registry itself")


def _sync(made: Path) -> None:
    """Have the disk itself hold the copy before it gets its name."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
