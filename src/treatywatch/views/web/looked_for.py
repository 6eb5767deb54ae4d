"""What a reader looks for among the agreements, as the address of the page says it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import msgspec

from treatywatch.model import InputError
from treatywatch.registry import Order
from treatywatch.service.search import Query

PER_PAGE = 50
_DOWNLOADED = 1000
_WEEK = timedelta(days=7)
_FIELDS = {"q": "words", "state": "state", "form": "form", "stage": "stage", "subject": "subject", "year": "year"}
ORDERS: Mapping[Order, str] = {
    "fit": "best first",
    "name": "by name",
    "last": "latest step first",
    "documents": "most pages first",
    "changed": "latest change first",
}


class LookedFor(msgspec.Struct, frozen=True):
    """The words of the address, as they stand in the fields of the form; ``sort`` and ``page`` are always there."""

    fields: dict[str, str]
    sort: Order = "fit"
    page: int = 1
    week: bool = False
    conflict: bool = False

    def query(self, today: date, *, all_of_it: bool = False) -> Query:
        """The same as the service takes it; ``all_of_it`` asks for as many as are downloaded at once."""
        given: dict[str, Any] = {_FIELDS[name]: value for name, value in self.fields.items()}
        return Query(
            **given,
            changed_since=(today - _WEEK).isoformat() if self.week else None,
            in_conflict=self.conflict,
            sort=self.sort,
            limit=_DOWNLOADED if all_of_it else PER_PAGE,
            page=1 if all_of_it else self.page,
        )

    def address(self, **changed: object) -> str:
        """The address of the same search with some fields changed; without ``page`` its first page."""
        told: dict[str, object] = {**self.fields, "sort": self.sort if self.sort != "fit" else ""}
        told |= {"week": "1" if self.week else "", "conflict": "1" if self.conflict else "", **changed}
        query = urlencode({name: value for name, value in told.items() if value})
        return f"/?{query}" if query else "/"


def looked_for(params: Mapping[str, str]) -> LookedFor:
    """What an address asks for. Raises InputError naming the field that cannot be read."""
    return LookedFor(
        fields={name: params[name].strip() for name in _FIELDS if params.get(name, "").strip()},
        sort=_order(params.get("sort") or "fit"),
        page=_number(params.get("page") or "1"),
        week=bool(params.get("week")),
        conflict=bool(params.get("conflict")),
    )


def _order(words: str) -> Order:
    for order in ORDERS:
        if order == words:
            return order
    raise InputError(f"{words[:40]!r} is no order: write one of {', '.join(ORDERS)}")


def _number(words: str) -> int:
    if not (words.isascii() and words.isdecimal() and len(words) < 7):
        raise InputError(f"{words[:40]!r} is no number of a page: write 1, 2, 3 …")
    return int(words)
