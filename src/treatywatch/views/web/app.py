"""The web application: its pages, and the registry that they ask."""

from collections.abc import Callable, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path

from litestar import Litestar
from litestar.datastructures import CacheControlHeader, State
from litestar.di import Provide
from litestar.router import Router
from litestar.static_files import create_static_files_router
from litestar.types import ControllerRouterHandler, Middleware

from treatywatch.registry import Registry, open_registry
from treatywatch.views.api.problems import beside
from treatywatch.views.api.router import router as api
from treatywatch.views.api.schema import Spans, Tuples, openapi
from treatywatch.views.safety import Safety, SafetyPlugin
from treatywatch.views.web.asked import Pages
from treatywatch.views.web.errors import EXCEPTION_HANDLERS
from treatywatch.views.web.head import Answering
from treatywatch.views.web.recent import Recent
from treatywatch.views.web.routes import add, agreement, agreements, dates, page, review, sign_in, states
from treatywatch.views.web.templating import template_config

PAGES: tuple[ControllerRouterHandler, ...] = (
    agreements.agreements,
    agreement.agreement,
    agreement.world,
    page.page,
    states.states,
    states.state,
    dates.calendar,
    dates.calendar_file,
    dates.news,
    dates.news_feed,
)
"""What a reader may open."""

SIGNED_IN: tuple[ControllerRouterHandler, ...] = (sign_in.router, review.router, add.router)
"""How one signs in, and what those may open who have."""

_A_DAY = 86_400  # seconds
_SAFETY = Safety()


def create_app(
    place: str,
    *,
    today: Callable[[], date] = date.today,
    safety: Safety = _SAFETY,
    more: Sequence[ControllerRouterHandler] = (),
    middleware: Sequence[Middleware] = (),
) -> Litestar:
    """The application on the registry at ``place``, which must exist; it is closed when the application ends.

    ``today`` tells the day that statuses are computed for, ``safety`` what is let in, ``more`` are further routes.
    Raises RegistryError when the registry cannot be opened.
    """
    registry, pages = open_registry(place, create=False), Pages()
    return Answering(
        route_handlers=[
            Router("/", route_handlers=PAGES, include_in_schema=False),
            Router("/", route_handlers=SIGNED_IN, include_in_schema=False),
            _static(),
            api,
            *more,
        ],
        dependencies={
            "registry": Provide(_registry, sync_to_thread=False),
            "today": Provide(_today, sync_to_thread=False),
            "recent": Provide(_recent, sync_to_thread=False),
        },
        state=State({"registry": registry, "today": today, "recent": Recent(), "pages": pages}),
        exception_handlers=beside(EXCEPTION_HANDLERS),
        middleware=middleware,
        template_config=template_config(),
        on_shutdown=[pages.close, registry.close],
        openapi_config=openapi(),
        plugins=[SafetyPlugin(safety), Spans(), Tuples()],
        request_max_body_size=safety.body,
    )


def _registry(state: State) -> Registry:
    registry: Registry = state.registry
    return registry


def _today(state: State) -> date:
    today: date = state.today()
    return today


def _recent(state: State) -> Recent:
    recent: Recent = state.recent
    return recent


def _static() -> Router:
    folder = Path(str(files("treatywatch.views.web"))) / "static"
    return create_static_files_router("/static", [folder], cache_control=CacheControlHeader(max_age=_A_DAY))
