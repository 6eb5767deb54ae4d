"""The rows that are kept for ever, from one database into another, as they are."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Connection, Integer, Table, func, insert, select, text

from treatywatch.registry.accounts import tables as accounts
from treatywatch.registry.store import decisions, derived, facts, tables, tombstones

assert accounts and decisions and facts and tombstones  # the imports add their tables to the metadata
_ROWS = 500  # so many are held in memory: a page's text may have a million letters


def kept() -> tuple[Table, ...]:
    """The tables of what was read and decided, those that others refer to first; the rest follows from them."""
    made = {*derived.DERIVED, derived.pending, derived.state}
    return tuple(table for table in tables.METADATA.sorted_tables if table not in made)


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy all that is kept into the empty tables of ``target``; what follows from it is left to be made there."""
    for table in kept():
        rows = source.execute(select(table), execution_options={"yield_per": _ROWS})
        for part in rows.partitions():
            target.execute(insert(table), [dict(row._mapping) for row in part])
    readings = tables.readings.c.reading
    target.execute(insert(derived.pending).from_select(["reading"], select(readings)))
    if target.dialect.name == "postgresql":
        for table in kept():
            _count_on(target, table)


def is_empty(connection: Connection) -> bool:
    """Whether nothing is kept there yet."""
    return all(connection.execute(select(table).limit(1)).first() is None for table in kept())


def _count_on(target: Connection, table: Table) -> None:
    """Let PostgreSQL number what comes next after the rows that were copied with their numbers."""
    for column in _numbered(table):
        last = target.execute(select(func.max(column))).scalar()
        if last is not None:
            sequence = text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)")
            target.execute(sequence, {"table": table.name, "column": column.name, "last": last})


def _numbered(table: Table) -> Iterator[Column[Any]]:
    own = list(table.primary_key.columns)
    if len(own) == 1 and isinstance(own[0].type, Integer):
        yield own[0]
