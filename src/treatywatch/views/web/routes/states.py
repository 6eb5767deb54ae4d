"""States and organisations: all of them, and one with its agreements by status."""

from datetime import date
from itertools import groupby
from typing import Annotated

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.search import choices
from treatywatch.service.state import StateAnswer, state_of
from treatywatch.views.web.tables import Table, download, table

_PER_PAGE = 100
_DOWNLOADED = 10_000

Status = Annotated[str, QueryParameter(name="status")]
Number = Annotated[int, QueryParameter(name="page", ge=1, le=1_000_000)]
Format = Annotated[str, QueryParameter(name="format")]


@get("/states", name="states", sync_to_thread=True)
def states(registry: NamedDependency[Registry], today: NamedDependency[date]) -> Template:
    """All states and organisations that take part in an agreement, those with the most first."""
    return Template("states.html", context={"found": choices(registry, today=today).states})


@get("/states/{code:str}", name="state", sync_to_thread=True)
def state(
    registry: NamedDependency[Registry],
    today: NamedDependency[date],
    code: FromPath[str],
    status: Status = "",
    number: Number = 1,
    chosen: Format = "",
) -> Template | Response[bytes]:
    """The agreements of a state today, by how it stands towards them; all of them as a file with ``format``."""
    if chosen:
        return download(_table(state_of(registry, code, today, status=status or None, limit=_DOWNLOADED)), chosen)
    found = state_of(registry, code, today, status=status or None, limit=_PER_PAGE, page=number)
    counts = {one.value: one.count for one in found.statuses}
    total = counts.get(status, 0) if status else sum(counts.values())
    groups = [(value, list(stands)) for value, stands in groupby(found.stands, key=lambda one: one.status)]
    context = {
        "found": found,
        "groups": groups,
        "status": status,
        "number": number,
        "pages": max(1, -(-total // _PER_PAGE)),
    }
    return Template("state.html", context=context)


def _table(found: StateAnswer) -> Table:
    headings = ("key", "name", "form", "status", "since", "stage")
    rows = (
        (one.agreement.key, one.agreement.name, one.agreement.form, one.status, one.since, one.agreement.stage)
        for one in found.stands
    )
    return table(f"agreements-of-{found.state}", headings, rows)
