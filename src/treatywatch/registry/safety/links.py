"""Rows that refer to what is not there."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, and_, exists, select

from treatywatch.registry.safety.copy import kept
from treatywatch.registry.safety.fault import Fault
from treatywatch.registry.store import derived, tables
from treatywatch.registry.store.decisions import decisions
from treatywatch.registry.store.facts import decision_facts

_MOST = 20  # rows that are named for one kind of fault


class Link(NamedTuple):
    """Columns whose values, unless they are null, must stand together in a row of another table."""

    of: Sequence[Column[Any]]
    to: Sequence[Column[Any]]


def loose_ends(connection: Connection) -> Iterator[Fault]:
    """The rows that refer to what is not there, and pages that nothing was read from."""
    for link in _links():
        table, target = link.of[0].table, link.to[0].table
        other = target.alias()  # a table may refer to itself
        there = exists().where(*(other.c[far.name] == near for near, far in zip(link.of, link.to, strict=True)))
        told = and_(*(column.is_not(None) for column in link.of))
        for row in connection.execute(select(*link.of).where(told, ~there).distinct().limit(_MOST)):
            yield Fault(table.name, ", ".join(map(str, row)), f"refers to what is not in {target.name}")


def _links() -> Iterator[Link]:
    for table in kept():
        for key in table.foreign_key_constraints:
            yield Link([part.parent for part in key.elements], [part.column for part in key.elements])
    yield Link([decisions.c.undoes], [decisions.c.decision])
    yield Link([decision_facts.c.reading, decision_facts.c.assertion], list(tables.assertions.primary_key))
    yield Link([tables.texts.c.sha256], [tables.documents.c.sha256])
    yield Link([tables.documents.c.document], [tables.readings.c.document])
    yield Link([derived.pending.c.reading], [tables.readings.c.reading])
    yield Link([derived.blocks.c.reading, derived.blocks.c.sighting], list(tables.sightings.primary_key))
    yield Link([derived.members.c.reading, derived.members.c.sighting], list(tables.sightings.primary_key))
    sources = derived.step_sources.c
    yield Link([sources.reading, sources.assertion], list(tables.assertions.primary_key))
    yield Link([sources.agreement, sources.step], list(derived.steps.primary_key))
    for table in derived.KEYED:
        if table is not derived.agreements:
            yield Link([table.c.agreement], [derived.agreements.c.agreement])
    yield Link([derived.candidates.c.other], [derived.agreements.c.agreement])
    yield Link([derived.agreements.c.agreement], [derived.members.c.agreement])
