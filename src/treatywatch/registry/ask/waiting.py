"""What waits for a person: agreements that may be one, rejected steps told again, decisions that lost their fact."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Text, bindparam, select

from treatywatch.model import from_json
from treatywatch.registry.ask import lines
from treatywatch.registry.ask.values import Line, TimelineStep
from treatywatch.registry.ask.whole import whole
from treatywatch.registry.derive.refresh import newest
from treatywatch.registry.derive.said import bound_said
from treatywatch.registry.derive.spoken import words_on
from treatywatch.registry.identity.compare import Reason
from treatywatch.registry.store import derived
from treatywatch.registry.store.decisions import Decision, every
from treatywatch.registry.store.facts import decision_facts
from treatywatch.registry.store.tables import documents, readings, sightings

_KEY = bindparam("key", type_=Text())


class Pair(NamedTuple):
    """Two agreements that may be one, with the points for that and the reasons for and against."""

    one: Line
    other: Line
    points: float
    because: tuple[Reason, ...]


def pairs(connection: Connection, limit: int) -> tuple[Pair, ...]:
    """The likeliest pairs first."""
    table = derived.candidates
    likely = select(table).where(table.c.points > 0)
    wanted = likely.order_by(table.c.points.desc(), table.c.agreement, table.c.other).limit(limit)
    rows = connection.execute(wanted).all()
    found = ((lines.line(connection, row.agreement), lines.line(connection, row.other), row) for row in rows)
    return tuple(Pair(a, b, row.points, from_json(row.because, tuple[Reason, ...])) for a, b, row in found if a and b)


def among(connection: Connection, key: str) -> tuple[Line, ...]:
    """The unnamed sets that an agreement may be one of, or those that may be in a set; by key."""
    found = connection.execute(_sets(), {"key": key})
    keys = sorted(row.other if row.agreement == key else row.agreement for row in found)
    return tuple(line for line in (lines.line(connection, other) for other in keys) if line)


@cache
def _sets() -> Select[Any]:
    table = derived.candidates
    of_it = (table.c.agreement == _KEY) | (table.c.other == _KEY)
    return select(table.c.agreement, table.c.other).where(of_it, table.c.points == 0)


def told_again(connection: Connection) -> tuple[tuple[Line, TimelineStep], ...]:
    """The steps that people rejected and pages recorded later tell, by agreement."""
    table = derived.steps
    keys = connection.execute(select(table.c.agreement).where(table.c.rejected.is_(True)).distinct()).scalars()
    found = ((lines.line(connection, key), step) for key in sorted(keys) for step in whole(connection, key).rejected)
    return tuple((line, step) for line, step in found if line and _later(step))


def _later(step: TimelineStep) -> bool:
    decided = max(word.recorded for word in step.decided)
    return any(source.page.recorded > decided for source in step.sources)


def adrift(connection: Connection) -> tuple[Decision, ...]:
    """The decisions that hold and bind nothing any more: no page tells what they are about."""
    holding = [one for one in every(connection) if not one.undone]
    pages = set(connection.execute(select(decision_facts.c.page).distinct()).scalars())
    bound = _bound(connection, pages)
    seen = _seen(connection, {side[0] for one in holding for side in (one.one, one.other) if side})
    return tuple(
        one
        for one in holding
        if (one.kind in {"confirm", "correct"} and one.number not in bound)
        or (one.kind in {"same", "different"} and not {one.one, one.other} <= seen)
    )


def _bound(connection: Connection, pages: set[str]) -> set[int]:
    numbers = newest(connection, pages)
    words = words_on(connection, numbers)
    steps = {each.word.decision for spoken in words.spoken.values() for each in spoken}
    return steps | bound_said(connection, numbers)


def _seen(connection: Connection, pages: set[str]) -> set[Any]:
    """The agreements on these pages, by page and name, as their newest readings have them."""
    wanted = (
        select(documents.c.digest, sightings.c.name)
        .join(readings, readings.c.document == documents.c.document)
        .join(sightings, sightings.c.reading == readings.c.reading)
        .where(readings.c.reading.in_(newest(connection, pages)))
    )
    return {(row.digest, row.name) for row in connection.execute(wanted)}
