"""A browser's way from a visit to a session and out again, as the cookies that tell of it."""

from datetime import timedelta
from typing import NamedTuple

from litestar.datastructures import Cookie

from treatywatch.registry.accounts import SESSION
from treatywatch.registry.accounts.secrets import new_secret
from treatywatch.views.safety import cookies
from treatywatch.views.safety.forms import token_for
from treatywatch.views.safety.who import Asking


class Visit(NamedTuple):
    """A visit that may become a session: its cookie, and the token of its form."""

    cookie: Cookie
    token: str


def visit(asking: Asking) -> Visit:
    """The visit of this browser, begun if need be."""
    safety = asking.app.state.safety
    secret = asking.cookies.get(cookies.cookie_name(safety, cookies.VISIT)) or new_secret()
    return Visit(cookies.kept(safety, cookies.VISIT, secret), token_for(secret))


def begun(asking: Asking, secret: str) -> Cookie:
    """The cookie of a session that begins."""
    return cookies.kept(asking.app.state.safety, cookies.SESSION, secret, SESSION)


def ended(asking: Asking) -> Cookie:
    """The cookie that takes a session's away."""
    return cookies.kept(asking.app.state.safety, cookies.SESSION, "", timedelta(0))
