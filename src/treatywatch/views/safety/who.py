"""Who asks: by the cookie of a sign-in on the pages, by a token on the API, and nobody otherwise."""

from typing import Any

from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.enums import ScopeType
from litestar.exceptions import NotAuthorizedException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from treatywatch.registry.accounts import Accounts, Guest
from treatywatch.service.acting import Actor
from treatywatch.views.safety.cookies import SESSION, cookie_name

API = "/api/"
"""Where programs ask: there tokens count and cookies do not, so that no other site can write through a browser."""

Asking = ASGIConnection[Any, Any, Any, State]


class Recognise(ASGIMiddleware):
    """Puts the guest who asks, or None, into the scope's ``user``."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Recognise who asks, and pass the request on; raises NotAuthorizedException for a token that is none."""
        asking: Asking = ASGIConnection(scope)
        accounts = Accounts(asking.app.state.registry)
        token = bearer_of(asking)
        session = session_of(asking)
        if token is not None:
            scope["user"] = await sync_to_thread(accounts.bearer, token)
            if scope["user"] is None:
                told = "This token is unknown, or has ended: treatywatch user token makes another."
                raise NotAuthorizedException(told, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
        elif session is not None:
            scope["user"] = await sync_to_thread(accounts.signed_in, session)
        else:
            scope["user"] = None
        await next_app(scope, receive, send)


def bearer_of(asking: Asking) -> str | None:
    """The token that came with a question to the API (RFC 6750, section 2.1)."""
    if not asking.scope["path"].startswith(API):
        return None
    kind, _, token = asking.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.casefold() == "bearer" else None


def session_of(asking: Asking) -> str | None:
    """The secret of the sign-in by which a page is asked for."""
    if asking.scope["path"].startswith(API):
        return None
    return asking.cookies.get(cookie_name(asking.app.state.safety, SESSION))


def guest_of(asking: Asking) -> Guest | None:
    """Who asks; None for nobody in particular."""
    guest: Guest | None = asking.scope.get("user")
    return guest


def actor_of(asking: Asking) -> Actor:
    """Who acts, where a guard has made sure that somebody does."""
    guest = guest_of(asking)
    return Actor(guest.account.name if guest else "", address_of(asking))


def address_of(asking: Asking) -> str:
    """The network address that a request came from."""
    return asking.client.host if asking.client else ""
