"""An agreement as it was at a time, as known at a time."""

from collections import Counter

from sqlalchemy import Connection, select

from treatywatch.model import bounds
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.lives import Life, lives, settled_of
from treatywatch.registry.derive.load import Loaded, load
from treatywatch.registry.derive.refresh import sightings_of, version
from treatywatch.registry.life.merge import LifeStep
from treatywatch.registry.life.settle import lived
from treatywatch.registry.life.told import Told
from treatywatch.registry.store import derived
from treatywatch.registry.store.tables import documents, readings, sightings


def known_then(connection: Connection, key: str, known_by: str | None, decided_by: str | None = None) -> Life | None:
    """The agreement as the pages recorded by then, and the readers of then, told it; None when it was not yet known.

    ``known_by`` is a day, counted to its end, or a moment in UTC; None is now. Which pages belong to the agreement is
    what is known now; where an older reader saw several agreements on them, it is the one with most of these pages.
    Of people's decisions those recorded by ``decided_by`` count, which is ``known_by`` unless given.
    """
    pages = _pages(connection, key)
    numbers = _readings_then(connection, list(pages), known_by)
    until = decided_by or known_by
    by = end_of(until) if until else None
    found = lives(load(connection, sightings_of(connection, numbers), by))
    shared = [(sum((_names(one.members) & _pages_names(pages)).values()), one) for one in found]
    count, best = max(shared, key=lambda each: (each[0], each[1].described.slug), default=(0, None))
    return best if count else None


def steps_then(found: Life, as_of: str | None) -> tuple[LifeStep, ...]:
    """The steps that had been taken, or were expected, at the end of ``as_of``, a partial date; None is any time."""
    last = bounds(as_of)[1].isoformat() if as_of else None
    settled = settled_of(found.members, frozenset(found.group.profile.parties), found.origins)
    return lived(settled, (report for report in settled.reports if _by_then(report, last)))


def _by_then(report: Told, last: str | None) -> bool:
    """Whether an act had happened by ``last``, or where that is not told or it is only planned, had been told."""
    if last is None:
        return True
    told = report.date if report.modality == "actual" and report.date else report.published
    return told is None or bounds(told)[0].isoformat() <= last


def _pages(connection: Connection, key: str) -> dict[int, Counter[tuple[str, str]]]:
    """The documents of the agreement, each with its digest and the names it is called by there."""
    members = derived.members
    wanted = (
        select(documents.c.document, documents.c.digest, sightings.c.name)
        .select_from(members)
        .join(readings, readings.c.reading == members.c.reading)
        .join(documents, documents.c.document == readings.c.document)
        .join(sightings, (sightings.c.reading == members.c.reading) & (sightings.c.sighting == members.c.sighting))
        .where(members.c.agreement == key)
    )
    found: dict[int, Counter[tuple[str, str]]] = {}
    for row in connection.execute(wanted):
        found.setdefault(row.document, Counter())[row.digest, row.name] += 1
    return found


def _pages_names(pages: dict[int, Counter[tuple[str, str]]]) -> Counter[tuple[str, str]]:
    """All (page, name) of the agreement's documents, and each page once for itself."""
    every: Counter[tuple[str, str]] = Counter()
    for names in pages.values():
        every.update(names)
        every.update({(digest, ""): 1 for digest, _ in names})
    return every


def _names(members: tuple[Loaded, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.page, name) for one in members for name in (one.agreement.name, ""))


def _readings_then(connection: Connection, pages: list[int], known_by: str | None) -> list[int]:
    """For each document, the reading by the newest reader of those recorded by then."""
    newest: dict[int, tuple[tuple[tuple[int, int, str], ...], int]] = {}
    for part in chunks(pages):
        wanted = select(readings).where(readings.c.document.in_(part))
        if known_by is not None:
            wanted = wanted.where(readings.c.recorded <= end_of(known_by))
        for row in connection.execute(wanted):
            rank = (version(row.reader), row.reading)
            newest[row.document] = max(newest.get(row.document, rank), rank)
    return sorted(number for _, number in newest.values())


def end_of(known_by: str) -> str:
    """The last recorded moment that counts as known by ``known_by``: a day counts to its end."""
    return known_by if "T" in known_by else f"{known_by}T99"
