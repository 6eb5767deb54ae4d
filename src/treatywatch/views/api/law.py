"""What the law says of an agreement on a day: status, next steps, states, and what looks wrong."""

from datetime import date

from litestar import Router, get
from litestar.di import NamedDependency

from treatywatch.registry import Registry
from treatywatch.service.participation import Participation, participation
from treatywatch.service.status import CheckAnswer, NextAnswer, StatusAnswer, check_of, next_of, status_of
from treatywatch.views.api.parameters import Key, KnownBy, OnDay
from treatywatch.views.api.problems import responses


@get("/agreements/{key:str}/status", operation_id="get_status", responses=responses(404), sync_to_thread=True)
def status(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    key: Key,
    as_of: OnDay = None,
    known_by: KnownBy = None,
) -> StatusAnswer:
    """The status of an agreement and of each state on a day, as known on a day, each with rule, article and quotes."""
    return status_of(registry, key, as_of or today, known_by)


@get("/agreements/{key:str}/next", operation_id="get_next_steps", responses=responses(404), sync_to_thread=True)
def next_steps(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    key: Key,
    as_of: OnDay = None,
    known_by: KnownBy = None,
) -> NextAnswer:
    """What must or may come next for whom and under which article, and what entry into force lacks."""
    return next_of(registry, key, as_of or today, known_by)


@get("/agreements/{key:str}/states", operation_id="get_participation", responses=responses(404), sync_to_thread=True)
def states(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    key: Key,
    as_of: OnDay = None,
    known_by: KnownBy = None,
) -> Participation:
    """Which states take part in an agreement: when each signed, consented and was bound."""
    return participation(registry, key, as_of or today, known_by)


@get("/agreements/{key:str}/check", operation_id="get_check", responses=responses(404), sync_to_thread=True)
def check(registry: NamedDependency[Registry], today: NamedDependency[date], key: Key) -> CheckAnswer:
    """What cannot be or looks wrong in what is told of an agreement."""
    return check_of(registry, key, today)


router = Router("/", route_handlers=[status, next_steps, states, check], tags=["agreements"])
