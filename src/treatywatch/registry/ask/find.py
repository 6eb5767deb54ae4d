"""Agreements that a search and filters fit: how many, and a page of them."""

from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Integer, Subquery, column, func, literal_column, select, text

from treatywatch.registry.ask import lines
from treatywatch.registry.ask.terms import Term, postgresql_match, sqlite_match, terms
from treatywatch.registry.ask.values import Line
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.then import end_of
from treatywatch.registry.store import derived
from treatywatch.registry.store.rows import clean

Order = Literal["fit", "name", "last", "documents", "changed"]
Field = Literal["form", "stage", "year", "state", "subject"]
_AGREEMENTS, _WORDS, _TEXTS = derived.agreements, derived.words, derived.texts


class Wanted(msgspec.Struct, frozen=True):
    """What is looked for: words of names, states and evidence, and filters, which all must fit; None filters nothing.

    ``state`` is the code of a party or of another state told of; ``changed_since`` a day, to whose end nothing counts.
    ``passing`` includes agreements only mentioned in passing.
    """

    words: str = ""
    state: str | None = None
    form: str | None = None
    stage: str | None = None
    subject: str | None = None
    year: str | None = None
    changed_since: str | None = None
    in_conflict: bool = False
    passing: bool = False


def find(
    connection: Connection, wanted: Wanted, order: Order, limit: int | None, offset: int, total: int | None = None
) -> tuple[int, tuple[Line, ...]]:
    """How many agreements fit, and those of them from ``offset`` on in this order, at most ``limit``.

    ``total`` is how many fit where that is known already: without words they are then not counted again.

    The order ``fit`` has those first whose names and states have the words whole, then those that have them as
    beginnings, then those whose evidence has them; among equals those that most documents speak of.
    """
    sought = terms(wanted.words)
    if sought:
        return _searched(connection, sought, wanted, order, limit, offset)
    if wanted.words.strip():
        return 0, ()
    fitting = _filters(wanted)
    if total is None:
        total = connection.execute(select(func.count()).select_from(_AGREEMENTS).where(*fitting)).scalar_one()
    rows = select(_AGREEMENTS).where(*fitting).order_by(*_ordered(order)).limit(limit).offset(offset)
    return total, tuple(map(lines.line_of, connection.execute(rows))) if total > offset else ()


def _searched(
    connection: Connection, sought: tuple[Term, ...], wanted: Wanted, order: Order, limit: int | None, offset: int
) -> tuple[int, tuple[Line, ...]]:
    hits = _hits(connection, sought, ranked=order == "fit")
    found = hits.join(_TEXTS, _TEXTS.c.number == hits.c.number).join(
        _AGREEMENTS, _AGREEMENTS.c.agreement == _TEXTS.c.agreement
    )
    key = _AGREEMENTS.c.agreement
    fitting = select(key, func.count().over().label("total")).select_from(found).where(*_filters(wanted))
    tier = (hits.c.tier,) if order == "fit" else ()
    rows = connection.execute(fitting.order_by(*tier, *_ordered(order)).limit(limit).offset(offset)).all()
    if not rows and offset:
        return connection.execute(fitting.limit(1)).scalars("total").first() or 0, ()
    return (rows[0].total if rows else 0), _whole(connection, [row.agreement for row in rows])


def _whole(connection: Connection, keys: list[str]) -> tuple[Line, ...]:
    """The agreements with these keys, in this order: fetched when all is sorted, since whole rows are slow to sort."""
    key = _AGREEMENTS.c.agreement
    parts = (connection.execute(select(_AGREEMENTS).where(key.in_(part))) for part in chunks(keys))
    found = {row.agreement: lines.line_of(row) for rows in parts for row in rows}
    return tuple(found[each] for each in keys)


def _filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    table = _AGREEMENTS.c
    found: list[ColumnElement[bool]] = [] if wanted.passing else [table.passing.is_(False)]
    for field in ("form", "stage", "year"):
        value = getattr(wanted, field)
        if value is not None:
            found.append(table[field] == clean(value))
    for sort in ("state", "subject"):
        value = getattr(wanted, sort)
        if value is not None:
            found.append(
                table.agreement.in_(select(_WORDS.c.agreement).where(_WORDS.c.word == f"{sort}:{clean(value)}"))
            )
    if wanted.changed_since is not None:
        found.append(table.changed > end_of(wanted.changed_since))
    if wanted.in_conflict:
        found.append(table.conflicts > 0)
    return found


def _ordered(order: Order) -> tuple[Any, ...]:
    table = _AGREEMENTS.c
    return {
        "name": (table.passing, table.folded, table.agreement),
        "last": (table.passing, table.last_date.desc().nulls_last(), table.agreement.desc()),
        "changed": (table.passing, table.changed.desc(), table.agreement.desc()),
    }.get(order, (table.passing, table.documents.desc(), table.agreement))


def _hits(connection: Connection, sought: tuple[Term, ...], ranked: bool) -> Subquery:
    """The numbers of the texts that fit the terms; ``ranked`` with the tier of each, the best first.

    First those whose names and states have the words whole, then as beginnings, then those that have them anywhere.
    """
    named, weights = "name names states", "ABC"
    if connection.dialect.name == "sqlite":
        one = f"SELECT rowid AS number, {{}} AS tier FROM {derived.INDEX} WHERE {derived.INDEX} MATCH :tier{{}}"
        ways = [sqlite_match(sought, named, whole=True), sqlite_match(sought, named), sqlite_match(sought)]
    else:
        one = f"SELECT number, {{}} AS tier FROM {derived.INDEX} WHERE found @@ to_tsquery('simple', :tier{{}})"
        ways = [
            postgresql_match(sought, weights, whole=True),
            postgresql_match(sought, weights),
            postgresql_match(sought),
        ]
    tiers = {number: way for number, way in enumerate(ways) if ranked or number == len(ways) - 1}
    every = " UNION ALL ".join(one.format(number, number) for number in tiers)
    best = text(f"SELECT number, min(tier) AS tier FROM ({every}) AS hits GROUP BY number")
    bound = best.bindparams(**{f"tier{number}": way for number, way in tiers.items()})
    return bound.columns(column("number", Integer), column("tier", Integer)).subquery("hits")


class Counted(msgspec.Struct, frozen=True):
    """A value that a filter can have, and how many agreements have it."""

    value: str
    count: int


def choices(connection: Connection, field: Field) -> tuple[Counted, ...]:
    """The values that a filter can have among agreements not only mentioned, the commonest first."""
    if field in {"state", "subject"}:
        value: Any = func.substr(_WORDS.c.word, len(field) + 2)
        marked = (_WORDS.c.word >= f"{field}:") & (_WORDS.c.word < f"{field};")
        # those only mentioned are few: they are left out one by one, and the others need not be looked at
        mentioned = select(_AGREEMENTS.c.agreement).where(_AGREEMENTS.c.passing.is_(True))
        wanted = select(value, func.count()).where(marked, _WORDS.c.agreement.not_in(mentioned)).group_by(_WORDS.c.word)
    else:
        value = _AGREEMENTS.c[field]
        told = _AGREEMENTS.c.passing.is_(False)
        wanted = select(value, func.count()).where(told, value.is_not(None)).group_by(value)
    found = connection.execute(wanted.order_by(func.count().desc(), literal_column("1")))
    return tuple(Counted(*row) for row in found)
