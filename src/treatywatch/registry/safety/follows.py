"""Agreements that would come out otherwise, were they made anew from the pages."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Table, select

from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.opening import open_registry
from treatywatch.registry.safety.copy import copy_rows
from treatywatch.registry.safety.fault import Fault
from treatywatch.registry.store import derived

# What the law computes for a day, when it is asked, is no part of what the pages make; nor are numbers of the index.
_ASKED = {derived.standings, derived.dates}
_PASSING = {derived.agreements: {"stage", "due"}, derived.texts: {"number"}, derived.ranks: {"number"}}
Held = dict[str, list[str]]


def made_otherwise(connection: Connection) -> Iterator[Fault]:
    """The agreements whose rows are not those that the pages and decisions make today, in a copy made for it."""
    with TemporaryDirectory(prefix="treatywatch-") as folder, open_registry(Path(folder, "again.db")) as again:
        with again.writing() as target:
            copy_rows(connection, target)
        again.refresh()
        with again.reading() as fresh:
            yield from _differences(connection, fresh)


def _differences(connection: Connection, fresh: Connection) -> Iterator[Fault]:
    keys = derived.agreements.c.agreement
    every = {key for database in (connection, fresh) for key in database.execute(select(keys)).scalars()}
    for part in chunks(sorted(every)):
        for table in derived.KEYED:
            if table not in _ASKED:
                held, made = (_rows(database, table, part) for database in (connection, fresh))
                yield from (Fault(table.name, key, _told(held, made, key)) for key in part if held[key] != made[key])


def _told(held: Held, made: Held, key: str) -> str:
    return f"holds {len(held[key])} rows that are not the {len(made[key])} that the pages make"


def _rows(connection: Connection, table: Table, keys: list[str]) -> Held:
    """The rows by agreement, each as words that can be compared between databases, in order."""
    columns = [column for column in table.c if column.name not in _PASSING.get(table, ())]
    found: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(select(*columns).where(table.c.agreement.in_(keys))):
        found[row.agreement].append(repr(tuple(row)))
    return defaultdict(list, {key: sorted(rows) for key, rows in found.items()})
