"""People's word on a relation or a statement: what its id means, and which places the decision is about."""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, select

from treatywatch.model import Sort, Value, to_json
from treatywatch.registry.ask import lines, said
from treatywatch.registry.ask.values import Bearing, Line, Source, Utterance
from treatywatch.registry.decide import look_again
from treatywatch.registry.derive.said import SaidAt, said_on
from treatywatch.registry.store import derived
from treatywatch.registry.store.decisions import Given, append_on_fact
from treatywatch.registry.store.facts import Anchor, attach
from treatywatch.registry.store.tables import assertions

_MANY = 9  # candidates that a message can show
_Place = tuple[int, int]


class SaidFact(NamedTuple):
    """What an id of a relation or statement means: an agreement's, what is shown of it now, and where it is told.

    ``line`` is None for a statement about no agreement. ``places`` are those of this very id, ``alike`` all that tell
    the same.
    """

    id: str
    sort: Sort
    line: Line | None
    shown: dict[str, Value]
    places: tuple[_Place, ...]
    alike: tuple[_Place, ...]


def said_facts(connection: Connection, begins: str) -> tuple[SaidFact, ...]:
    """The relations and statements whose ids begin so, in the order of ids."""
    table = derived.said.c
    wanted = select(table.fact).where(table.fact.startswith(begins, autoescape=True)).distinct()
    ids = connection.execute(wanted.order_by(table.fact).limit(_MANY)).scalars().all()
    return tuple(_fact(connection, fact) for fact in ids)


def _fact(connection: Connection, fact: str) -> SaidFact:
    table, members = derived.said.c, derived.members.c
    same = (assertions.c.reading == table.reading) & (assertions.c.assertion == table.assertion)
    of = (members.reading == assertions.c.reading) & (members.sighting == assertions.c.sighting)
    wanted = (
        select(table.reading, table.assertion, assertions.c.type, assertions.c.speaker, assertions.c.office)
        .add_columns(members.agreement)
        .join_from(derived.said, assertions, same)
        .outerjoin(derived.members, of)
        .where(table.fact == fact)
        .order_by(table.reading, table.assertion)
    )
    rows = connection.execute(wanted).all()
    places = tuple((row.reading, row.assertion) for row in rows)
    key, sort = rows[0].agreement, cast("Sort", rows[0].type)
    line = lines.line(connection, key) if key else None
    if line is None:
        return SaidFact(fact, sort, None, {"speaker": rows[0].speaker, "office": rows[0].office}, places, places)
    if sort == "statement":
        told = next(one for one in said.statements(connection, line.key) if one.source.fact == fact)
        return SaidFact(fact, sort, line, _shown(told), places, places)
    every = said.relations(connection, line.key)
    one = next((each for each in every if each.source.fact == fact), None)
    if one is None:  # of an agreement to itself, once both are held to be one
        return SaidFact(fact, sort, line, {}, places, places)
    alike = tuple(_place(each.source) for each in every if _same(each, one))
    return SaidFact(fact, sort, line, _shown(one), places, alike)


def _same(one: Bearing, other: Bearing) -> bool:
    return (one.outward, one.other, one.type, one.modality) == (other.outward, other.other, other.type, other.modality)


def _shown(told: Bearing | Utterance) -> dict[str, Value]:
    if isinstance(told, Utterance):
        return {"speaker": told.speaker, "office": told.office}
    return {"type": told.type.value, "modality": told.modality.value}


def _place(source: Source) -> _Place:
    return source.reading, source.assertion


def judge_said(
    connection: Connection, verb: str, fact: SaidFact, changes: dict[str, Value], here: bool, given: Given
) -> int:
    """Append a decision on a relation or statement: on every place that tells the same, or on how the one was read."""
    number = append_on_fact(connection, verb, fact.id, changes, here, given)
    anchors = _anchors(connection, fact.places if here else fact.alike)
    attach(connection, number, anchors)
    look_again(connection, {anchor.page for anchor in anchors})
    return number


def _anchors(connection: Connection, places: Sequence[_Place]) -> list[Anchor]:
    wanted = set(places)
    told = said_on(connection, sorted({reading for reading, _ in wanted}))
    return [_anchor(one) for one in sorted(told, key=lambda one: (one.page, one.at[1])) if one.at in wanted]


def _anchor(one: SaidAt) -> Anchor:
    where: dict[str, Any] = {"page": one.page, "start": one.start, "stop": one.stop, "fact": one.fact, "name": one.name}
    return Anchor(**where, seen=to_json(one.fields), side="[]", reading=one.at[0], assertion=one.at[1], sort=one.sort)
