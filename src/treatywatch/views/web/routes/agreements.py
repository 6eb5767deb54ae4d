"""All agreements: the page that a reader meets first."""

from datetime import date

from litestar import Request, Response, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.answers import Summary
from treatywatch.service.computed import settle
from treatywatch.service.search import choices, find_agreements
from treatywatch.views.web.looked_for import ORDERS, Asked, looked_for
from treatywatch.views.web.tables import Table, download, table


@get("/", name="agreements", sync_to_thread=True)
def agreements(
    request: Request[object, object, State], registry: NamedDependency[Registry], today: NamedDependency[date]
) -> Template | Response[bytes]:
    """The agreements that fit a search and filters, a page at a time; all of them as a file with ``format``."""
    params = request.query_params
    asked = looked_for(params)
    if chosen := params.get("format"):
        return download(_table(registry, asked, today), chosen)
    settle(registry, today)
    with registry.at_once():
        found = find_agreements(registry, asked.query(today), today=today)
        counted = choices(registry, today=today)
    return Template("agreements.html", context={"asked": asked, "found": found, "choices": counted, "orders": ORDERS})


def _table(registry: Registry, asked: Asked, today: date) -> Table:
    found = find_agreements(registry, asked.query(today, all_of_it=True), today=today).agreements
    headings = ("key", "name", "form", "parties", "stage", "last_step", "last_date", "pages", "conflicts")
    return table("agreements", headings, map(_row, found))


def _row(one: Summary) -> tuple[object, ...]:
    step, day = one.last or (None, None)
    return (one.key, one.name, one.form, one.parties, one.stage, step, day, one.documents, one.conflicts)
