"""All agreements of a state, by how it stands towards them."""

from datetime import date

import msgspec

from treatywatch.language.names import state_name
from treatywatch.law.status import StateStatus
from treatywatch.model import InputError
from treatywatch.registry import Counted, Registry
from treatywatch.service.answers import Summary
from treatywatch.service.computed import settle
from treatywatch.service.search import code_of
from treatywatch.service.shaping import listed

ORDER = (
    StateStatus.PARTY,
    StateStatus.WITHDRAWING,
    StateStatus.SUSPENDED,
    StateStatus.PROVISIONAL_APPLIER,
    StateStatus.CONTRACTING,
    StateStatus.SIGNATORY,
    StateStatus.NEGOTIATING,
    StateStatus.FORMER_PARTY,
    StateStatus.UNKNOWN,
    StateStatus.THIRD_STATE,
)
"""Statuses in the order in which a state's agreements are listed: those that bind it first."""


class Stand(msgspec.Struct, frozen=True):
    """An agreement, the state's ``status`` towards it today, and the first day of that where it is known."""

    agreement: Summary
    status: StateStatus
    since: str | None


class StateAnswer(msgspec.Struct, frozen=True):
    """A state or organisation with its agreements by status; ``statuses`` counts them all, ``stands`` is one page."""

    state: str
    name: str
    as_of: str
    statuses: tuple[Counted, ...]
    stands: tuple[Stand, ...]


def state_of(
    registry: Registry,
    state: str,
    today: date,
    *,
    status: str | None = None,
    limit: int | None = None,
    page: int = 1,
) -> StateAnswer:
    """The agreements of a state (a code, name or demonym) on ``today``, by status and then by name.

    ``status`` limits them to one status; ``limit`` and ``page``, from 1, give a page. Raises NotFoundError for a state
    nobody knows, InputError for no status or a page that cannot be.
    """
    if status is not None and status not in set(StateStatus):
        raise InputError(f"{status!r} is no status of a state; there are {', '.join(StateStatus)}")
    if page < 1 or (limit is not None and limit < 1):
        raise InputError(f"page {page} of {limit}: pages count from 1 and have 1 agreement or more")
    settle(registry, today)
    code = code_of(state)
    found = registry.standings(code, ORDER, status, limit, (page - 1) * (limit or 0))
    return StateAnswer(
        state=code,
        name=state_name(code),
        as_of=today.isoformat(),
        statuses=tuple(sorted(registry.statuses(code), key=lambda one: ORDER.index(StateStatus(one.value)))),
        stands=tuple(Stand(listed(each.line), StateStatus(each.status), each.since) for each in found),
    )
