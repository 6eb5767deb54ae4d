"""Readings out of the database, as what identity and lives are made of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, and_, select, tuple_

from treatywatch.model import Agreement, Event
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.spoken import Carried, words_on
from treatywatch.registry.identity.sighting import Sighting, sighting
from treatywatch.registry.life.told import Spoken
from treatywatch.registry.store import rows
from treatywatch.registry.store.decisions import Ruling, Seen, rulings
from treatywatch.registry.store.derived import sketches
from treatywatch.registry.store.tables import assertions, documents, readings, sightings

_NOBODY = "[]"  # of parties
Place = tuple[int, int]  # reading and number: of a sighting, or of an assertion


class Loaded(NamedTuple):
    """A sighting with the place of its row, its page's date, when it was recorded, and its numbered events.

    ``spoken`` holds people's words by the event's number; ``elsewhere`` where the assertion is of an event that only an
    older reader saw. ``sketch`` is that of its page's story.
    """

    place: Place
    page: str
    published: str | None
    recorded: str
    agreement: Agreement
    events: tuple[tuple[int, Event], ...]
    rulings: frozenset[Ruling] = frozenset()
    spoken: Mapping[int, tuple[Spoken, ...]] = MappingProxyType({})
    elsewhere: Mapping[int, Place] = MappingProxyType({})
    sketch: bytes = b""

    def at(self, number: int) -> Place:
        """Where the assertion with this number is: reading and number there."""
        return self.elsewhere.get(number, (self.place[0], number))

    @property
    def sighting(self) -> Sighting:
        """What identity looks at."""
        return sighting(
            (self.page, self.place[1]), self.agreement, (e for _, e in self.events), self.published, self.rulings
        )


def load(
    connection: Connection, places: Sequence[Place], by: str | None = None, *, named: bool = False
) -> list[Loaded]:
    """The sightings at ``places``, with their events and what people had decided at the moment ``by``; None is now.

    In the order of places. ``named`` leaves out the events of those whose parties are told without them: enough to know
    their blocks.
    """
    found: list[Loaded] = []
    ruled = rulings(connection, by)
    words = words_on(connection, (reading for reading, _ in places), by)
    for part in chunks(sorted(places)):
        seen = connection.execute(_query(part)).all()
        asked = [(row.reading, row.sighting) for row in seen if row.parties == _NOBODY] if named else part
        events = _events(connection, asked) if asked else {}
        for row in seen:
            place = (row.reading, row.sighting)
            one = _loaded(row, events.get(place, []), ruled)
            found.append(_with_words(one, words.spoken, words.carried.get(place, ())))
    return sorted(found, key=lambda one: one.place)


def _with_words(one: Loaded, spoken: Mapping[Place, tuple[Spoken, ...]], carried: tuple[Carried, ...]) -> Loaded:
    if not spoken:
        return one
    events = (*one.events, *((old.number, old.event) for old in carried))
    reading = one.place[0]
    said = {number: spoken[reading, number] for number, _ in events if (reading, number) in spoken}
    return one._replace(events=events, spoken=said, elsewhere={old.number: old.at for old in carried})


def _query(part: list[Place]) -> Any:
    return (
        select(sightings, documents.c.digest, documents.c.published, readings.c.recorded, sketches.c.sketch)
        .join(readings, readings.c.reading == sightings.c.reading)
        .join(documents, documents.c.document == readings.c.document)
        .outerjoin(sketches, sketches.c.reading == readings.c.reading)
        .where(among(sightings.c.reading, sightings.c.sighting, part))
    )


def among(one: Any, other: Any, part: Sequence[tuple[Any, Any]]) -> ColumnElement[bool]:
    """Whether the pair of columns is one of ``part``.

    The first column is asked for by itself as well: SQLite looks up no pair of a list by index.
    """
    return and_(one.in_(sorted({first for first, _ in part})), tuple_(one, other).in_(part))


def _events(connection: Connection, part: list[Place]) -> dict[Place, list[tuple[int, Event]]]:
    found: dict[Place, list[tuple[int, Event]]] = defaultdict(list)
    columns = (
        assertions.c.reading,
        assertions.c.sighting,
        assertions.c.assertion,
        *(assertions.c[name] for name in rows.EVENT),
    )
    wanted = select(*columns).where(
        among(assertions.c.reading, assertions.c.sighting, part), assertions.c.type == "event"
    )
    for reading, place, number, *said in connection.execute(wanted.order_by(columns[0], columns[2])):
        found[reading, place].append((number, rows.told_event("", *said)))
    return found


def _loaded(row: Row[Any], events: list[tuple[int, Event]], ruled: dict[Seen, frozenset[Ruling]]) -> Loaded:
    return Loaded(
        place=(row.reading, row.sighting),
        page=row.digest,
        published=row.published,
        recorded=row.recorded,
        agreement=rows.sighting(row._mapping),
        events=tuple(events),
        rulings=ruled.get((row.digest, row.name), frozenset()),
        sketch=row.sketch or b"",
    )
