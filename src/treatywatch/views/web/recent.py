"""What was read for people of late, so that a page that they then add need not be read again."""

from collections import OrderedDict
from threading import Lock

from treatywatch.model import Document
from treatywatch.service.pages import PageRead

_ROOM = 16  # pages


class Recent:
    """The pages that this process read last; of another process's it knows nothing."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._pages: OrderedDict[Document, PageRead] = OrderedDict()
        self._lock = Lock()

    def keep(self, page: PageRead) -> None:
        """Keep a page with its reading, and let the oldest go when there is no room."""
        with self._lock:
            self._pages[page.document] = page
            self._pages.move_to_end(page.document)
            while len(self._pages) > self._room:
                self._pages.popitem(last=False)

    def reading_of(self, document: Document) -> PageRead | None:
        """The page with its reading, when it was read here of late exactly as it is given."""
        with self._lock:
            return self._pages.get(document)
