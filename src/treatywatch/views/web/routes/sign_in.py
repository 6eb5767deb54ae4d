"""Signing in and out."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import Body, QueryParameter
from litestar.response import Redirect, Template

from treatywatch.model import RefusedError
from treatywatch.registry.accounts import Accounts
from treatywatch.views.safety import Visit, address_of, begun, ended, form_is_ours, session_of, visit

_Asked = Request[Any, Any, State]
_HOME = "/"


class _Given(msgspec.Struct):
    """What the form sends."""

    name: str = ""
    password: str = ""
    next: str = _HOME


Next = Annotated[str, QueryParameter(name="next", max_length=2000)]


@get("/sign-in", name="sign-in", sync_to_thread=False)
def sign_in_page(request: _Asked, led_from: Next = _HOME) -> Template:
    """The form to sign in by; ``next`` is the page to go on to."""
    return _form(visit(request), "", led_from)


@post("/sign-in", guards=[form_is_ours], sync_to_thread=True)
def sign_in(
    request: _Asked,
    accounts: NamedDependency[Accounts],
    data: Annotated[_Given, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Response[Any]:
    """Begin a session, or show the form again with what was wrong."""
    try:
        session = accounts.sign_in(data.name, data.password, address=address_of(request))
    except RefusedError as error:
        return _form(visit(request), data.name, data.next, str(error))
    return Redirect(_within(data.next), status_code=303, cookies=[begun(request, session.secret)])


@post("/sign-out", guards=[form_is_ours], sync_to_thread=True)
def sign_out(request: _Asked, accounts: NamedDependency[Accounts]) -> Response[Any]:
    """End the session."""
    accounts.sign_out(session_of(request) or "", address=address_of(request))
    return Redirect(_HOME, status_code=303, cookies=[ended(request)])


def _form(here: Visit, name: str, led_from: str, told: str = "") -> Template:
    context = {"token": here.token, "name": name, "next": _within(led_from), "told": told}
    return Template("sign_in.html", context=context, cookies=[here.cookie], status_code=403 if told else 200)


def _within(address: str) -> str:
    """A page of this site; the first page for an address that would lead to another."""
    local = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if local else _HOME


router = Router("/", route_handlers=[sign_in_page, sign_in, sign_out])
