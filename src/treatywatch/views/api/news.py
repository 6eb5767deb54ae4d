"""What was learned lately, and what is to come."""

from datetime import date, timedelta
from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from treatywatch.registry import Registry
from treatywatch.service.coming import Coming, coming
from treatywatch.service.lately import LatelyPage, lately
from treatywatch.views.api.parameters import Limit, Number
from treatywatch.views.api.problems import responses

_YEAR = timedelta(days=366)

Since = Annotated[date, QueryParameter(name="since", description="What is new since the end of that day.")]
From = Annotated[date | None, QueryParameter(name="from", description="The first day; today if not given.")]
Until = Annotated[
    date | None, QueryParameter(name="until", description="The last day; a year from today if not given.")
]
About = Annotated[str | None, QueryParameter(name="agreement", description="Dates of this agreement alone.")]


@get("/changes", operation_id="list_changes", responses=responses(), sync_to_thread=True)
def changes(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    since: Since,
    limit: Limit = 20,
    page: Number = 1,
) -> LatelyPage:
    """What the registry has learned since a day, the latest first."""
    return lately(registry, since.isoformat(), today, limit=limit, page=page)


@get("/calendar", operation_id="list_calendar", responses=responses(404), sync_to_thread=True)
def calendar(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    first: From = None,
    until: Until = None,
    agreement: About = None,
) -> tuple[Coming, ...]:
    """What is planned or possible, and the days that the law computes, oldest first."""
    last = until or today + _YEAR
    return coming(registry, (first or today).isoformat(), today, agreement, last.isoformat())


router = Router("/", route_handlers=[changes, calendar], tags=["news"])
