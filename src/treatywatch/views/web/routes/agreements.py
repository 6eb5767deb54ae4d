"""All agreements: the page that a reader meets first."""

from typing import Annotated

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.listing import listing

_PER_PAGE = 50

PageNumber = Annotated[int, QueryParameter(name="page", ge=1, le=1_000_000)]


@get("/", name="agreements", sync_to_thread=True)
def agreements(registry: NamedDependency[Registry], number: PageNumber = 1) -> Template:
    """The agreements, those that most documents speak of first."""
    found = listing(registry, limit=_PER_PAGE + 1, offset=(number - 1) * _PER_PAGE)
    context = {"found": found[:_PER_PAGE], "number": number, "more": len(found) > _PER_PAGE}
    return Template("agreements.html", context=context)
