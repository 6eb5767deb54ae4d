"""The two times of a page: as of which day, and as known by which."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

import msgspec
from litestar.params import QueryParameter

from treatywatch.model import InputError

AsOf = Annotated[str, QueryParameter(name="as_of")]
KnownBy = Annotated[str, QueryParameter(name="known_by")]


class Moment(msgspec.Struct, frozen=True):
    """The days asked for, None where the reader left them open, and ``today``."""

    today: date
    as_of: date | None = None
    known_by: date | None = None

    @property
    def day(self) -> date:
        """The day that statuses are computed for."""
        return self.as_of or self.today

    @property
    def query(self) -> str:
        """What an address needs to show the same moment, with its question mark; empty for now."""
        given = {"as_of": self.as_of, "known_by": self.known_by}
        told = urlencode({name: day.isoformat() for name, day in given.items() if day})
        return f"?{told}" if told else ""

    def at(self, day: str) -> str:
        """The same with another day ``as_of``."""
        return msgspec.structs.replace(self, as_of=date.fromisoformat(day)).query


def moment(today: date, as_of: str, known_by: str) -> Moment:
    """The moment that an address names; empty words leave it open. Raises InputError for what is no day."""
    return Moment(today, _day(as_of), _day(known_by))


def _day(words: str) -> date | None:
    if not words.strip():
        return None
    try:
        if len(words) != 10:
            raise ValueError
        return date.fromisoformat(words)
    except ValueError as error:
        raise InputError(f"{words[:40]!r} is no day: write YYYY-MM-DD") from error
