"""Many rows into a table, in the way that each database takes quickest."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from treatywatch.registry.store.rows import Row


def fill(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Append ``rows``, which all give the same columns, of which there are at least two, and their own Python values.

    The rows are not looked at one by one on the way, which would take longer than the database needs for them.
    PostgreSQL's COPY takes them all in one round trip. Errors are those of any other statement.
    """
    if not rows:
        return
    preparer = connection.dialect.identifier_preparer
    columns = [preparer.quote(name) for name in rows[0]]
    values = list(map(itemgetter(*rows[0]), rows))
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {table.name} ({', '.join(columns)}) FROM STDIN", values)
        return
    places = ", ".join("?" * len(columns))
    connection.exec_driver_sql(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})", values)


def _copy(connection: Connection, order: str, values: Sequence[tuple[Any, ...]]) -> None:
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(order) as copy:
            for row in values:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        raise DBAPIError.instance(order, None, error, connection.dialect.loaded_dbapi.Error) from error
