"""Evidence: a page as it was read, with every fact marked in its sentence."""

from datetime import date
from typing import Any

from litestar import Response, get
from litestar.params import FromPath
from litestar.response import Template

from treatywatch.registry import Registry
from treatywatch.service.evidence import evidence
from treatywatch.views.web.asked import Asked, Asking
from treatywatch.views.web.kept import Page
from treatywatch.views.web.marked_text import listed, marked_text


@get("/pages/{sha256:str}", name="page")
async def page(request: Asking, sha256: FromPath[str]) -> Page:
    """The page whose text has this hash."""

    def made(registry: Registry, _: date) -> Response[Any]:
        found = evidence(registry, sha256)
        context = {"page": found.document, "read": found, "segments": marked_text(found), "facts": listed(found)}
        return Template("page.html", context=context)

    return await Asked(request).answer(made)
