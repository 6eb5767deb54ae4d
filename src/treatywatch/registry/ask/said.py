"""What agreements have to do with one another and who says what of them, with people's words on either."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, Text, and_, bindparam, select

from treatywatch.model import Modality, RelationType, RelationView, StatementView, Word, from_json
from treatywatch.registry.ask.pages import PAGE, paged, same_place, source_of
from treatywatch.registry.ask.values import Bearing, Source, Utterance
from treatywatch.registry.life.word import changes_of, rejected
from treatywatch.registry.store import derived
from treatywatch.registry.store.tables import assertions, documents

_KEY = bindparam("key", type_=Text())
_SAID = (derived.said.c.fact, derived.said.c.words)


def relations(connection: Connection, key: str) -> tuple[Bearing, ...]:
    """How the agreement bears on others, and others on it; with what people hold not to be so."""
    every = (*_bearings(connection, key, outward=True), *_bearings(connection, key, outward=False))
    alike: dict[tuple[object, ...], list[Bearing]] = defaultdict(list)
    for one in map(_as_read, every):
        alike[one.outward, one.other, one.type, one.modality].append(one)
    return tuple(one for together in alike.values() for one in _settled(together))


def _as_read(one: Bearing) -> Bearing:
    """The relation with what people say of how its one place was read."""
    here = tuple(word for word in one.decided if word.here)
    if not here:
        return one
    return _changed(one, here, rejected(here))


def _settled(together: Iterable[Bearing]) -> list[Bearing]:
    """What places tell alike, with what people say of it: a word on one of them is a word on all."""
    every = list(together)
    words = _ordered(word for one in every for word in one.decided if not word.here)
    if not words:
        return every
    return [_changed(one, words, one.rejected or rejected(words)) for one in every]


def _changed(one: Bearing, words: tuple[Word, ...], gone: bool) -> Bearing:
    said = changes_of(words)
    return msgspec.structs.replace(
        one,
        type=RelationType(said.get("type", one.type)),
        modality=Modality(said.get("modality", one.modality)),
        machine=one.machine or RelationView(one.type, one.modality),
        decided=_ordered((*one.decided, *words)),
        rejected=gone,
    )


def _ordered(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(sorted({word.decision: word for word in words}.values(), key=lambda word: word.decision))


def _bearings(connection: Connection, key: str, outward: bool) -> list[Bearing]:
    return [
        Bearing(
            type=RelationType(row.kind),
            outward=outward,
            other=row.other,
            other_name=row.other_name,
            modality=Modality(row.modality),
            source=_source(row),
            decided=_spoken(row),
        )
        for row in connection.execute(_related(outward), {"key": key})
        if row.other != key
    ]


@cache
def _related(outward: bool) -> Select[Any]:
    own, far = derived.members.alias("own"), derived.members.alias("far")
    here, there = (assertions.c.sighting, assertions.c.target)[:: 1 if outward else -1]
    other = derived.agreements
    columns = (assertions, far.c.agreement.label("other"), other.c.name.label("other_name"), *PAGE, *_SAID)
    return (
        paged(select(*columns), own)
        .join(assertions, and_(assertions.c.reading == own.c.reading, here == own.c.sighting))
        .join(far, and_(far.c.reading == assertions.c.reading, far.c.sighting == there))
        .join(other, other.c.agreement == far.c.agreement)
        .outerjoin(derived.said, _assertion())
        .where(own.c.agreement == _KEY, assertions.c.type == "relation")
        .order_by(far.c.agreement, assertions.c.kind, documents.c.digest, assertions.c.assertion)
    )


def statements(connection: Connection, key: str) -> tuple[Utterance, ...]:
    """Who says what about the agreement, in the order of publication; with what people hold not to be so."""
    return tuple(map(_utterance, connection.execute(_statements(), {"key": key})))


def _utterance(row: Row[Any]) -> Utterance:
    words = _spoken(row)
    said = changes_of(words)
    return Utterance(
        speaker=said.get("speaker", row.speaker),
        office=said.get("office", row.office),
        direct=bool(row.direct),
        source=_source(row),
        decided=words,
        machine=StatementView(row.speaker, row.office) if words else None,
        rejected=rejected(words),
    )


@cache
def _statements() -> Select[Any]:
    return (
        paged(select(assertions, *PAGE, *_SAID), derived.members)
        .join(assertions, same_place(derived.members, assertions))
        .outerjoin(derived.said, _assertion())
        .where(derived.members.c.agreement == _KEY, assertions.c.type == "statement")
        .order_by(documents.c.published, documents.c.id, assertions.c.start)
    )


def _assertion() -> Any:
    table = derived.said.c
    return and_(table.reading == assertions.c.reading, table.assertion == assertions.c.assertion)


def _source(row: Row[Any]) -> Source:
    return msgspec.structs.replace(source_of(row), fact=row.fact)


def _spoken(row: Row[Any]) -> tuple[Word, ...]:
    return from_json(row.words, tuple[Word, ...]) if row.words else ()
