"""The dateline at the head of a page: place, day and agency."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from treatywatch.language.dates.expression import TimeExpression
from treatywatch.language.dates.find import find_dates

_LONGEST = 120
_LINES = 5
_TITLE = 200
_KINDS = frozenset({"day", "partial_day"})

_INK = re.compile(r"\S")
_NAME = r"[^\W\d_][\w.'’-]*"
_BEFORE = re.compile(
    r"(?:(?P<stamp>(?:last )?(?:published|updated|posted|modified|created|issued|date|dated)(?: on| at)?:?\s+)|"
    rf"(?P<place>{_NAME}(?:[ ,/]+{_NAME})*)(?:\s*\((?P<bureau>[^()\n]{{2,30}})\))?"
    r"\s*(?:[,.:|/]|(?<=\s)[-–—]{1,2}(?=\s))?\s*)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:,?\s+(?:at\s+)?\d\d?[:.]\d\d(?:\s?[AP]M\b)?(?:\s[A-Z]{2,4}\b)?)?"
    r"(?:[,.]?\s*(?:\((?P<brackets>[^()\n]{2,40})\)|/+\s?(?P<slashes>[^/\n]{2,40}?)\s?/+)|,\s(?P<capitals>[A-Z]{4,})(?=\.))?"
    r"(?:(?P<dash>[.,]?[^\S\n]*[-–—]{1,2})(?=\s|\w)|\s?[:|]|\.(?=\s|$)|[^\S\n]*(?:\n|$)|(?<=[)/])(?=\s+[^\Wa-z\d_])|"
    r",\s(?P<after>[A-Z]\w+(?:\s[A-Z]\w+)?)\.(?=\s))"
)
_NO_PLACE = re.compile(r"\b[a-z]{4,}\b|(?:On|In|By|Since|From|Until|Till|Before|After|Between|The|This|As|At)\b")


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
    """The dateline at the head of ``text`` ("MOSCOW, June 17 (Reuters) -"), or None. Never raises on any text.

    It begins the text, or one of its first lines when those before it are headings or a byline.
    """
    return next((found for start in _beginnings(text) if (found := _at(text, start)) is not None), None)


def _beginnings(text: str) -> Iterator[int]:
    """Where a dateline may begin: at each of the first lines, up to one that is no heading."""
    at = 0
    for _ in range(_LINES):
        begun = _INK.search(text, at)
        if begun is None:
            return
        at = begun.start()
        yield at
        end = text.find("\n", at, at + _TITLE)
        if end < 0 or text[at:end].rstrip().endswith("."):
            return
        at = end


def _at(text: str, start: int) -> Dateline | None:
    head = text[start : start + _LONGEST]
    found = next((it for it in find_dates(head) if it.kind in _KINDS), None)
    if found is None:
        return None
    before, after = _BEFORE.fullmatch(head, 0, found.start), _AFTER.match(head, found.end)
    if before is None or after is None:
        return None
    place = before["place"] or after["after"]
    if place is not None and (_NO_PLACE.search(place) or not place[0].isupper()):
        return None
    if found.kind != "day" and not (before["place"] or after["dash"]):
        return None
    agency = after["brackets"] or after["slashes"] or after["capitals"] or before["bureau"]
    moved = found._replace(start=start + found.start, end=start + found.end)
    return Dateline(start, start + after.end(), place.rstrip(" .,/") if place else None, agency, moved)
