"""Bringing the derived tables up to the readings: only what new pages touch is made again."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from treatywatch.registry.derive.chunks import chunks, portions
from treatywatch.registry.derive.connect import components, forget_blocks, remember_blocks
from treatywatch.registry.derive.load import Place, load
from treatywatch.registry.derive.said import forget_said, remember_said
from treatywatch.registry.derive.sketches import forget_sketches, remember_sketches
from treatywatch.registry.derive.write import write
from treatywatch.registry.store import derived
from treatywatch.registry.store.decisions import decisions
from treatywatch.registry.store.statistics import recount
from treatywatch.registry.store.tables import documents, readings, sightings

# Raised with every change to what identity or lives are made by: a registry made under other rules is made again.
RULES = "16"


class State(NamedTuple):
    """A state of a registry: whether readings wait to be taken into the derived tables, or these were made under other
    rules; and what tells it from other states.
    """

    stale: bool
    revision: str


_STATE = select(
    select(derived.pending.c.reading).limit(1).scalar_subquery(),
    select(derived.state.c.value).where(derived.state.c.name == "rules").scalar_subquery(),
    select(func.max(readings.c.reading)).scalar_subquery(),
    select(func.max(decisions.c.decision)).scalar_subquery(),
)


def state_of(connection: Connection) -> State:
    """The state that the connection sees."""
    waiting, made, reading, decision = connection.execute(_STATE).one()
    return State(waiting is not None or (made is not None and made != RULES), f"{reading or 0}-{decision or 0}")


def refresh(connection: Connection) -> None:
    """Take every pending reading into the derived tables. The caller's transaction makes it whole."""
    _check_rules(connection)
    waiting = list(connection.execute(select(derived.pending.c.reading)).scalars())
    if not waiting:
        return
    new, old = _current(connection, waiting)
    touched = forget_blocks(connection, sorted((*old, *new)))  # a reading that was current once may come back
    for forget in (forget_sketches, forget_said):
        forget(connection, sorted((*old, *new)))
    remember_sketches(connection, new)
    remember_said(connection, new)
    fresh = sightings_of(connection, new)
    for part in portions(fresh):
        remember_blocks(connection, load(connection, part, named=True))
    write(connection, components(connection, touched, fresh), set(sightings_of(connection, old)))
    _done(connection, waiting)
    recount(connection, len(waiting))


def leave_out(connection: Connection, numbers: list[int]) -> None:
    """Make the derived tables anew without these readings, which nothing waits for."""
    gone = set(sightings_of(connection, numbers))
    forget_sketches(connection, numbers)
    forget_said(connection, numbers)
    write(connection, components(connection, forget_blocks(connection, numbers), ()), gone)
    _done(connection, numbers)


def _done(connection: Connection, numbers: list[int]) -> None:
    for part in chunks(numbers):
        connection.execute(delete(derived.pending).where(derived.pending.c.reading.in_(part)))


def _check_rules(connection: Connection) -> None:
    made = connection.execute(select(derived.state.c.value).where(derived.state.c.name == "rules")).scalar()
    if made == RULES:
        return
    if made is not None:
        for table in (*derived.DERIVED, derived.pending, derived.state):
            connection.execute(delete(table))
        connection.execute(insert(derived.pending).from_select(["reading"], select(readings.c.reading)))
    connection.execute(insert(derived.state).values(name="rules", value=RULES))


def _current(connection: Connection, waiting: list[int]) -> tuple[list[int], list[int]]:
    """Of the pages with waiting readings: the readings by the newest reader, and the others."""
    by_page: dict[int, list[tuple[tuple[tuple[int, int, str], ...], int]]] = {}
    for part in chunks(waiting):
        pages = select(readings.c.document).where(readings.c.reading.in_(part))
        for row in connection.execute(select(readings).where(readings.c.document.in_(pages))):
            by_page.setdefault(row.document, []).append((version(row.reader), row.reading))
    ranked = [[number for _, number in sorted(set(found))] for found in by_page.values()]
    return sorted(found[-1] for found in ranked), sorted(n for found in ranked for n in found[:-1])


def newest(connection: Connection, digests: Iterable[str]) -> list[int]:
    """The readings by the newest reader of the pages with these digests."""
    waiting: list[int] = []
    for part in chunks(sorted(digests)):
        joined = select(readings.c.reading).join(documents, documents.c.document == readings.c.document)
        waiting.extend(connection.execute(joined.where(documents.c.digest.in_(part))).scalars())
    return _current(connection, waiting)[0]


def version(reader: str) -> tuple[tuple[int, int, str], ...]:
    """A reader's version as something that sorts: numbers by value, words by letters."""
    parts = re.findall(r"\d{1,18}|[^\d.]+", reader)
    return tuple((1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts)


def sightings_of(connection: Connection, numbers: list[int]) -> list[Place]:
    """The sightings of these readings."""
    found: list[Place] = []
    for part in chunks(numbers):
        wanted = select(sightings.c.reading, sightings.c.sighting).where(sightings.c.reading.in_(part))
        found.extend((row.reading, row.sighting) for row in connection.execute(wanted))
    return found
