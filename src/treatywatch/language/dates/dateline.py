"""The dateline at the head of a page: place, day and agency."""

import re
from typing import NamedTuple

from treatywatch.language.dates.expression import TimeExpression
from treatywatch.language.dates.find import find_dates

_LONGEST = 120
_PLACE = re.compile(r"\s*(?P<place>(?:[^\W\d_][\w.'’-]*(?:[ ,/]+|\. ))+)?$")
_AFTER = re.compile(
    r"(?:,? (?:at )?\d\d?[:.]\d\d(?: [A-Z]{2,4})?)?\s*(?:[,.]?\s*[(/]+\s*(?P<agency>[^()\n/]{2,40}?)\s*[)/]+)?"
    r"[^\S\n]*(?:[.,]?\s*(?P<dash>[-–—:]{1,2})(?=\s|\w)|(?P<stop>\.)(?=\s|$)|(?P<line>\n)|$)"
)
_KINDS = frozenset({"day", "partial_day"})
_LOWER_WORD = re.compile(r"\b[a-z]{4,}\b")


class Dateline(NamedTuple):
    """Where and when a report was filed: ``[start, end)`` of the text, with what each part says.

    ``place`` and ``agency`` are as written, None when missing; ``date`` is the day, with its year when given.
    """

    start: int
    end: int
    place: str | None
    agency: str | None
    date: TimeExpression


def dateline(text: str) -> Dateline | None:
    """The dateline with which ``text`` begins ("MOSCOW, June 17."), or None. Never raises on any text."""
    start = len(text) - len(text.lstrip())
    head = text[start : start + _LONGEST]
    found = next((it for it in find_dates(head) if it.kind in _KINDS), None)
    if found is None:
        return None
    place, after = _PLACE.match(head[: found.start]), _AFTER.match(head, found.end)
    if place is None or after is None:
        return None
    name = (place["place"] or "").strip(" ,./") or None
    if name is not None and (_LOWER_WORD.search(name) or not name[0].isupper()):
        return None
    if name is None and found.kind != "day" and not after["dash"]:
        return None
    moved = found._replace(start=start + found.start, end=start + found.end)
    return Dateline(start, start + after.end(), name, after["agency"], moved)
