"""Where a page came from: what the user gives with it, and the id of a page that has none."""

import hashlib
from datetime import date
from typing import NamedTuple

from treatywatch.model import InputError


class Given(NamedTuple):
    """What the user says of the pages; it wins over what the pages say. ``published`` is an ISO date."""

    published: str | None = None
    publisher: str | None = None
    url: str | None = None

    def day(self, in_page: str | None, in_url: str | None) -> tuple[str | None, str | None]:
        """The day of publication and how it is known: given, else from the page's data, else from its address."""
        for day, known_from in ((self.published, "given"), (in_page, "metadata"), (in_url, "url")):
            if day:
                return day, known_from
        return None, None


def content_id(raw: bytes) -> str:
    """The id of a page that has none: ``sha256:`` and the first 16 hex digits of the hash of its bytes as they came."""
    return "sha256:" + hashlib.sha256(raw).hexdigest()[:16]


def checked_day(published: str | None) -> str | None:
    """A day that a user wrote, as an ISO date. Raises InputError for what is no date."""
    if published is None:
        return None
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError:
        raise InputError(
            f"published: {published[:40]!r} is no date; write it as YYYY-MM-DD, such as 2024-06-18"
        ) from None
