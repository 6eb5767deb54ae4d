"""What a reader is told when a page cannot be shown."""

from litestar import Request
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.response import Template
from litestar.types import ExceptionHandlersMap

from treatywatch.model import InputError, NotFoundError, RegistryError

_Asked = Request[object, object, State]

_CODES = ((NotFoundError, 404), (InputError, 400), (RegistryError, 503))
_TITLES = {400: "This was not understood", 404: "Nothing of that name is here", 405: "This cannot be done here"}


def on_purpose(_: _Asked, error: Exception) -> Template:
    """The page of an error that the program raised on purpose: its message names the cure."""
    code = next(code for kind, code in _CODES if isinstance(error, kind))
    return _page(code, str(error))


def of_http(request: _Asked, error: HTTPException) -> Template:
    """The page of an address that leads nowhere, or of a question that cannot be read."""
    told = f"No page has the address {request.url.path}." if error.status_code == 404 else error.detail
    return _page(error.status_code, told)


def _page(code: int, told: str) -> Template:
    title = _TITLES.get(code, "This page cannot be shown")
    return Template("error.html", context={"title": title, "told": told}, status_code=code)


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    NotFoundError: on_purpose,
    InputError: on_purpose,
    RegistryError: on_purpose,
    HTTPException: of_http,
}
"""What turns each kind of error into a page."""
