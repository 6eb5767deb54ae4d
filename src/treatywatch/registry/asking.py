"""Connections to a registry for those who ask and those who write, and one state of it for a whole answer."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from threading import local
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from sqlalchemy import Connection, Engine

from treatywatch.registry.derive.refresh import State, refresh, state_of
from treatywatch.registry.store.clock import Clock
from treatywatch.registry.store.engine import reading, writing
from treatywatch.registry.store.faults import explained

T = TypeVar("T")
_REVISION = "revision"  # a question


class _Held(local):
    """What one thread holds while it answers at once: the connection, and the answers by question."""

    connection: Connection | None = None
    answers: dict[Hashable, Any] | None = None


class Asking:
    """An open registry's connections."""

    def __init__(self, engine: Engine, place: str, clock: Clock) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._writing = writing(engine)
        self._clock = clock
        self._held = _Held()
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

    def now(self) -> datetime:
        """The time by the registry's clock."""
        return self._clock()

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Answer whatever this thread asks in the block from one state of the registry, and the same question once.

        Quicker for a page that asks much. What is written in the block, by whomever, is not seen in it.
        """
        if self._held.connection is not None:
            yield
            return
        with self._fresh() as (connection, state):
            self._held.connection, self._held.answers = connection, {_REVISION: state.revision}
            try:
                yield
            finally:
                self._held.connection = self._held.answers = None

    @property
    def answering_at_once(self) -> bool:
        """Whether this thread is in a block of :meth:`at_once`."""
        return self._held.connection is not None

    def revision(self) -> str:
        """What is another whenever pages or decisions may have made an answer another. Cheap to ask."""
        return self._once(_REVISION, lambda connection: state_of(connection).revision, self.reading)

    def _once(
        self,
        question: Hashable,
        ask: Callable[[Connection], T],
        connected: Callable[[], AbstractContextManager[Connection]] | None = None,
    ) -> T:
        """What ``ask`` answers; while answering at once, the answer given to the same question before.

        ``connected`` is what to ask by where nothing that follows from the readings is asked for.
        """
        answers = self._held.answers
        if answers is not None and question in answers:
            return cast("T", answers[question])
        with (connected or self._asking)() as connection:
            found = ask(connection)
        if answers is not None:
            answers[question] = found
        return found

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        if self._held.connection is not None:
            yield self._held.connection
            return
        with self._fresh() as (connection, _):
            yield connection

    @contextmanager
    def _fresh(self) -> Iterator[tuple[Connection, State]]:
        """A connection to a state of the registry in which all that was added is taken in."""
        with self.reading() as connection:
            state = state_of(connection)
            if not state.stale:
                yield connection, state
                return
        self.refresh()
        with self.reading() as connection:
            yield connection, state_of(connection)

    def refresh(self) -> None:
        """Take what was added into the tables that questions are answered from; cheap when nothing was added."""
        with self.reading() as connection:
            if not state_of(connection).stale:
                return
        with self.writing() as connection:
            refresh(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the registry throughout."""
        if self._held.connection is not None:
            yield self._held.connection
            return
        with explained(self.place), self._reading.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: committed at the end of the block, rolled back when it raises."""
        with explained(self.place), self._writing.begin() as connection:
            yield connection
