"""Evidence: a page as it was read, with every fact marked in its sentence."""

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.evidence import evidence
from treatywatch.views.web.marked_text import listed, marked_text


@get("/pages/{sha256:str}", name="page", sync_to_thread=True)
def page(registry: NamedDependency[Registry], sha256: FromPath[str]) -> Template:
    """The page whose text has this hash."""
    found = evidence(registry, sha256)
    context = {"page": found.document, "read": found, "segments": marked_text(found), "facts": listed(found)}
    return Template("page.html", context=context)
