"""How states stand towards agreements, days to come, and what is told for the first time: across all agreements."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from treatywatch.registry.ask.find import Counted
from treatywatch.registry.ask.lines import line_of
from treatywatch.registry.ask.values import Line, TimelineStep
from treatywatch.registry.ask.whole import whole
from treatywatch.registry.computed import Day
from treatywatch.registry.derive.then import end_of
from treatywatch.registry.store import derived
from treatywatch.registry.store.rows import clean
from treatywatch.registry.store.tables import readings

_AGREEMENTS, _STANDINGS, _STEPS, _DATES = derived.agreements, derived.standings, derived.steps, derived.dates


class Stands(NamedTuple):
    """An agreement, how a state stands towards it, and since when."""

    line: Line
    status: str
    since: str | None


class Learned(NamedTuple):
    """What became known of an agreement after a moment: whether all of it, which steps, and which told differently."""

    new: bool
    steps: tuple[TimelineStep, ...]
    conflicts: tuple[TimelineStep, ...]


def statuses(connection: Connection, state: str) -> tuple[Counted, ...]:
    """The statuses that the state has towards agreements, the commonest first, with how many agreements each."""
    joined = _STANDINGS.join(_AGREEMENTS, _AGREEMENTS.c.agreement == _STANDINGS.c.agreement)
    wanted = select(_STANDINGS.c.status, func.count()).select_from(joined).where(*_told_of(state))
    found = connection.execute(wanted.group_by(_STANDINGS.c.status).order_by(func.count().desc(), _STANDINGS.c.status))
    return tuple(Counted(*row) for row in found)


def standings(
    connection: Connection, state: str, order: Sequence[str], status: str | None, limit: int | None, offset: int
) -> tuple[Stands, ...]:
    """The agreements that a state stands towards in some way, or in this way, by status in this order, then by name."""
    rank = {name: number for number, name in enumerate(order)}
    wanted = (
        select(_AGREEMENTS, _STANDINGS.c.status, _STANDINGS.c.since)
        .join(_STANDINGS, _STANDINGS.c.agreement == _AGREEMENTS.c.agreement)
        .where(*_told_of(state), *([_STANDINGS.c.status == clean(status)] if status else []))
    )
    ordered = wanted.order_by(_ranked(rank), _AGREEMENTS.c.folded, _AGREEMENTS.c.agreement)
    rows = connection.execute(ordered.limit(limit).offset(offset))
    return tuple(Stands(line_of(row), row.status, row.since) for row in rows)


def _told_of(state: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The state's standings towards agreements that are more than mentioned in passing."""
    return _STANDINGS.c.state == clean(state), _AGREEMENTS.c.passing.is_(False)


def _ranked(rank: dict[str, int]) -> ColumnElement[int]:
    return case(rank, value=_STANDINGS.c.status, else_=len(rank))


def dated(connection: Connection, since: str, until: str | None) -> tuple[Line, ...]:
    """The agreements with a day between two days (ISO) that pages expect or the law computes."""
    steps = select(_STEPS.c.agreement).where(
        _STEPS.c.modality.in_(["planned", "possible"]),
        _STEPS.c.rejected.is_(False),
        _STEPS.c.fulfilled.is_(False),
        _STEPS.c.date >= since[:4],
        or_(*(and_(func.length(_STEPS.c.date) == size, _STEPS.c.date >= since[:size]) for size in (4, 7, 10))),
        *([_STEPS.c.date <= until] if until else []),
    )
    computed = select(_DATES.c.agreement).where(_DATES.c.day >= since, *([_DATES.c.day <= until] if until else []))
    key = _AGREEMENTS.c.agreement
    wanted = select(_AGREEMENTS).where(_AGREEMENTS.c.passing.is_(False), or_(key.in_(steps), key.in_(computed)))
    return tuple(map(line_of, connection.execute(wanted.order_by(_AGREEMENTS.c.documents.desc(), key))))


def days(connection: Connection, key: str) -> tuple[Day, ...]:
    """The days that the law computes of an agreement."""
    wanted = select(_DATES).where(_DATES.c.agreement == key).order_by(_DATES.c.number)
    return tuple(Day(row.day, row.what, row.party, row.law, row.mark) for row in connection.execute(wanted))


def learned(connection: Connection, keys: Sequence[str], since: str) -> dict[str, Learned]:
    """What became known of each of these agreements after ``since``: the end of a day, or a moment in UTC."""
    moment = end_of(since)
    link, members = derived.step_sources, derived.members
    first, last = func.min(readings.c.recorded), func.max(readings.c.recorded)
    told = select(link.c.agreement, link.c.step, (first > moment).label("fresh")).join(
        readings, readings.c.reading == link.c.reading
    )
    told = told.where(link.c.agreement.in_(keys)).group_by(link.c.agreement, link.c.step).having(last > moment)
    numbers: dict[str, dict[int, bool]] = defaultdict(dict)
    for row in connection.execute(told):
        numbers[row.agreement][row.step] = bool(row.fresh)
    known = select(members.c.agreement).join(readings, readings.c.reading == members.c.reading)
    known = known.where(members.c.agreement.in_(keys)).group_by(members.c.agreement).having(first > moment)
    new = set(connection.execute(known).scalars())
    return {key: _learned(connection, key, numbers[key], key in new) for key in keys}


def _learned(connection: Connection, key: str, fresh: dict[int, bool], new: bool) -> Learned:
    every = whole(connection, key).steps
    steps = [(number, every[number]) for number in sorted(fresh) if number < len(every)]
    return Learned(
        new,
        tuple(step for number, step in steps if fresh[number]),
        tuple(step for number, step in steps if step.differ),
    )
