"""Pages as they were read."""

from typing import Annotated

from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import PathParameter, QueryParameter

from treatywatch.registry import Page, PageRead, Registry
from treatywatch.service.evidence import evidence
from treatywatch.views.api.problems import responses

Hash = Annotated[str, PathParameter(description="SHA-256 of the text, 64 hex digits.")]
Named = Annotated[str, QueryParameter(name="named", max_length=2000, description="An id, an address, or a hash.")]


@get("/documents", operation_id="find_documents", responses=responses(), sync_to_thread=True)
def named(registry: NamedDependency[Registry], words: Named) -> tuple[Page, ...]:
    """The pages with this id, address or hash of the text (whole, or its first 12 digits), at most a few."""
    return registry.documents_meant(words)


@get("/documents/{sha256:str}", operation_id="get_document", responses=responses(404), sync_to_thread=True)
def one(registry: NamedDependency[Registry], sha256: Hash) -> PageRead:
    """The page whose text has this hash, as it came, with everything that was read on it and where."""
    return evidence(registry, sha256)


router = Router("/", route_handlers=[named, one], tags=["documents"])
