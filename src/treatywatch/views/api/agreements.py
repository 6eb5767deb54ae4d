"""Agreements: found, and each whole or in part."""

from datetime import date
from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import QueryParameter

from treatywatch.registry import Order, Registry
from treatywatch.service import timeline as timelines
from treatywatch.service.answers import DocumentLine, Dossier, Timeline
from treatywatch.service.conflicts import Conflict, conflicts
from treatywatch.service.dossier import dossier
from treatywatch.service.history import Learned, history
from treatywatch.service.search import Choices, FoundPage, Query, choices, find_agreements
from treatywatch.service.sources import sources
from treatywatch.views.api.parameters import AsOf, Key, KnownBy, Limit, Number, written
from treatywatch.views.api.problems import responses

Words = Annotated[str, QueryParameter(name="q", max_length=1000, description="Words of names, states and evidence.")]
OfState = Annotated[str | None, QueryParameter(name="state", max_length=200, description="A code or a name.")]
Filter = Annotated[str | None, QueryParameter(max_length=200)]
Since = Annotated[date | None, QueryParameter(description="A page was recorded after that day.")]
Sort = Annotated[Order, QueryParameter(description="fit: best first; without words, most documents first.")]
Flag = Annotated[bool, QueryParameter()]


@get("/agreements", operation_id="find_agreements", responses=responses(404), sync_to_thread=True)
def found(
    registry: NamedDependency[Registry],
    q: Words = "",
    of_state: OfState = None,
    form: Filter = None,
    stage: Filter = None,
    subject: Filter = None,
    year: Filter = None,
    changed_since: Since = None,
    in_conflict: Flag = False,
    passing: Flag = False,
    sort: Sort = "fit",
    limit: Limit = 50,
    page: Number = 1,
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> FoundPage:
    """The agreements that fit words and filters, a page at a time."""
    query = Query(
        words=q,
        state=of_state,
        form=form,
        stage=stage,
        subject=subject,
        year=year,
        changed_since=written(changed_since),
        in_conflict=in_conflict,
        passing=passing,
        sort=sort,
        limit=limit,
        page=page,
    )
    return find_agreements(registry, query, as_of=as_of, known_by=written(known_by))


@get("/choices", operation_id="list_choices", responses=responses(), sync_to_thread=True)
def listed_choices(registry: NamedDependency[Registry]) -> Choices:
    """The values that the filters of agreements can have, each with how many agreements have it."""
    return choices(registry)


@get("/agreements/{key:str}", operation_id="get_agreement", responses=responses(404), sync_to_thread=True)
def whole(registry: NamedDependency[Registry], key: Key, as_of: AsOf = None, known_by: KnownBy = None) -> Dossier:
    """Everything known of an agreement, each thing with its sources."""
    return dossier(registry, key, as_of=as_of, known_by=written(known_by))


@get("/agreements/{key:str}/timeline", operation_id="get_timeline", responses=responses(404), sync_to_thread=True)
def timeline(registry: NamedDependency[Registry], key: Key, as_of: AsOf = None, known_by: KnownBy = None) -> Timeline:
    """What has happened to an agreement, oldest first."""
    return timelines.timeline(registry, key, as_of=as_of, known_by=written(known_by))


@get("/agreements/{key:str}/history", operation_id="get_history", responses=responses(404), sync_to_thread=True)
def learned(registry: NamedDependency[Registry], key: Key) -> tuple[Learned, ...]:
    """What became known of an agreement when, and from which page."""
    return history(registry, key)


@get("/agreements/{key:str}/conflicts", operation_id="get_conflicts", responses=responses(404), sync_to_thread=True)
def disputed(registry: NamedDependency[Registry], key: Key) -> tuple[Conflict, ...]:
    """Where sources disagree on the day of a step, with each side's sources, and which one timelines show and why."""
    return conflicts(registry, key)


@get("/agreements/{key:str}/documents", operation_id="get_sources", responses=responses(404), sync_to_thread=True)
def documents(registry: NamedDependency[Registry], key: Key) -> tuple[DocumentLine, ...]:
    """The documents that speak of an agreement, oldest first."""
    return sources(registry, key)


router = Router(
    "/",
    route_handlers=[found, listed_choices, whole, timeline, learned, disputed, documents],
    tags=["agreements"],
)
