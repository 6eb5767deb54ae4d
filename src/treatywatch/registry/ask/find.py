"""Agreements that a search and filters fit: how many, and a page of them."""

from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, bindparam, case, column, func, literal_column, select, text

from treatywatch.registry.ask import lines
from treatywatch.registry.ask.terms import Term, postgresql_match, sqlite_match, terms
from treatywatch.registry.ask.values import Line
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
    connection: Connection, wanted: Wanted, order: Order, limit: int | None, offset: int
) -> tuple[int, tuple[Line, ...]]:
    """How many agreements fit, and those of them from ``offset`` on in this order, at most ``limit``.

    The order ``fit`` has those first whose names and states have the words whole, then those that have them as
    beginnings, then those whose evidence has them; among equals those that most documents speak of.
    """
    sought = terms(wanted.words)
    if wanted.words.strip() and not sought:
        return 0, ()
    fitting = [*_filters(wanted), *([_AGREEMENTS.c.agreement.in_(_matching(connection, sought))] if sought else [])]
    total = connection.execute(select(func.count()).select_from(_AGREEMENTS).where(*fitting)).scalar_one()
    ordered = _ordered(connection, select(_AGREEMENTS).where(*fitting), order, sought)
    rows = connection.execute(ordered.limit(limit).offset(offset)) if total > offset else ()
    return total, tuple(lines.line_of(row) for row in rows)


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


def _ordered(connection: Connection, rows: Select[Any], order: Order, sought: tuple[Term, ...]) -> Select[Any]:
    table = _AGREEMENTS.c
    most = (table.passing, table.documents.desc(), table.agreement)
    if order == "fit" and sought:
        return rows.order_by(_tier(connection, sought), *most)
    return {
        "name": rows.order_by(table.passing, table.folded, table.agreement),
        "last": rows.order_by(table.passing, table.last_date.desc().nulls_last(), table.agreement.desc()),
        "changed": rows.order_by(table.passing, table.changed.desc(), table.agreement.desc()),
    }.get(order, rows.order_by(*most))


def _tier(connection: Connection, sought: tuple[Term, ...]) -> ColumnElement[int]:
    key = _AGREEMENTS.c.agreement
    whole = key.in_(_matching(connection, sought, named=True, whole=True))
    return case((whole, 0), (key.in_(_matching(connection, sought, named=True)), 1), else_=2)


def _matching(
    connection: Connection, sought: tuple[Term, ...], named: bool = False, whole: bool = False
) -> Select[tuple[str]]:
    """The agreements whose texts fit the terms: all of their text, or only names and states (``named``)."""
    if connection.dialect.name == "sqlite":
        match = sqlite_match(sought, "name names states" if named else "", whole)
        inside = f"SELECT rowid AS number FROM {derived.INDEX} WHERE {derived.INDEX} MATCH :match"
    else:
        match = postgresql_match(sought, "ABC" if named else "", whole)
        inside = f"SELECT number FROM {derived.INDEX} WHERE found @@ to_tsquery('simple', :match)"
    found = text(inside).bindparams(bindparam("match", match, unique=True)).columns(column("number"))
    return select(_TEXTS.c.agreement).where(_TEXTS.c.number.in_(found))


class Counted(msgspec.Struct, frozen=True):
    """A value that a filter can have, and how many agreements have it."""

    value: str
    count: int


def choices(connection: Connection, field: Field) -> tuple[Counted, ...]:
    """The values that a filter can have among agreements not only mentioned, the commonest first."""
    told = _AGREEMENTS.c.passing.is_(False)
    if field in {"state", "subject"}:
        value: Any = func.substr(_WORDS.c.word, len(field) + 2)
        marked = (_WORDS.c.word >= f"{field}:") & (_WORDS.c.word < f"{field};")
        wanted = select(value, func.count()).join(_AGREEMENTS, _AGREEMENTS.c.agreement == _WORDS.c.agreement)
        wanted = wanted.where(marked, told).group_by(_WORDS.c.word)
    else:
        value = _AGREEMENTS.c[field]
        wanted = select(value, func.count()).where(told, value.is_not(None)).group_by(value)
    found = connection.execute(wanted.order_by(func.count().desc(), literal_column("1")))
    return tuple(Counted(*row) for row in found)
