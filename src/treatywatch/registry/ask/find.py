"""Agreements that a search and filters fit: how many, and a page of them."""

from functools import lru_cache
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, func, literal_column, select

from treatywatch.registry.ask import lines
from treatywatch.registry.ask.searched import searched
from treatywatch.registry.ask.terms import terms
from treatywatch.registry.ask.values import Line
from treatywatch.registry.ask.wanted import ALL, Order, Wanted, filters, ordered, paged
from treatywatch.registry.store import derived

Field = Literal["form", "stage", "year", "state", "subject"]
_AGREEMENTS, _WORDS = derived.agreements, derived.words


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
        return searched(connection, sought, wanted, order, limit, offset)
    if wanted.words.strip():
        return 0, ()
    if total is None:
        counted = select(func.count()).select_from(_AGREEMENTS).where(*filters(wanted))
        total = connection.execute(counted).scalar_one()
    if offset >= total or limit == 0:
        return total, ()
    rows = connection.execute(_page(wanted, order), {"most": ALL if limit is None else limit, "skip": offset})
    return total, tuple(map(lines.line_of, rows))


@lru_cache(maxsize=64)
def _page(wanted: Wanted, order: Order) -> Select[Any]:
    """The statement for these filters, which takes longer to make than to run."""
    return paged(select(_AGREEMENTS).where(*filters(wanted)).order_by(*ordered(order)))


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
