"""The ids of relations and statements in the database, and people's words on them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, delete, select

from treatywatch.model import SAID_FIELDS, Sort, Word, from_json, to_json
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.spoken import Place, word_of
from treatywatch.registry.life.word import changes_of, rejected
from treatywatch.registry.store import derived
from treatywatch.registry.store.facts import any_on_facts, holding
from treatywatch.registry.store.fill import fill
from treatywatch.registry.store.tables import assertions, documents, readings, sightings

Fields = tuple[str | None, ...]
_COLUMNS = {"type": "kind"}  # of ``assertions``, where they are called otherwise than what a person corrects
_SHOWN = ("kind", "modality", "speaker", "office", "rejected", "decision", "verb", "kind_held", "modality_held")


class SaidAt(NamedTuple):
    """A relation or statement: where it is, its id, what a person may correct of it, and what else tells which it is.

    ``name`` is what the page calls the agreement, empty for a statement about none.
    """

    at: Place
    page: str
    sort: Sort
    fact: str
    name: str
    start: int
    stop: int
    fields: Fields


def forget_said(connection: Connection, numbers: list[int]) -> None:
    """Delete the ids of what these readings say."""
    for part in chunks(numbers):
        connection.execute(delete(derived.said).where(derived.said.c.reading.in_(part)))


def remember_said(connection: Connection, numbers: list[int]) -> None:
    """Keep the ids of what these readings say, which have none yet, with people's words."""
    decided = any_on_facts(connection)
    for part in chunks(numbers):
        told = said_on(connection, part)
        words = _words(connection, told, part) if decided else {}
        rows = [
            {
                "reading": one.at[0],
                "assertion": one.at[1],
                "fact": one.fact,
                "words": to_json(tuple(words[one.at])) if one.at in words else None,
                **_shown(one, tuple(words.get(one.at, ()))),
            }
            for one in told
        ]
        fill(connection, derived.said, rows)


def _shown(one: SaidAt, words: tuple[Word, ...]) -> dict[str, Any]:
    """What people's words make of it, for those who ask the database itself; empty where nobody said anything."""
    if not words:
        return dict.fromkeys(_SHOWN)
    of_all = tuple(word for word in words if not word.here and one.sort == "relation")
    own = tuple(word for word in words if word not in of_all)
    fields = SAID_FIELDS[one.sort]
    read = dict(zip(fields, one.fields, strict=True)) | changes_of(own)
    held = changes_of(of_all)
    last = max(of_all, key=lambda word: word.decision, default=None)
    return dict.fromkeys(_SHOWN) | {
        **{_COLUMNS.get(field, field): read[field] for field in fields},
        "rejected": rejected(own),
        "decision": last.decision if last else None,
        "verb": last.verb if last else None,
        **{f"{_COLUMNS.get(field, field)}_held": held[field] for field in held},
    }


def said_on(connection: Connection, numbers: Iterable[int]) -> list[SaidAt]:
    """The relations and statements of these readings."""
    same = (sightings.c.reading == assertions.c.reading) & (sightings.c.sighting == assertions.c.sighting)
    wanted = (
        select(assertions, sightings.c.name, documents.c.digest)
        .join(readings, readings.c.reading == assertions.c.reading)
        .join(documents, documents.c.document == readings.c.document)
        .outerjoin(sightings, same)
        .where(assertions.c.reading.in_(list(numbers)), assertions.c.type != "event")
        .order_by(assertions.c.reading, assertions.c.assertion)
    )
    return [said_at(row) for row in connection.execute(wanted)]


def said_at(row: Row[Any]) -> SaidAt:
    """What a row of ``assertions``, joined with its page's digest and its agreement's name there, says.

    Its id is 12 hex digits, made of what the page says alone.
    """
    fields = tuple(getattr(row, _COLUMNS.get(field, field)) for field in SAID_FIELDS[row.type])
    what = (row.digest, row.start, row.stop, row.type, row.name, row.target_name, row.direct, fields)
    fact = hashlib.sha256(to_json(what).encode("utf-8")).hexdigest()[:12]
    at = (row.reading, row.assertion)
    return SaidAt(at, row.digest, row.type, fact, row.name or "", row.start, row.stop, fields)


def bound_said(connection: Connection, numbers: Iterable[int]) -> set[int]:
    """The decisions on relations and statements of which the pages of these readings still tell."""
    found: set[int] = set()
    for part in chunks(numbers):
        words = _words(connection, said_on(connection, part), part)
        found |= {word.decision for spoken in words.values() for word in spoken}
    return found


def _words(connection: Connection, told: list[SaidAt], numbers: list[int]) -> dict[Place, list[Word]]:
    """People's words by the place that they are about now."""
    by_reading: dict[int, list[SaidAt]] = defaultdict(list)
    for one in told:
        by_reading[one.at[0]].append(one)
    words: dict[Place, list[Word]] = defaultdict(list)
    for row in holding(connection, numbers, None, events=False):
        if place := _again(row, by_reading[row.current]):
            words[place].append(word_of(row))
    return words


def _again(row: Row[Any], told: list[SaidAt]) -> Place | None:
    """Where a newer reading says what a decision is about: the same, or most like it of the same sort at its place."""
    seen = from_json(row.seen, Fields)

    def likeness(one: SaidAt) -> tuple[object, ...]:
        alike = sum(a == b for a, b in zip(one.fields, seen, strict=True))
        shared = min(one.stop, row.stop) - max(one.start, row.start)
        return (one.fact == row.fact, alike, one.name == row.name, shared, -one.at[1])

    meeting = [
        one
        for one in told
        if one.sort == row.sort
        and max(one.start, row.start) < min(one.stop, row.stop)
        and any(a == b for a, b in zip(one.fields, seen, strict=True))
    ]
    return max(meeting, key=likeness).at if meeting else None
