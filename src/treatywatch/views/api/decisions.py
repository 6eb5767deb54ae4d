"""What waits for a person's word, what people decided, and deciding."""

from datetime import date
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter, QueryParameter

from treatywatch.registry import Decision, Registry
from treatywatch.registry.accounts import Accounts, LogLine, Scope
from treatywatch.service import acting, review
from treatywatch.service.queue import Question, queue
from treatywatch.views.api.parameters import Limit, Number
from treatywatch.views.api.problems import responses
from treatywatch.views.api.schema import BEARER
from treatywatch.views.api.wanted import NewDecision
from treatywatch.views.safety import actor_of, may

_Asked = Request[Any, Any, State]
Which = Annotated[int, PathParameter(ge=1, le=2_000_000_000, description="The number of a decision.")]

Before = Annotated[int | None, QueryParameter(ge=1, le=2_000_000_000, description="Only lines before this number.")]


class DecisionsPage(msgspec.Struct, frozen=True):
    """One page of ``pages`` of the ``total`` decisions, the latest first."""

    total: int
    page: int
    pages: int
    decisions: tuple[Decision, ...]


@get(
    "/review",
    operation_id="list_questions",
    guards=[may(Scope.READ)],
    security=BEARER,
    responses=responses(401, 403),
    sync_to_thread=True,
)
def questions(
    registry: NamedDependency[Registry], today: NamedDependency[date], limit: Limit = 20
) -> tuple[Question, ...]:
    """What a person should decide, what most hangs on first, each answer with its evidence and what settles it so."""
    return queue(registry, today, limit=limit)


@get("/decisions", operation_id="list_decisions", responses=responses(), sync_to_thread=True)
def every(registry: NamedDependency[Registry], limit: Limit = 50, page: Number = 1) -> DecisionsPage:
    """Everything that people have decided, the latest first; also what was taken back."""
    made = review.decisions(registry)[::-1]
    start = (page - 1) * limit
    return DecisionsPage(len(made), page, max(1, -(-len(made) // limit)), made[start : start + limit])


@get("/decisions/{number:int}", operation_id="get_decision", responses=responses(404), sync_to_thread=True)
def one(registry: NamedDependency[Registry], number: Which) -> Decision:
    """A decision: what was decided by whom, when and why, and whether it was taken back."""
    return review.decision(registry, number)


@post(
    "/decisions",
    operation_id="decide",
    guards=[may(Scope.DECIDE)],
    security=BEARER,
    responses=responses(401, 403, 404, 413),
    sync_to_thread=True,
)
def decide(request: _Asked, registry: NamedDependency[Registry], data: JSONBody[NewDecision]) -> Response[Decision]:
    """Confirm, reject or correct a fact, hold two agreements for one or for two, or take a decision back.

    A decision outranks the pages, whose words stay beside it.
    """
    number = acting.decide(registry, actor_of(request), data.words(), data.because, here=data.here)
    made = review.decision(registry, number)
    return Response(made, status_code=201, headers={"Location": f"/api/v1/decisions/{number}"})


@get(
    "/log",
    operation_id="list_log",
    guards=[may(Scope.AUDIT)],
    security=BEARER,
    responses=responses(401, 403),
    sync_to_thread=True,
)
def log(accounts: NamedDependency[Accounts], limit: Limit = 50, before: Before = None) -> tuple[LogLine, ...]:
    """Who did what when, the latest first."""
    return accounts.log(limit, before)


router = Router("/", route_handlers=[questions, every, one, decide, log], tags=["decisions"])
