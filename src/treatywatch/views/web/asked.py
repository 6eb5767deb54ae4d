"""A page that is asked for: answered from one state of the registry, in one go, and not made twice."""

import gzip
import hashlib
from asyncio import get_running_loop
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from litestar import Request, Response
from litestar.datastructures import State

from treatywatch import __version__
from treatywatch.registry import Registry
from treatywatch.service.computed import settle, settled
from treatywatch.views.web.kept import Kept, Page

_SMALL = 1_000  # bytes below which compressing gains nothing
_LEVEL = 1  # of zlib: half the time of the fourth, for a fifth more bytes

_THREADS = 2  # that make pages: more only wait for one another, and each fills a connection's memory

Asking = Request[Any, Any, State]
Make = Callable[[Registry, date], Response[Any]]


class Pages:
    """What one process has to answer with: pages kept, and threads that make others."""

    def __init__(self) -> None:
        self.kept = Kept()
        self.threads = ThreadPoolExecutor(_THREADS, "pages")

    def close(self) -> None:
        """Make no more pages."""
        self.threads.shutdown()


class Asked:
    """One request for a page.

    An answer to those who have not signed in is kept while the registry and the day are the same. It has an entity tag
    of these and of its address (RFC 9110, section 8.8.3): who has it is answered 304. What is shown to signed-in people
    is neither kept nor compressed, since it holds secrets of their forms.
    """

    def __init__(self, request: Asking) -> None:
        state, pages = request.app.state, request.app.state.pages
        self._request = request
        self._kept: Kept = pages.kept
        self._threads: ThreadPoolExecutor = pages.threads
        self._registry: Registry = state.registry
        self._today: date = state.today()

    async def answer(self, make: Make, *, of_today: bool = False) -> Page:
        """What ``make`` makes of the registry and the day, or the same as kept from before.

        ``make`` is called in a thread, in which templates are filled and answers compressed too: each change of threads
        costs a page a tenth of a millisecond. ``of_today`` is for pages that show what the law computes of many
        agreements: it is seen to first that this holds today.
        """
        return await get_running_loop().run_in_executor(self._threads, self._answer, make, of_today)

    def _answer(self, make: Make, of_today: bool) -> Page:
        with self._registry.at_once():
            if not of_today or settled(self._registry, self._today):
                return self._answered(make)
        settle(self._registry, self._today)
        with self._registry.at_once():
            return self._answered(make)

    def _answered(self, make: Make) -> Page:
        if self._request.scope.get("user") is not None:
            return self._made(make)
        compressed = "gzip" in self._request.headers.get("accept-encoding", "")
        tag = self._tag(compressed)
        if tag in self._request.headers.get("if-none-match", ""):
            return Page(304, _told(tag), b"")
        page = self._kept.find(tag)
        if page is None:
            page = _tagged(self._made(make), tag, compressed)
            self._kept.keep(tag, page)
        return page

    def _made(self, make: Make) -> Page:
        made = make(self._registry, self._today).to_asgi_response(app=None, request=self._request)
        return Page(made.status_code, tuple(made.encode_headers()), made.body)

    def _tag(self, compressed: bool) -> str:
        """The entity tag of what the address answers now; a weak one, since compressed or not it says the same."""
        scope = self._request.scope
        state = (__version__, self._registry.revision(), self._today.isoformat())
        host = self._request.headers.get("host", "")
        told = "\n".join((*state, host, scope["path"], scope["query_string"].decode("latin-1")))
        name = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return f'W/"{name}{"-gzip" if compressed else ""}"'


def _tagged(page: Page, tag: str, compressed: bool) -> Page:
    headers, body = page.headers, page.body
    if compressed and len(body) >= _SMALL:
        body = gzip.compress(body, _LEVEL)
        length = (b"content-length", str(len(body)).encode("ascii"))
        headers = (*(each for each in headers if each[0] != length[0]), length, (b"content-encoding", b"gzip"))
    return Page(page.status, (*headers, *_told(tag)), body)


def _told(tag: str) -> tuple[tuple[bytes, bytes], ...]:
    return ((b"etag", tag.encode("ascii")), (b"vary", b"accept-encoding, cookie"))
