"""All agreements: the page that a reader meets first."""

from datetime import date
from typing import Any

from litestar import Response, get
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.answers import Summary
from treatywatch.service.search import choices, find_agreements
from treatywatch.views.web.asked import Asked, Asking
from treatywatch.views.web.kept import Page
from treatywatch.views.web.looked_for import ORDERS, LookedFor, looked_for
from treatywatch.views.web.tables import Table, download, table


@get("/", name="agreements")
async def agreements(request: Asking) -> Page:
    """The agreements that fit a search and filters, a page at a time; all of them as a file with ``format``."""
    params = request.query_params

    def made(registry: Registry, today: date) -> Response[Any]:
        wanted = looked_for(params)
        if chosen := params.get("format"):
            return download(_table(registry, wanted, today), chosen)
        found = find_agreements(registry, wanted.query(today), today=today)
        counted = choices(registry, today=today)
        shown = {"asked": wanted, "found": found, "choices": counted, "orders": ORDERS}
        return Template("agreements.html", context=shown)

    return await Asked(request).answer(made, of_today=True)


def _table(registry: Registry, wanted: LookedFor, today: date) -> Table:
    found = find_agreements(registry, wanted.query(today, all_of_it=True), today=today).agreements
    headings = ("key", "name", "form", "parties", "stage", "last_step", "last_date", "pages", "conflicts")
    return table("agreements", headings, map(_row, found))


def _row(one: Summary) -> tuple[object, ...]:
    step, day = one.last or (None, None)
    return (one.key, one.name, one.form, one.parties, one.stage, step, day, one.documents, one.conflicts)
