"""A registry: one database, opened once, whose every act is whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from treatywatch.model import Document, Reading
from treatywatch.registry.store import add
from treatywatch.registry.store.clock import Clock, recorded_now, system_clock
from treatywatch.registry.store.engine import connect, writing
from treatywatch.registry.store.faults import explained
from treatywatch.registry.store.place import locate, shown
from treatywatch.registry.store.schema import bring_up


class Registry:
    """An open registry; close it, or use it in a ``with`` statement."""

    def __init__(self, engine: Engine, place: str, clock: Clock) -> None:
        self._engine = engine
        self._writing = writing(engine)
        self._clock = clock
        self.place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def holds(self, document: Document, reader: str) -> bool:
        """Whether ``document``, as it came, has been read by ``reader`` already: it need not be read again."""
        with self.reading() as connection:
            return add.holds(connection, document, reader)

    def add(self, document: Document, reading: Reading) -> bool:
        """Append a page and its reading in one transaction; returns whether anything was new.

        Adding the same again changes nothing; a reading by another reader version is appended beside the old one.
        Raises InputError when the reading does not fit the page, RegistryError when the database refuses.
        """
        with self.writing() as connection:
            return add.append(connection, document, reading, recorded_now(connection, self._clock))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the registry throughout."""
        with explained(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: committed at the end of the block, rolled back when it raises."""
        with explained(self.place), self._writing.begin() as connection:
            yield connection


def open_registry(place: str | Path, *, create: bool = True, clock: Clock = system_clock) -> Registry:
    """Open the registry at ``place``: a file's path, or ``postgresql://user@host/name``.

    A missing one is created unless ``create`` is false; one of an older version is migrated. ``clock`` tells the time
    to record. Raises RegistryError naming the place and the cure when that cannot be done.
    """
    url = locate(place, create)
    engine = connect(url)
    try:
        with explained(shown(url)):
            bring_up(writing(engine), shown(url))
    except BaseException:
        engine.dispose()
        raise
    return Registry(engine, shown(url), clock)
