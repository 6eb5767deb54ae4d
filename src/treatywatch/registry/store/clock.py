"""The time of recording: UTC, and never earlier than what is already recorded."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from treatywatch.registry.store import tables
from treatywatch.registry.store.decisions import decisions
from treatywatch.registry.store.tombstones import tombstones

_LATEST = select(
    *(
        select(func.max(table.c.recorded)).scalar_subquery().label(table.name)
        for table in (tables.readings, decisions, tombstones)
    )
)
Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The computer's time, in UTC."""
    return datetime.now(UTC)


def moment(when: datetime) -> str:
    """A time as it is recorded: ISO 8601 in UTC to the microsecond, so that the order of words is that of time."""
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def recorded_now(connection: Connection, clock: Clock) -> str:
    """The moment to record, as ISO 8601 in UTC to the microsecond.

    When the clock has gone backwards, the latest recorded moment is used again: what came later must not look earlier.
    """
    now = moment(clock())
    return max(now, *(latest or now for latest in connection.execute(_LATEST).one()))
