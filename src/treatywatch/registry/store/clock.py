"""The time of recording: UTC, and never earlier than what is already recorded."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from treatywatch.registry.store import tables

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The computer's time, in UTC."""
    return datetime.now(UTC)


def recorded_now(connection: Connection, clock: Clock) -> str:
    """The moment to record, as ISO 8601 in UTC to the microsecond.

    When the clock has gone backwards, the latest recorded moment is used again: what came later must not look earlier.
    """
    now = clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    latest = connection.execute(select(func.max(tables.readings.c.recorded))).scalar()
    return max(now, latest or now)
