"""People's words on the facts of pages, found in what the pages' current readings tell."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from treatywatch.model import Event, Value, View, Word, from_json
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.life.anchor import At, again
from treatywatch.registry.life.told import Spoken
from treatywatch.registry.life.word import view
from treatywatch.registry.store import rows
from treatywatch.registry.store.facts import any_on_facts, holding
from treatywatch.registry.store.tables import assertions, sightings

Place = tuple[int, int]
_CARRIED = 1_000_000  # what only an older reader saw is numbered from here, above all that a page can tell


class Carried(NamedTuple):
    """A fact that people stand by and the page's current reader does not see: an older reader's assertion."""

    number: int
    at: Place
    event: Event


class Words(NamedTuple):
    """People's words by (reading, assertion), and what is carried over by (reading, sighting).

    ``adrift`` are the numbers of decisions whose fact is on its page no more.
    """

    spoken: dict[Place, tuple[Spoken, ...]]
    carried: dict[Place, tuple[Carried, ...]]
    adrift: tuple[int, ...] = ()


def words_on(connection: Connection, numbers: Iterable[int], by: str | None = None) -> Words:
    """What people said of the facts on the pages of these readings, as far as it held at the moment ``by``."""
    spoken: dict[Place, list[Spoken]] = defaultdict(list)
    carried: dict[Place, dict[int, Carried]] = defaultdict(dict)
    adrift: set[int] = set()
    for reading, said in _said(connection, numbers, by).items():
        told = _told(connection, reading)
        for row in said:
            number = again(_sought(row), told)
            home = _home(connection, reading, row) if number is None else None
            if home is not None:
                held = _carried(connection, row)
                carried[reading, home][held.number] = held
                number = held.number
            if number is not None:
                spoken[reading, number].append(_spoken(row))
            else:
                adrift.add(row.decision)
    return Words(
        {place: tuple(each) for place, each in spoken.items()},
        {place: tuple(each.values()) for place, each in carried.items()},
        tuple(sorted(adrift)),
    )


def _said(connection: Connection, numbers: Iterable[int], by: str | None) -> dict[int, list[Row[Any]]]:
    said: dict[int, list[Row[Any]]] = defaultdict(list)
    if any_on_facts(connection):
        for part in chunks(sorted(set(numbers))):
            for row in holding(connection, part, by):
                said[row.current].append(row)
    return said


def _told(connection: Connection, reading: int) -> list[tuple[int, At]]:
    wanted = (
        select(assertions, sightings.c.name)
        .join(
            sightings,
            (sightings.c.reading == assertions.c.reading) & (sightings.c.sighting == assertions.c.sighting),
        )
        .where(assertions.c.reading == reading, assertions.c.type == "event")
        .order_by(assertions.c.assertion)
    )
    return [
        (row.assertion, At(row.start, row.stop, row.name, view(rows.event(row._asdict(), ""))))
        for row in connection.execute(wanted)
    ]


def _sought(row: Row[Any]) -> At:
    return At(row.start, row.stop, row.name, from_json(row.seen, View))


def word_of(row: Row[Any]) -> Word:
    """A person's word, as a row of decisions on facts has it."""
    return Word(
        decision=row.decision,
        verb=row.kind,
        here=bool(row.here),
        changes=tuple(from_json(row.changes, dict[str, Value]).items()),
        who=row.who,
        because=row.because,
        recorded=row.recorded,
    )


def _spoken(row: Row[Any]) -> Spoken:
    return Spoken(row.fact, from_json(row.side, tuple[str, ...]), word_of(row))


def _home(connection: Connection, reading: int, row: Row[Any]) -> int | None:
    """The agreement that a fact belongs to which the current reading does not tell: the one of the same name.

    None where there is none, and for a fact that was rejected: then nothing is missing.
    """
    if row.kind == "reject":
        return None
    wanted = select(sightings.c.sighting).where(sightings.c.reading == reading, sightings.c.name == row.name)
    found = connection.execute(wanted.order_by(sightings.c.sighting).limit(1)).scalar()
    return None if found is None else int(found)


def _carried(connection: Connection, row: Row[Any]) -> Carried:
    where = (assertions.c.reading == row.reading) & (assertions.c.assertion == row.assertion)
    told = connection.execute(select(assertions).where(where)).one()
    number = _CARRIED + row.start * 1_000 + row.assertion
    return Carried(number, (row.reading, row.assertion), rows.event(told._asdict(), ""))
