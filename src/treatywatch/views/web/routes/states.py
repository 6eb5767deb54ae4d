"""States and organisations: all of them, and one with its agreements by status."""

from datetime import date
from itertools import groupby
from typing import Annotated, Any

from litestar import Response, get
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.search import choices
from treatywatch.service.state import StateAnswer, state_of
from treatywatch.views.web.asked import Asked, Asking
from treatywatch.views.web.kept import Page
from treatywatch.views.web.tables import Table, download, table

_PER_PAGE = 100
_DOWNLOADED = 10_000

Status = Annotated[str, QueryParameter(name="status")]
Number = Annotated[int, QueryParameter(name="page", ge=1, le=1_000_000)]
Format = Annotated[str, QueryParameter(name="format")]


@get("/states", name="states")
async def states(request: Asking) -> Page:
    """All states and organisations that take part in an agreement, those with the most first."""

    def made(registry: Registry, today: date) -> Response[Any]:
        return Template("states.html", context={"found": choices(registry, today=today).states})

    return await Asked(request).answer(made, of_today=True)


@get("/states/{code:str}", name="state")
async def state(
    request: Asking,
    code: FromPath[str],
    status: Status = "",
    number: Number = 1,
    chosen: Format = "",
) -> Page:
    """The agreements of a state today, by how it stands towards them; all of them as a file with ``format``."""

    def made(registry: Registry, today: date) -> Response[Any]:
        limit, page = (_DOWNLOADED, 1) if chosen else (_PER_PAGE, number)
        found = state_of(registry, code, today, status=status or None, limit=limit, page=page)
        if chosen:
            return download(_table(found), chosen)
        return Template("state.html", context=_shown(found, status, number))

    return await Asked(request).answer(made, of_today=True)


def _shown(found: StateAnswer, status: str, number: int) -> dict[str, Any]:
    counts = {one.value: one.count for one in found.statuses}
    total = counts.get(status, 0) if status else sum(counts.values())
    return {
        "found": found,
        "groups": [(value, list(stands)) for value, stands in groupby(found.stands, key=lambda one: one.status)],
        "status": status,
        "number": number,
        "pages": max(1, -(-total // _PER_PAGE)),
    }


def _table(found: StateAnswer) -> Table:
    headings = ("key", "name", "form", "status", "since", "stage")
    rows = (
        (one.agreement.key, one.agreement.name, one.agreement.form, one.status, one.since, one.agreement.stage)
        for one in found.stands
    )
    return table(f"agreements-of-{found.state}", headings, rows)
