"""Agreements in one line each: all of them, one by key, or those that words fit."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, bindparam, func, select

from treatywatch.language.names import find_names
from treatywatch.model import Step, from_json
from treatywatch.registry.ask.values import Line
from treatywatch.registry.identity.sighting import today
from treatywatch.registry.identity.wording import fold, title_words
from treatywatch.registry.store import derived
from treatywatch.registry.store.rows import clean
from treatywatch.registry.store.tables import readings

_MOST = 200  # candidates looked at for one question


def lines(connection: Connection, passing: bool, limit: int | None, offset: int) -> Iterator[Line]:
    """Agreements, those that most pages speak of first; ``passing`` includes those only mentioned in passing."""
    table = derived.agreements
    wanted = select(table).order_by(table.c.passing, table.c.documents.desc(), table.c.agreement)
    if not passing:
        wanted = wanted.where(table.c.passing.is_(False))
    yield from map(line_of, connection.execute(wanted.limit(limit).offset(offset)))


def disputed(connection: Connection) -> Iterator[Line]:
    """Agreements of which pages tell something differently, those that most pages speak of first."""
    table = derived.agreements
    wanted = select(table).where(table.c.conflicts > 0).order_by(table.c.documents.desc(), table.c.agreement)
    yield from map(line_of, connection.execute(wanted))


def touched(connection: Connection, since: str) -> Iterator[Line]:
    """Agreements of which a page was recorded after ``since``, by key."""
    table, members = derived.agreements, derived.members
    recent = (
        select(members.c.agreement)
        .join(readings, readings.c.reading == members.c.reading)
        .where(readings.c.recorded > since)
    )
    yield from map(
        line_of, connection.execute(select(table).where(table.c.agreement.in_(recent)).order_by(table.c.agreement))
    )


def line(connection: Connection, key: str) -> Line | None:
    """The agreement with this key, or None."""
    row = connection.execute(_line(), {"key": clean(key)}).first()
    return None if row is None else line_of(row)


@cache
def _line() -> Select[Any]:
    table = derived.agreements
    return select(table).where(table.c.agreement == bindparam("key", type_=Text()))


def named(connection: Connection, name: str) -> list[Line]:
    """The agreements that pages call exactly ``name``, capitals and accents aside; most spoken of first."""
    keys = select(derived.names.c.agreement).where(derived.names.c.folded == fold(name)[:200])
    return _those(connection, keys)


def worded(connection: Connection, words: str) -> list[tuple[float, Line]]:
    """The agreements whose parties and names ``words`` fit, with how well (0 to 1); best first."""
    codes, said = query(words)
    wanted = [f"party:{code}" for code in codes] + said
    if not wanted:
        return []
    table = derived.words
    ranked = (
        select(table.c.agreement, func.count().label("hits"))
        .where(table.c.word.in_(wanted))
        .group_by(table.c.agreement)
        .order_by(func.count().desc(), table.c.agreement)
        .limit(_MOST)
    )
    hits = {row.agreement: row.hits for row in connection.execute(ranked)}
    found = [
        (hits[one.key] / len(wanted), one) for one in _those(connection, list(hits)) if set(codes) <= set(one.parties)
    ]
    return sorted(found, key=lambda item: (-item[0], item[1].passing, -item[1].documents, item[1].key))


def query(words: str) -> tuple[list[str], list[str]]:
    """The parties that a question names (in any capitals), and its other words."""
    text = words[:500]
    names = find_names(text) or find_names(text.title())
    codes = sorted({today(code) for name in names for code in name.codes if name.kind != "place"})
    rest = title_words(text) if find_names(text) else title_words(text.title())
    return codes, sorted({word[:200] for word in rest} or {word for word in fold(text).split() if not codes})


def names_two_parties(words: str) -> bool:
    """Whether a question names two parties or more, and so most likely one agreement between them."""
    return len(query(words)[0]) > 1


def _those(connection: Connection, keys: Iterable[str] | Select[Any]) -> list[Line]:
    table = derived.agreements
    wanted = select(table).where(table.c.agreement.in_(keys))
    return list(map(line_of, connection.execute(wanted.order_by(table.c.documents.desc(), table.c.agreement))))


def line_of(row: Row[Any]) -> Line:
    """The agreement that a row of ``agreements`` holds."""
    return Line(
        key=row.agreement,
        name=row.name,
        form=row.form,
        laterality=row.laterality,
        parties=from_json(row.parties, tuple[str, ...]),
        year=row.year,
        unresolved=bool(row.unresolved),
        passing=bool(row.passing),
        last_kind=Step(row.last_kind) if row.last_kind else None,
        last_date=row.last_date,
        documents=row.documents,
        conflicts=row.conflicts,
        stage=row.stage,
        changed=row.changed,
    )
