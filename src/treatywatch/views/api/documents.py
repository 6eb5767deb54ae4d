"""Pages as they were read."""

from datetime import date
from typing import Annotated, Any

from litestar import Request, Response, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import JSONBody, PathParameter, QueryParameter

from treatywatch.model import Problem
from treatywatch.registry import Page, Registry
from treatywatch.registry import PageRead as Evidence
from treatywatch.registry.accounts import Scope
from treatywatch.service.adding import NewText, add_page, read_text
from treatywatch.service.answers import Added
from treatywatch.service.evidence import evidence
from treatywatch.service.pages import PageRead
from treatywatch.views.api.problems import details, responses
from treatywatch.views.api.schema import BEARER
from treatywatch.views.safety import actor_of, may

_Asked = Request[Any, Any, State]

Hash = Annotated[str, PathParameter(description="SHA-256 of the text, 64 hex digits.")]
Named = Annotated[str, QueryParameter(name="named", max_length=2000, description="An id, an address, or a hash.")]


@get("/documents", operation_id="find_documents", responses=responses(), sync_to_thread=True)
def named(registry: NamedDependency[Registry], words: Named) -> tuple[Page, ...]:
    """The pages with this id, address or hash of the text (whole, or its first 12 digits), at most a few."""
    return registry.documents_meant(words)


@get("/documents/{sha256:str}", operation_id="get_document", responses=responses(404), sync_to_thread=True)
def one(registry: NamedDependency[Registry], sha256: Hash) -> Evidence:
    """The page whose text has this hash, as it came, with everything that was read on it and where."""
    return evidence(registry, sha256)


@post(
    "/documents",
    operation_id="add_document",
    guards=[may(Scope.ADD)],
    security=BEARER,
    responses={200: ResponseSpec(Added), 201: ResponseSpec(Added)} | responses(401, 403, 413, 422),
    sync_to_thread=True,
)
def add(
    request: _Asked, registry: NamedDependency[Registry], today: NamedDependency[date], data: JSONBody[NewText]
) -> Response[Any]:
    """Read a text, and add it to the registry: 201 for a new one, 200 for one that is there already.

    What cannot be read, or was forgotten for good, is answered 422.
    """
    found = read_text(data)
    page = next((one for one in found if not isinstance(one, Problem)), found[0])
    done = add_page(registry, actor_of(request), page, today)
    if isinstance(done, Problem):
        return details(422, done.line())
    headers = {"Location": f"/api/v1/documents/{page.document.sha256}"} if isinstance(page, PageRead) else {}
    return Response(done, status_code=201 if done.new else 200, headers=headers)


router = Router("/", route_handlers=[named, one, add], tags=["documents"])
