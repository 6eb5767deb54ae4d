"""Readings out of the database, as what identity and lives are made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, select, tuple_

from treatywatch.model import Agreement, Event
from treatywatch.registry.identity.sighting import Sighting, sighting
from treatywatch.registry.store import rows
from treatywatch.registry.store.decisions import Ruling, Seen, rulings
from treatywatch.registry.store.tables import assertions, documents, readings, sightings

T = TypeVar("T")

Place = tuple[int, int]  # reading and number: of a sighting, or of an assertion
_CHUNK = 400  # SQLite takes about a thousand parameters in one statement


class Loaded(NamedTuple):
    """A sighting with the place of its row, its page's date, when it was recorded, and its numbered events."""

    place: Place
    page: str
    published: str | None
    recorded: str
    agreement: Agreement
    events: tuple[tuple[int, Event], ...]
    rulings: frozenset[Ruling] = frozenset()

    @property
    def sighting(self) -> Sighting:
        """What identity looks at."""
        return sighting(
            (self.page, self.place[1]), self.agreement, (e for _, e in self.events), self.published, self.rulings
        )


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """``values`` in lists that fit into one statement."""
    walk = iter(values)
    while part := list(islice(walk, _CHUNK)):
        yield part


def load(connection: Connection, places: Sequence[Place]) -> list[Loaded]:
    """The sightings at ``places``, with their events; in the order of places."""
    found: list[Loaded] = []
    ruled = rulings(connection)
    for part in chunks(sorted(places)):
        events = _events(connection, part)
        found.extend(
            _loaded(row, events.get((row.reading, row.sighting), []), ruled) for row in connection.execute(_query(part))
        )
    return sorted(found, key=lambda one: one.place)


def _query(part: list[Place]) -> Any:
    return (
        select(sightings, documents.c.digest, documents.c.published, readings.c.recorded)
        .join(readings, readings.c.reading == sightings.c.reading)
        .join(documents, documents.c.document == readings.c.document)
        .where(among(sightings.c.reading, sightings.c.sighting, part))
    )


def among(reading: Any, number: Any, part: list[Place]) -> ColumnElement[bool]:
    """Whether the pair of columns is one of ``part``."""
    return tuple_(reading, number).in_(part)


def _events(connection: Connection, part: list[Place]) -> dict[Place, list[tuple[int, Event]]]:
    found: dict[Place, list[tuple[int, Event]]] = defaultdict(list)
    wanted = select(assertions).where(
        among(assertions.c.reading, assertions.c.sighting, part), assertions.c.type == "event"
    )
    for row in connection.execute(wanted.order_by(assertions.c.reading, assertions.c.assertion)):
        found[row.reading, row.sighting].append((row.assertion, rows.event(row._asdict(), "")))
    return found


def _loaded(row: Row[Any], events: list[tuple[int, Event]], ruled: dict[Seen, frozenset[Ruling]]) -> Loaded:
    return Loaded(
        place=(row.reading, row.sighting),
        page=row.digest,
        published=row.published,
        recorded=row.recorded,
        agreement=rows.sighting(row._asdict()),
        events=tuple(events),
        rulings=ruled.get((row.digest, row.name), frozenset()),
    )
