"""Deciding for people: which two pages' agreements a decision is about, and what it makes anew."""

from sqlalchemy import Connection, insert, select

from treatywatch.model import NotFoundError
from treatywatch.registry.store import decisions, derived
from treatywatch.registry.store.decisions import Seen
from treatywatch.registry.store.tables import documents, readings, sightings


def decide(connection: Connection, kind: str, keys: tuple[str, str], who: str, because: str, at: str) -> int:
    """Append that two agreements are the ``same`` or ``different``, and let identity look at them again."""
    sides = (_founder(connection, keys[0]), _founder(connection, keys[1]))
    number = decisions.append(connection, kind, sides, None, who, because, at)
    _look_again(connection, sides)
    return number


def undo(connection: Connection, number: int, who: str, because: str, at: str) -> int:
    """Append that a decision no longer holds, and let identity look again.

    Raises NotFoundError when there is no such decision, or it is itself undone or an undoing.
    """
    open_ones = {d.number: d for d in decisions.every(connection) if d.one and d.other and not d.undone}
    if number not in open_ones:
        raise NotFoundError(f"there is no decision {number} to undo; those that hold: {sorted(open_ones) or 'none'}")
    undone = open_ones[number]
    done = decisions.append(connection, "undo", None, number, who, because, at)
    if undone.one and undone.other:
        _look_again(connection, (undone.one, undone.other))
    return done


def _founder(connection: Connection, key: str) -> Seen:
    """The page and name that stand for an agreement: its first member's."""
    members = derived.members
    wanted = (
        select(documents.c.digest, sightings.c.name)
        .select_from(members)
        .join(readings, readings.c.reading == members.c.reading)
        .join(documents, documents.c.document == readings.c.document)
        .join(sightings, (sightings.c.reading == members.c.reading) & (sightings.c.sighting == members.c.sighting))
        .where(members.c.agreement == key)
        .order_by(documents.c.digest, sightings.c.sighting)
        .limit(1)
    )
    row = connection.execute(wanted).first()
    if row is None:
        raise NotFoundError(f"there is no agreement {key!r}")
    return row.digest, row.name


def _look_again(connection: Connection, sides: tuple[Seen, Seen]) -> None:
    pages = {page for page, _ in sides}
    of_pages = select(documents.c.document).where(documents.c.digest.in_(pages))
    waiting = set(connection.execute(select(derived.pending.c.reading)).scalars())
    read = set(connection.execute(select(readings.c.reading).where(readings.c.document.in_(of_pages))).scalars())
    for number in sorted(read - waiting):
        connection.execute(insert(derived.pending).values(reading=number))
