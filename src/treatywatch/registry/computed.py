"""What the law computes of each agreement, kept beside it until a day on which it may be otherwise."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, update

from treatywatch.model import Modality, Step, from_json
from treatywatch.registry.ask.lines import line_of
from treatywatch.registry.ask.values import Line
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.store import derived
from treatywatch.registry.store.tables import documents, readings

_PORTION = 400
_DAY = "computed"  # the row of ``derived_state`` that names the day
_AGREEMENTS = derived.agreements
_KEPT = select(derived.state.c.value).where(derived.state.c.name == _DAY)


class BareStep(msgspec.Struct, frozen=True):
    """A step without its sources; ``known`` is the day of the first page that tells it, None for an exact date."""

    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    date: str | None
    body: str | None
    known: str | None


class Bare(NamedTuple):
    """An agreement as the law needs it: its line, all its names, and its steps, oldest first and undated last."""

    line: Line
    names: tuple[str, ...]
    steps: tuple[BareStep, ...]


class Day(NamedTuple):
    """A day that the law computes: what it is the day of, whose, by which law, and what tells it apart."""

    day: str
    what: str
    party: str | None
    law: str
    mark: str


class Standing(NamedTuple):
    """How one state stands towards an agreement, and since when."""

    state: str
    status: str
    since: str | None


class Computed(NamedTuple):
    """What the law makes of an agreement, to be computed again on the day ``due``."""

    stage: str
    due: str
    standings: tuple[Standing, ...]
    days: tuple[Day, ...]


def due(connection: Connection, today: str) -> bool:
    """Whether anything is to be computed on this day (ISO)."""
    first, kept = connection.execute(_due(), {"today": today}).one()
    return first is not None or _earlier(kept, today)


@cache
def _due() -> Select[Any]:
    first = select(_AGREEMENTS.c.due).where(_AGREEMENTS.c.due <= bindparam("today")).limit(1)
    return select(first.scalar_subquery(), _KEPT.scalar_subquery())


def turn_to(connection: Connection, today: str) -> None:
    """Note that it is this day; all is due again when it is an earlier one than that of what is kept.

    One day earlier is taken for a clock in another part of the world.
    """
    if _behind(connection, today):
        connection.execute(update(_AGREEMENTS).values(due=""))
    connection.execute(delete(derived.state).where(derived.state.c.name == _DAY))
    connection.execute(insert(derived.state).values(name=_DAY, value=today))


def _behind(connection: Connection, today: str) -> bool:
    return _earlier(connection.execute(_KEPT).scalar(), today)


def _earlier(kept: str | None, today: str) -> bool:
    return kept is not None and (date.fromisoformat(kept) - date.fromisoformat(today)).days > 1


def waiting(connection: Connection, today: str) -> tuple[Bare, ...]:
    """Some of the agreements to be computed on this day; none when nothing is."""
    found = connection.execute(select(_AGREEMENTS).where(_AGREEMENTS.c.due <= today).limit(_PORTION)).all()
    keys = [row.agreement for row in found]
    names, steps = _names(connection, keys), _steps(connection, keys)
    return tuple(Bare(line_of(row), tuple(names[row.agreement]), tuple(steps[row.agreement])) for row in found)


def keep(connection: Connection, computed: Iterable[tuple[str, Computed]]) -> None:
    """Put what was computed of agreements, by key, in the place of what was kept of them."""
    rows = dict(computed)
    for part in chunks(rows):
        for table in (derived.standings, derived.dates):
            connection.execute(delete(table).where(table.c.agreement.in_(part)))
    standings = [{"agreement": key, **each._asdict()} for key, one in rows.items() for each in one.standings]
    days = [
        {"agreement": key, "number": number, **each._asdict()}
        for key, one in rows.items()
        for number, each in enumerate(one.days)
    ]
    for table, filled in ((derived.standings, standings), (derived.dates, days)):
        if filled:
            connection.execute(insert(table), filled)
    settled = update(_AGREEMENTS).where(_AGREEMENTS.c.agreement == bindparam("key"))
    changes = [{"key": key, "stage": one.stage, "due": one.due} for key, one in rows.items()]
    if changes:
        connection.execute(settled, changes)


def _names(connection: Connection, keys: Sequence[str]) -> dict[str, list[str]]:
    table = derived.names
    found: dict[str, list[str]] = defaultdict(list)
    wanted = select(table.c.agreement, table.c.name).where(table.c.agreement.in_(keys))
    for row in connection.execute(wanted.order_by(table.c.agreement, table.c.number)):
        found[row.agreement].append(row.name)
    return found


def _steps(connection: Connection, keys: Sequence[str]) -> dict[str, list[BareStep]]:
    table = derived.steps
    wanted = select(table).where(table.c.agreement.in_(keys), table.c.rejected.is_(False))
    known = _known(connection, keys)
    found: dict[str, list[BareStep]] = defaultdict(list)
    for row in connection.execute(wanted.order_by(table.c.agreement, table.c.step)):
        found[row.agreement].append(
            BareStep(
                kind=Step(row.kind),
                modality=Modality(row.modality),
                parties=from_json(row.parties, tuple[str, ...]),
                date=row.date,
                body=row.body,
                known=known.get((row.agreement, row.step)),
            )
        )
    return found


def _known(connection: Connection, keys: Sequence[str]) -> dict[tuple[str, int], str]:
    """The day of the first page that tells each step whose own day is open."""
    table, link = derived.steps, derived.step_sources
    first: Any = func.min(func.coalesce(documents.c.published, func.substr(readings.c.recorded, 1, 10)))
    wanted = (
        select(table.c.agreement, table.c.step, first)
        .join(link, (link.c.agreement == table.c.agreement) & (link.c.step == table.c.step))
        .join(readings, readings.c.reading == link.c.reading)
        .join(documents, documents.c.document == readings.c.document)
        .where(table.c.agreement.in_(keys), or_(table.c.date.is_(None), func.length(table.c.date) < 10))
        .group_by(table.c.agreement, table.c.step)
    )
    return {(key, step): day for key, step, day in connection.execute(wanted)}
