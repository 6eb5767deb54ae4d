"""When states began and ended, and which goes on with the treaties of which."""

from functools import cache

import msgspec

from treatywatch.law.when import FIRST, NEVER, days
from treatywatch.model.data import load_data


class StateLife(msgspec.Struct, frozen=True, rename={"from_": "from"}, forbid_unknown_fields=True):
    """First and last day of a state, and the states whose treaties it goes on with."""

    from_: str | None = None
    until: str | None = None
    continues: tuple[str, ...] = ()
    note: str | None = None


class _StateFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    organisations: frozenset[str]
    states: dict[str, StateLife]


@cache
def _file() -> _StateFile:
    table: _StateFile = load_data("treatywatch.law", "states.yaml", _StateFile)
    return table


def state_lives() -> dict[str, StateLife]:
    """Every state with a beginning or end that matters, by its code."""
    return _file().states


def organisations() -> frozenset[str]:
    """The codes of parties that are organisations: their instruments count only where the agreement says so."""
    return _file().organisations


@cache
def lifetime(code: str) -> tuple[int, int]:
    """First and last day number of the state; all of time when the table does not bound it."""
    life = state_lives().get(code)
    if life is None:
        return FIRST, NEVER
    return (days(life.from_)[0], days(life.until)[1])


@cache
def continuator(code: str) -> str:
    """The state that goes on with the treaties of ``code``: itself, unless it ended and another continues it."""
    for later, life in state_lives().items():
        if code in life.continues:
            return later
    return code


def name_on(code: str, day: int) -> str:
    """The code under which the continued state stood on that day (SUN before 27 December 1991 for RUS)."""
    life = state_lives().get(code)
    for earlier in life.continues if life else ():
        if day <= lifetime(earlier)[1]:
            return earlier
    return code
