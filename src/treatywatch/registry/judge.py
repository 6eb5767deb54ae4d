"""People's word on a fact: which step its id means, and which places the decision is about."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select, union

from treatywatch.model import Value, to_json
from treatywatch.registry.ask import lines
from treatywatch.registry.ask.values import Line, TimelineStep
from treatywatch.registry.ask.whole import whole
from treatywatch.registry.decide import look_again
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.load import among
from treatywatch.registry.life.word import view
from treatywatch.registry.store import derived, rows
from treatywatch.registry.store.decisions import Given, append_on_fact
from treatywatch.registry.store.facts import Anchor, attach
from treatywatch.registry.store.tables import assertions, documents, readings, sightings

_MANY = 9  # candidates that a message can show


class Fact(NamedTuple):
    """What an id of a fact means: the agreement, the step, and whether people have rejected it."""

    id: str
    line: Line
    step: TimelineStep
    rejected: bool


def facts(connection: Connection, begins: str) -> tuple[Fact, ...]:
    """The facts whose ids begin so, in the order of ids."""
    link = derived.step_sources
    wanted = select(link.c.fact, link.c.agreement).where(link.c.fact.startswith(begins, autoescape=True))
    found = connection.execute(wanted.distinct().order_by(link.c.fact, link.c.agreement).limit(_MANY)).all()
    return tuple(fact for row in found for fact in _facts(connection, row.fact, row.agreement))


def _facts(connection: Connection, fact: str, key: str) -> list[Fact]:
    line = lines.line(connection, key)
    found = whole(connection, key)
    told = ((False, found.steps), (True, found.rejected))
    return [
        Fact(fact, line, step, gone)
        for gone, steps in told
        for step in steps
        if line is not None and any(source.fact == fact for source in step.sources)
    ]


def near(connection: Connection, fact: str) -> tuple[str, ...]:
    """Ids of facts that share the longest beginning with ``fact``; at most a few."""
    tables = (derived.step_sources, derived.said)
    for length in range(min(len(fact), 11), 0, -1):
        begins = [(table.c.fact, table.c.fact.startswith(fact[:length], autoescape=True)) for table in tables]
        wanted = union(*(select(column).where(alike) for column, alike in begins)).order_by("fact").limit(_MANY)
        if found := tuple(connection.execute(wanted).scalars()):
            return found
    return ()


def judge(connection: Connection, verb: str, fact: Fact, changes: dict[str, Value], here: bool, given: Given) -> int:
    """Append a decision on a fact: on the step and every place that tells of it, or on how the one place was read."""
    sources = [source for source in fact.step.sources if not here or source.fact == fact.id]
    told = {(source.reading, source.assertion): source.fact or "" for source in sources}
    anchors = [_anchor(row, told[row.reading, row.assertion], fact.step) for row in _places(connection, list(told))]
    number = append_on_fact(connection, verb, fact.id, changes, here, given)
    attach(connection, number, anchors)
    look_again(connection, {anchor.page for anchor in anchors})
    return number


def _places(connection: Connection, places: list[tuple[int, int]]) -> list[Row[Any]]:
    same = (sightings.c.reading == assertions.c.reading) & (sightings.c.sighting == assertions.c.sighting)
    wanted = (
        select(assertions, sightings.c.name, documents.c.digest)
        .join(sightings, same)
        .join(readings, readings.c.reading == assertions.c.reading)
        .join(documents, documents.c.document == readings.c.document)
        .order_by(documents.c.digest, assertions.c.assertion)
    )
    found: list[Row[Any]] = []
    for part in chunks(sorted(places)):
        found.extend(connection.execute(wanted.where(among(assertions.c.reading, assertions.c.assertion, part))))
    return found


def _anchor(row: Row[Any], fact: str, step: TimelineStep) -> Anchor:
    """The place of an assertion, with what the machine read there and whose step it is."""
    side = step.machine.parties if step.machine else step.parties
    return Anchor(
        page=row.digest,
        start=row.start,
        stop=row.stop,
        fact=fact,
        name=row.name,
        seen=to_json(view(rows.event(row._asdict(), ""))),
        side=to_json(side),
        reading=row.reading,
        assertion=row.assertion,
    )
