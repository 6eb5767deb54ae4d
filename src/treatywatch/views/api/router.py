"""The table of everything that programs may ask."""

from litestar import Router

from treatywatch.views.api import agreements, decisions, documents, law, news, states
from treatywatch.views.api.conditional import Conditional

router = Router(
    "/api/v1",
    route_handlers=[
        agreements.router,
        law.router,
        states.router,
        documents.router,
        news.router,
        decisions.router,
    ],
    middleware=[Conditional()],
    include_in_schema=True,
)
