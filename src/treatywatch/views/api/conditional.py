"""Answers that a program has already are not sent again (RFC 9110, section 13)."""

import hashlib
from typing import Any

from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

_KEPT = frozenset({"etag", "cache-control", "content-location", "expires", "vary"})


class Conditional(ASGIMiddleware):
    """Gives each answer to GET its ETag, a hash of its bytes; answers 304 when the program names the same."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass a question on, and hold its answer back until its bytes are known."""
        if scope.get("method") != "GET":
            await next_app(scope, receive, send)
            return
        held: list[Any] = []

        async def hold(message: Message) -> None:
            held.append(message)
            if message["type"] == "http.response.body" and not message["more_body"]:
                for each in _answer(held, Headers.from_scope(scope).get("if-none-match")):
                    await send(each)

        await next_app(scope, receive, hold)


def _answer(held: list[Any], known: str | None) -> list[Any]:
    start, body = held[0], b"".join(each.get("body", b"") for each in held[1:])
    if start["status"] != 200:
        return held
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = MutableScopeHeaders(start)
    headers["etag"] = tag
    if known is None or not _names(known, tag):
        return held
    start["status"] = 304
    start["headers"] = [pair for pair in start["headers"] if pair[0].decode("latin-1").lower() in _KEPT]
    return [start, {"type": "http.response.body", "body": b"", "more_body": False}]


def _names(known: str, tag: str) -> bool:
    """Whether If-None-Match holds the tag; by weak comparison, as it asks (RFC 9110, section 13.1.2)."""
    return known.strip() == "*" or tag in (one.strip().removeprefix("W/") for one in known.split(","))
