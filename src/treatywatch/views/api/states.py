"""States and organisations."""

from datetime import date
from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import PathParameter, QueryParameter

from treatywatch.law.status import StateStatus
from treatywatch.registry import Counted, Registry
from treatywatch.service.search import choices
from treatywatch.service.state import StateAnswer, state_of
from treatywatch.views.api.parameters import Limit, Number
from treatywatch.views.api.problems import responses

Named = Annotated[str, PathParameter(description="A state or organisation: a code such as NOR, or a name.")]
Status = Annotated[StateStatus | None, QueryParameter(name="status", description="Only agreements of this status.")]


@get("/states", operation_id="list_states", responses=responses(), sync_to_thread=True)
def every(registry: NamedDependency[Registry]) -> tuple[Counted, ...]:
    """The codes of the states and organisations of which anything is told, each with how many agreements it has."""
    return choices(registry).states


@get("/states/{code:str}", operation_id="get_state", responses=responses(404), sync_to_thread=True)
def one(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    code: Named,
    status: Status = None,
    limit: Limit = 50,
    page: Number = 1,
) -> StateAnswer:
    """The agreements of a state by status, those that bind it first."""
    return state_of(registry, code, today, status=status, limit=limit, page=page)


router = Router("/", route_handlers=[every, one], tags=["states"])
