"""Agreements that have the words of a search, by the databases' full-text indexes.

Hits are looked up in ``agreement_ranks``, whose rows are small and stand in the order of the index: a search for a
common word has thousands of hits, of which a page shows fifty.
"""

from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Integer, Select, Text, bindparam, column, func, select, text

from treatywatch.registry.ask import lines
from treatywatch.registry.ask.terms import Term, postgresql_match, sqlite_match
from treatywatch.registry.ask.values import Line
from treatywatch.registry.ask.wanted import ALL, Order, Wanted, filters, ordered, paged
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.store import derived

_RANKS, _AGREEMENTS = derived.ranks, derived.agreements
_MATCHES = {
    "sqlite": f"SELECT rowid AS number FROM {derived.INDEX} WHERE {derived.INDEX} MATCH :%s",
    "postgresql": f"SELECT number FROM {derived.INDEX} WHERE found @@ to_tsquery('simple', :%s)",
}
_THOSE = select(_AGREEMENTS).where(_AGREEMENTS.c.agreement.in_(bindparam("keys", expanding=True)))


class _Search(NamedTuple):
    """The statements of a search: for the agreements that fit, in order, and for how many these are.

    Both leave out those that fit ``before``, a narrower search.
    """

    rows: Select[Any]
    size: Select[Any]


def searched(
    connection: Connection, sought: tuple[Term, ...], wanted: Wanted, order: Order, limit: int | None, offset: int
) -> tuple[int, tuple[Line, ...]]:
    """How many agreements fit the terms and the filters of ``wanted``, and a page of them in this order.

    By ``fit`` those come first whose names and states have the words whole, then as beginnings, then the others.
    """
    ways = _ways(connection.dialect.name, sought)
    tiers = ways if order == "fit" else ways[-1:]
    asked = msgspec.structs.replace(wanted, words="")
    (total,) = connection.execute(_search(connection.dialect.name, asked, order, False).size, {"way": ways[-1]}).one()
    keys: list[str] = []
    if offset < total:
        keys = _page(connection, tiers, asked, order, ALL if limit is None else limit, offset)
    return total, _whole(connection, keys)


def _page(
    connection: Connection, tiers: tuple[str, ...], wanted: Wanted, order: Order, most: int, skip: int
) -> list[str]:
    """The keys of the agreements of a page: each tier's but for those of the tiers before, which it holds too."""
    keys: list[str] = []
    for number, way in enumerate(tiers):
        search = _search(connection.dialect.name, wanted, order, number > 0)
        asked = {"way": way, **({"before": tiers[number - 1]} if number else {})}
        found = connection.execute(search.rows, {**asked, "most": most - len(keys), "skip": skip}).scalars().all()
        keys += found
        if len(keys) >= most:
            break
        skip = 0 if found or not skip else skip - connection.execute(search.size, asked).scalar_one()
    return keys


@lru_cache(maxsize=64)
def _search(database: str, wanted: Wanted, order: Order, narrowed: bool) -> _Search:
    """The statements for these filters, which take longer to make than to run."""
    hits = _match(database, "way").subquery("hits")
    fitting: list[ColumnElement[bool]] = [_RANKS.c.number.not_in(_match(database, "before"))] if narrowed else []
    joined = hits.join(_RANKS, _RANKS.c.number == hits.c.number)
    by: tuple[Any, ...] = (_RANKS.c.documents.desc(), _RANKS.c.agreement)
    if wanted == Wanted() and order in {"fit", "documents"}:
        fitting.append(_RANKS.c.passing.is_(False))
    else:
        joined = joined.join(_AGREEMENTS, _AGREEMENTS.c.agreement == _RANKS.c.agreement)
        fitting += filters(wanted)
        by = ordered(order)
    page = select(_RANKS.c.agreement).select_from(joined).where(*fitting).order_by(*by)
    return _Search(
        paged(page),
        select(func.count()).select_from(joined).where(*fitting),
    )


def _match(database: str, name: str) -> Any:
    found = text(_MATCHES[database] % name).bindparams(bindparam(name, type_=Text()))
    return found.columns(column("number", Integer))


def _ways(database: str, sought: tuple[Term, ...]) -> tuple[str, str, str]:
    """The search in names and states whole, in them as beginnings, and anywhere."""
    if database == "sqlite":
        named = "name names states"
        return sqlite_match(sought, named, whole=True), sqlite_match(sought, named), sqlite_match(sought)
    weights = "ABC"
    return (
        postgresql_match(sought, weights, whole=True),
        postgresql_match(sought, weights),
        postgresql_match(sought),
    )


def _whole(connection: Connection, keys: list[str]) -> tuple[Line, ...]:
    """The agreements with these keys, in this order: fetched when all is sorted, since whole rows are slow to sort."""
    parts = (connection.execute(_THOSE, {"keys": part}) for part in chunks(keys))
    found = {row.agreement: lines.line_of(row) for rows in parts for row in rows}
    return tuple(found[each] for each in keys)
