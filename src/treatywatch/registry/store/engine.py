"""Connections: SQLite set up to be safe with several processes, PostgreSQL by URL."""

import sqlite3
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event

from treatywatch.model import RegistryError

_BUSY_MS = 10_000
# What SQLite may keep of the file for each connection: with its own two megabytes, adding to a large one is slow. Those
# that only ask read each leaf about once, and a server has several of them.
_CACHE_KIB, _WRITING_KIB = 16_384, 65_536
_LOCK = 7_243_001  # PostgreSQL's locks are numbers; this one is the registry's


def connect(url: URL) -> Engine:
    """An engine for ``url``; nothing is opened yet. A server that was away meanwhile is connected to anew.

    Raises RegistryError when the driver of the database is not installed.
    """
    try:
        engine = create_engine(url, pool_pre_ping=url.get_backend_name() == "postgresql")
    except ModuleNotFoundError as error:
        raise RegistryError(
            f"{url.render_as_string()}: the driver {error.name} is missing; pip install 'treatywatch[postgres]'"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    else:
        event.listen(engine, "begin", _queue)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock at once: there is one writer at a time.

    A SQLite transaction that reads first and writes later fails at once when another process has written meanwhile;
    one that announces the write waits for its turn.
    """
    return engine.execution_options(treatywatch_writes=True)


def reading(engine: Engine) -> Engine:
    """The same engine, whose transactions see one state of the registry throughout, as SQLite's do of themselves."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ")


def _set_up(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver would begin late and unasked
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    _keep_a_log(cursor)
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    cursor.close()


def _keep_a_log(cursor: Any) -> None:
    """Set the file to write-ahead logging, unless another process holds it: the mode is the file's, and stays set."""
    try:
        cursor.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # SQLite does not wait here: of two processes that make a registry at once, one would fail
        if "locked" not in str(error):
            raise


def _begin(connection: Any) -> None:
    if connection.get_execution_options().get("treatywatch_writes", False):
        connection.exec_driver_sql(f"PRAGMA cache_size = -{_WRITING_KIB}")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:  # cannot fail, and asked of the driver itself costs half
        connection.connection.driver_connection.execute("BEGIN")


def _queue(connection: Any) -> None:
    """On PostgreSQL writers wait for one another, so that two that add the same page do not collide."""
    if connection.get_execution_options().get("treatywatch_writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
