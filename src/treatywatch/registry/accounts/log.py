"""The log: who did what when. It is only added to; the database itself refuses to change a line."""

from sqlalchemy import Connection, func, insert, select

from treatywatch.registry.accounts.tables import audit
from treatywatch.registry.accounts.values import Act, LogLine
from treatywatch.registry.store.rows import clean

_LONGEST = 300


def note(connection: Connection, at: str, who: str, act: Act, about: str, address: str) -> None:
    """Append a line."""
    row = {"recorded": at, "act": act.value}
    said = {"who": who, "about": about, "address": address}
    connection.execute(insert(audit).values(row | {name: clean(words[:_LONGEST]) for name, words in said.items()}))


def entries(connection: Connection, limit: int, before: int | None) -> tuple[LogLine, ...]:
    """The latest lines, newest first; ``before`` leaves out those from that number on."""
    wanted = select(audit).order_by(audit.c.entry.desc()).limit(limit)
    if before is not None:
        wanted = wanted.where(audit.c.entry < before)
    return tuple(
        LogLine(row.entry, row.recorded, row.who, Act(row.act), row.about, row.address)
        for row in connection.execute(wanted)
    )


def failures(connection: Connection, since: str, address: str, who: str | None = None) -> int:
    """How many sign-ins from an address failed since a moment, of one account or of any."""
    failed = (audit.c.act == Act.SIGN_IN_FAILED.value) & (audit.c.recorded > since) & (audit.c.address == address)
    wanted = select(func.count()).where(failed if who is None else failed & (audit.c.who == who))
    return int(connection.execute(wanted).scalar_one())
