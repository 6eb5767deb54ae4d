"""Deciding for people: which two pages' agreements a decision is about, and what it makes anew."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry.store import decisions, derived
from treatywatch.registry.store.decisions import Given, Seen
from treatywatch.registry.store.facts import pages_of
from treatywatch.registry.store.tables import documents, readings, sightings

_SHOWN = 20  # numbers of decisions named in a message


def decide(connection: Connection, kind: str, keys: tuple[str, str], given: Given) -> int:
    """Append that two agreements are the ``same`` or ``different``, and let identity look at them again."""
    sides = (_founder(connection, keys[0]), _founder(connection, keys[1]))
    number = decisions.append(connection, kind, sides, None, given)
    look_again(connection, {page for page, _ in sides})
    return number


def undo(connection: Connection, number: int, given: Given) -> int:
    """Append that a decision no longer holds, and let what follows from it be made again.

    Raises NotFoundError when there is no such decision, or it is itself undone or an undoing, InputError
    for the forgetting of a page.
    """
    every = decisions.every(connection)
    if any(one.number == number and one.kind == "forget" for one in every):
        raise InputError(f"decision {number} cannot be undone: of a forgotten page nothing is left to bring back")
    open_ones = {d.number: d for d in every if d.kind not in {"undo", "forget"} and not d.undone}
    if number not in open_ones:
        raise NotFoundError(f"there is no decision {number} to undo; those that hold: {_listed(open_ones)}")
    undone = open_ones[number]
    done = decisions.append(connection, "undo", None, number, given)
    look_again(connection, {seen[0] for seen in (undone.one, undone.other) if seen} | pages_of(connection, number))
    return done


def _listed(numbers: Iterable[int]) -> str:
    """The latest numbers in words, so that a long history stays readable."""
    ordered = sorted(numbers)
    shown = ", ".join(map(str, ordered[-_SHOWN:]))
    return f"… {shown}" if len(ordered) > _SHOWN else shown or "none"


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


def look_again(connection: Connection, pages: set[str]) -> None:
    """Have all that follows from the pages with these digests made again."""
    of_pages = select(documents.c.document).where(documents.c.digest.in_(pages))
    waiting = set(connection.execute(select(derived.pending.c.reading)).scalars())
    read = set(connection.execute(select(readings.c.reading).where(readings.c.document.in_(of_pages))).scalars())
    for number in sorted(read - waiting):
        connection.execute(insert(derived.pending).values(reading=number))
