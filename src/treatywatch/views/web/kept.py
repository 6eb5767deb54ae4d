"""Pages kept as long as they hold: told apart by revision and day, compressed once, not sent to who has them."""

import gzip
import hashlib
from collections import OrderedDict
from typing import NamedTuple

from litestar.concurrency import sync_to_thread
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send

from treatywatch import __version__

_ROOM = 16_000_000  # bytes of pages kept by one process: some two thousand
_SMALL = 1_000  # bytes below which compressing gains nothing
_LEVEL = 4  # of zlib: a third of the time of the highest, for a twentieth more bytes


class Page(NamedTuple):
    """An answer as it is sent."""

    start: HTTPResponseStartEvent
    body: bytes


class Kept(ASGIMiddleware):
    """Answers those who have not signed in from what was answered before, while the registry and the day are the same.

    Each answer has an entity tag of these and of its address (RFC 9110, section 8.8.3): who has it is answered 304.
    What is shown to signed-in people is neither kept nor compressed, since it holds secrets of their forms.
    """

    scopes = (ScopeType.HTTP,)

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self.held = 0  # bytes
        self._pages: OrderedDict[str, Page] = OrderedDict()

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Answer from what is kept, or pass the request on and keep the answer."""
        if scope["type"] != ScopeType.HTTP or scope["method"] != "GET" or scope.get("user") is not None:
            await next_app(scope, receive, send)
            return
        headers = Headers(scope["headers"])
        tag = await _tag(scope, "gzip" in headers.get("accept-encoding", ""))
        if tag in headers.get("if-none-match", ""):
            await _send(Page({"type": "http.response.start", "status": 304, "headers": _headers(tag)}, b""), send)
            return
        page = self._pages.get(tag)
        if page is not None:
            self._pages.move_to_end(tag)
            await _send(page, send)
            return
        await next_app(scope, receive, _Keeping(self, tag, send))

    def keep(self, tag: str, page: Page) -> None:
        """Keep an answer, and let those go that were asked for longest ago when there is no room."""
        if tag in self._pages:
            return
        self._pages[tag] = page
        self.held += len(page.body)
        while self.held > self._room:
            _, gone = self._pages.popitem(last=False)
            self.held -= len(gone.body)


class _Keeping:
    """Gathers an answer, and sends it on whole, with its tag and compressed where that was asked for."""

    def __init__(self, kept: Kept, tag: str, send: Send) -> None:
        self._kept, self._tag, self._send = kept, tag, send
        self._start: HTTPResponseStartEvent | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
        elif message["type"] == "http.response.body" and self._start is not None:
            self._body += message["body"]
            if not message["more_body"]:
                await self._whole(self._start)
        else:
            await self._send(message)

    async def _whole(self, start: HTTPResponseStartEvent) -> None:
        headers = MutableScopeHeaders(start)
        body = bytes(self._body)
        if start["status"] != 200 or "set-cookie" in headers:
            await _send(Page(start, body), self._send)
            return
        if self._tag.endswith('gzip"') and len(body) >= _SMALL and "content-encoding" not in headers:
            body = await sync_to_thread(gzip.compress, body, _LEVEL)
            headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
        start["headers"] = [*start["headers"], *_headers(self._tag)]
        page = Page(start, body)
        self._kept.keep(self._tag, page)
        await _send(page, self._send)


async def _tag(scope: Scope, compressed: bool) -> str:
    """The entity tag of what an address answers now; a weak one, since compressed or not it says the same."""
    state = scope["litestar_app"].state
    revision = await sync_to_thread(state.registry.revision)
    host = Headers(scope["headers"]).get("host", "")
    address = (scope["path"], scope["query_string"].decode("latin-1"))
    told = "\n".join((__version__, revision, state.today().isoformat(), host, *address))
    name = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f'W/"{name}{"-gzip" if compressed else ""}"'


def _headers(tag: str) -> list[tuple[bytes, bytes]]:
    return [(b"etag", tag.encode("ascii")), (b"vary", b"accept-encoding, cookie")]


async def _send(page: Page, send: Send) -> None:
    await send({**page.start, "headers": list(page.start["headers"])})
    await send({"type": "http.response.body", "body": page.body, "more_body": False})
