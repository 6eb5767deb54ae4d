"""What a reader is told when a page cannot be shown."""

from typing import Any
from urllib.parse import urlencode

from litestar import Request, Response
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Template
from litestar.types import ExceptionHandlersMap

from treatywatch.model import InputError, NotFoundError, RefusedError, RegistryError

_Asked = Request[object, object, State]

_CODES = ((NotFoundError, 404), (InputError, 400), (RefusedError, 403), (RegistryError, 503))
_TITLES = {
    400: "This was not understood",
    403: "You may not do this",
    404: "Nothing of that name is here",
    405: "This cannot be done here",
    413: "This is too large",
    421: "This name does not lead here",
    429: "That was a little too fast",
}


def on_purpose(_: _Asked, error: Exception) -> Template:
    """The page of an error that the program raised on purpose: its message names the cure."""
    code = next(code for kind, code in _CODES if isinstance(error, kind))
    return _page(code, str(error))


def of_http(request: _Asked, error: HTTPException) -> Response[Any]:
    """The page of an address that leads nowhere, or of a question not understood; who must sign in is led there."""
    if error.status_code == 401:
        return Redirect(f"/sign-in?{urlencode({'next': request.url.path})}", status_code=303)
    told = f"No page has the address {request.url.path}." if error.status_code == 404 else error.detail
    return _page(error.status_code, told, error.headers)


def _page(code: int, told: str, headers: dict[str, str] | None = None) -> Template:
    title = _TITLES.get(code, "This page cannot be shown")
    return Template("error.html", context={"title": title, "told": told}, status_code=code, headers=headers)


def of_defect(_: _Asked, __: Exception) -> Template:
    """The page of an error that nobody foresaw."""
    return _page(500, "The server has a defect: its log tells more. Please report it.")


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    NotFoundError: on_purpose,
    InputError: on_purpose,
    RefusedError: on_purpose,
    RegistryError: on_purpose,
    HTTPException: of_http,
    500: of_defect,
}
"""What turns each kind of error into a page."""
