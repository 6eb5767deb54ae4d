"""Requests for a name that the pages do not have: another site's name that was made to lead to this machine."""

import re

from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

# RFC 9110, section 7.2; an IPv6 address stands in brackets.
_HOST = re.compile(rb"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::\d{1,5})?")


class Hosts(ASGIMiddleware):
    """Lets in requests for ``known`` names alone, against DNS rebinding."""

    scopes = (ScopeType.HTTP, ScopeType.ASGI, ScopeType.WEBSOCKET)

    def __init__(self, known: frozenset[str]) -> None:
        self._known = frozenset(name.casefold() for name in known)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass a request on, or raise HTTPException (421) for a name that is not known."""
        named = [value for name, value in scope["headers"] if name == b"host"]
        found = _HOST.fullmatch(named[0]) if len(named) == 1 else None
        if not found or (found[1] or found[2]).decode("ascii").casefold() not in self._known:
            raise HTTPException(
                status_code=421,
                detail="This name does not lead here. Whoever runs the server can allow it with --allow-host NAME.",
            )
        await next_app(scope, receive, send)
