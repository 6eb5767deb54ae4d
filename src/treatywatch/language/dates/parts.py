"""From the words of a match to the parts of a time expression."""

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from treatywatch.language.dates.expression import Day, Kind, TimeExpression
from treatywatch.language.dates.rules import Rule, words
from treatywatch.language.dates.spelled import in_figures

_SPACE = re.compile(r"\s+")
_COMPLETE: dict[Kind, Kind] = {"partial_month": "month", "partial_day": "day"}
_LEADING = re.compile(r"\d+")


def expression(match: re.Match[str], rule: Rule, said: dict[str, str]) -> TimeExpression | None:
    """The expression that a match spells, ``said`` being its named parts; None when no calendar has such a day."""
    if "first" in said and not _day_and_month(said):
        return None
    if "holiday" in said:
        said |= dict(zip(("month", "day"), map(str, divmod(_value("holiday", said["holiday"]) or 0, 100)), strict=True))
    year, month, day = (_value(part, said.get(part)) for part in ("year", "month", "day"))
    until = _until(said, (year, month, day))
    if until is not None and year is None:
        year = until[0]
    if not exists(year, month, day) or not (until is None or (exists(*until) and _ordered((year, month, day), until))):
        return None
    unit, offset = _distance(rule, said)
    return TimeExpression(
        match.start(),
        match.end(),
        match[0],
        kind=_kind(rule, year, day),
        rule=rule.name,
        year=year,
        month=month,
        day=day,
        weekday=_value("weekday", said.get("weekday")),
        season=_value("season", said.get("season")),
        offset=offset,
        unit=unit,
        exact="exact" in said,
        only="future" if rule.gives.get("only") == "future" else None,
        until=until,
    )


def _kind(rule: Rule, year: int | None, day: int | None) -> Kind:
    """A day in figures that may be two days is known to the year; with its year a day or month is complete."""
    if rule.kind == "day" and day is None:
        return "year"
    return _COMPLETE.get(rule.kind, rule.kind) if year is not None else rule.kind


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day; without its year, in some year."""
    if month is not None and not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= (monthrange(year or 2000, month)[1] if month else 31)


def _day_and_month(said: dict[str, str]) -> bool:
    """Sets day and month of a date in figures as far as they are unambiguous; False when it is no date at all."""
    first, second = int(said["first"]), int(said["second"])
    if said["mark"] == "." or first > 12 or first == second:
        said["day"], said["month"] = said["first"], said["second"]
    elif second > 12:
        said["day"], said["month"] = said["second"], said["first"]
    swapped = said["mark"] == "." and second > 12
    return not swapped and 0 < first < 32 and 0 < second < 32 and min(first, second) <= 12


def _value(part: str, text: str | None) -> int | None:
    if text is None:
        return None
    if figures := _LEADING.match(text):
        return int(figures[0])
    key = _SPACE.sub(" ", text.lower()).replace("’", "'")
    tables = {"day": ("ordinal",), "weekday": ("weekday", "short_weekday"), "month": ("month", "roman")}
    return next((int(words(name)[key]) for name in tables.get(part, (part,)) if key in words(name)), None)


def _until(said: Mapping[str, str], start: Day) -> Day | None:
    """The range's end; what is named once holds for both ends, and the end names the year of the start."""
    if not said.keys() & {"year2", "month2", "day2"}:
        return None
    year, month = (_value(part, said.get(part + "2")) for part in ("year", "month"))
    return year or start[0], month or start[1], _value("day", said.get("day2"))


def _ordered(start: Day, until: Day) -> bool:
    if start[0] is None:
        return start[1] != until[1] or (start[2] or 0) < (until[2] or 99)
    return [part or 0 for part in start] < [part or 99 for part in until]


def _distance(rule: Rule, said: Mapping[str, str]) -> tuple[str | None, float | None]:
    """The unit and how many of it from the reference, with its sign."""
    unit: Any = rule.gives.get("unit")
    if "unit" in said:
        unit = words("unit").get(said["unit"].lower(), said["unit"].lower())
    offset = _signed(rule, said)
    if unit == "fortnight" and offset is not None:
        unit, offset = "week", offset * 2
    if unit == "year" and offset is not None and not offset.is_integer():
        unit, offset = "month", offset * 12
    return unit, offset


def _signed(rule: Rule, said: Mapping[str, str]) -> float | None:
    if "when" in said:
        table, key = words("when"), _SPACE.sub(" ", said["when"].lower())
        return float(table.get(key) or table.get(key.removeprefix("the "), 0)) * float(rule.gives.get("times", 1))
    count = _count(said["n"]) if "n" in said else rule.gives.get("n")
    if count is None:
        offset = rule.gives.get("offset")
        return None if offset is None else float(offset)
    sign = words("sign")[_SPACE.sub(" ", said["sign"].lower())] if "sign" in said else rule.gives.get("sign", 1)
    return float(count) * float(sign)


def _count(text: str) -> float:
    key = _SPACE.sub(" ", text.lower())
    return float(words("number").get(key) or in_figures(key))
