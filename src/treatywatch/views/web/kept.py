"""Answers kept as long as they hold: as many as there is room for."""

from collections import OrderedDict
from threading import Lock

from litestar.types import Receive, Scope, Send

_ROOM = 16_000_000  # bytes of pages kept by one process: some two thousand


class Page:
    """An answer as it is sent, as often as it is."""

    __slots__ = ("body", "headers", "status")

    def __init__(self, status: int, headers: tuple[tuple[bytes, bytes], ...], body: bytes) -> None:
        self.status = status
        self.headers = headers
        self.body = body

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send it."""
        await send({"type": "http.response.start", "status": self.status, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": self.body, "more_body": False})


class Kept:
    """Pages by the tags that tell what each of them holds; those asked for longest ago go when there is no room."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self.held = 0  # bytes
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._lock = Lock()

    def find(self, tag: str) -> Page | None:
        """The page with this tag, when it is kept here."""
        with self._lock:
            if tag in self._pages:
                self._pages.move_to_end(tag)
            return self._pages.get(tag)

    def keep(self, tag: str, page: Page) -> None:
        """Keep a page under its tag."""
        with self._lock:
            if tag in self._pages:
                return
            self._pages[tag] = page
            self.held += len(page.body)
            while self.held > self._room:
                _, gone = self._pages.popitem(last=False)
                self.held -= len(gone.body)
