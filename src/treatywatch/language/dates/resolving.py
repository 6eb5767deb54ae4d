"""From a time expression to a date: only what the text and its own date give, nothing guessed."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from types import MappingProxyType

from treatywatch.language.dates.arithmetic import add, add_days, month_of_most, week
from treatywatch.language.dates.expression import TimeExpression
from treatywatch.model.partial_date import bounds, is_partial_date

_SLACK = 2
"""Days by which a clause in the past may lie after the page's own date: pages are stamped in other time zones."""

_TOMORROW = 6
"""Days back to the weekday of tomorrow. Who reports what was done six days ago says "last Wednesday"; a bare
"Wednesday" is on a page stamped the evening before, or in another time zone."""

_SAME_YEAR = 210
"""Days up to which a date without its year belongs to the year of the date before it."""

_WHOLE = {"year": 4, "month": 7, "day": 10}


def resolve(
    expression: TimeExpression, anchor: str | None, direction: str | None, before: str | None = None
) -> str | None:
    """The date that ``expression`` means: ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``, or None when nothing gives it.

    ``anchor`` is the ISO day of the page or of its dateline, None when unknown. ``direction`` is the clause's tense,
    ``"past"`` or ``"future"``, None when it shows none. ``before`` is the value of the date that the text gave before
    this one: what "the same day" and "six months later" count from, and whose year "June 19" has where there is no
    anchor. The start of a range stands for it. Never raises on any expression of ``find_dates``.
    """
    if expression.only is not None and direction != expression.only:
        return None
    today = _day(anchor)
    previous = before if before is not None and is_partial_date(before) else None
    return _BY_KIND[expression.kind](expression, today, direction, previous)


def interval(expression: TimeExpression, anchor: str | None, direction: str | None) -> tuple[str, str] | None:
    """First and last date of a range, each ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for any other expression.

    The first is what ``resolve`` gives.
    """
    if expression.until is None or (start := resolve(expression, anchor, direction)) is None:
        return None
    year, month, day = expression.until
    first = int(start[:4])
    if year is None:
        wraps = month is not None and expression.month is not None and month < expression.month
        year = first + 1 if wraps else first
    return start, _written(year, month, day)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _written(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def _complete(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    return _written(it.year, it.month, it.day) if it.year is not None else None


def _nothing(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    return None


def _range(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    if it.year is not None:
        return _complete(it, today, direction, before)
    return _partial(it, today, direction, before)


def _partial(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    """A day or month without its year."""
    if it.month is None:
        return _day_alone(it, today, direction, before)
    if today is None:
        return _beside(it, before) if before else None
    years = [year for year in _around(today.year, 8) if _exists(year, it.month, it.day)]
    if it.weekday is not None and it.day is not None:
        near = [year for year in years if abs(year - today.year) <= 1]
        years = [year for year in near if date(year, it.month, it.day).isoweekday() == it.weekday] or years
    return _written(min(years, key=lambda year: _distance(it, year, today, direction)), it.month, it.day)


def _distance(it: TimeExpression, year: int, today: date, direction: str | None) -> int:
    """Days between today and the day or month of that year; far when it lies on the other side of the tense."""
    month = it.month or 1
    first = date(year, month, it.day or 1)
    last = date(year, month, it.day or monthrange(year, month)[1])
    wrong = (direction == "past" and (first - today).days > _SLACK) or (
        direction == "future" and (today - last).days > _SLACK
    )
    days = max((first - today).days, (today - last).days, 0)
    return days + (100_000 if wrong else 0)


def _beside(it: TimeExpression, before: str) -> str | None:
    """A day or month of the same year as the date before it; of the year next to it where that is much nearer."""
    month, year = it.month or 1, int(before[:4])
    if len(before) > len("2024"):
        near = date.fromisoformat(before if len(before) > len("2024-06") else f"{before}-15")
        away = {other: abs((date(other, month, min(it.day or 15, 28)) - near).days) for other in _around(year, 1)}
        year = year if away[year] <= _SAME_YEAR else min(away, key=lambda other: away[other])
    return _written(year, month, it.day) if _exists(year, month, it.day) else None


def _around(year: int, reach: int) -> range:
    """The years near one, as far as the calendar goes; eight on either side hold a leap day."""
    return range(max(year - reach, MINYEAR), min(year + reach, MAXYEAR) + 1)


def _day_alone(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    """ "The 19th" of the month that the text spoke of last, else of the running one or, in the past, the one before."""
    if today is not None and direction == "past" and (it.day or 0) > today.day:
        today = add_days(today, -today.day)
    month = before[:7] if before and len(before) >= 7 else today.isoformat()[:7] if today else None
    if month is None or it.day is None or not _exists(int(month[:4]), int(month[5:7]), it.day):
        return None
    return f"{month}-{it.day:02d}"


def _weekday(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    if today is None or it.weekday is None:
        return None
    back = (today.isoweekday() - it.weekday) % 7
    if it.unit == "week":
        found = add_days(today, it.weekday - today.isoweekday() + 7 * round(it.offset or 0))
    elif it.offset is not None and it.offset < 0:
        found = add_days(today, -(back or 7))
    elif it.offset is not None and it.offset > 0:
        found = add_days(today, 7 - back)
    elif direction == "future":
        found = add_days(today, (7 - back) % 7)
    elif back == _TOMORROW:
        found = add_days(today, 1)
    else:
        found = add_days(today, -back)
    return found.isoformat() if found else None


def _deictic(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    if today is None:
        return None
    offset = it.offset or 0
    if it.season is not None:
        return _season(it, today, direction)
    if it.month is not None and it.unit == "year":
        year = today.year + round(offset)
        return _written(year, it.month, it.day) if _exists(year, it.month, it.day) else None
    if it.month is not None:
        return _named_month(it.month, today.year, today.month, it.offset or 0)
    if it.unit == "weekend":
        return _weekend(today, offset, direction)
    if it.unit == "week":
        return _week(it, today, offset, direction)
    found = add(today, offset, it.unit or "day")
    if found is None:
        return None
    if it.day is not None:
        return _written(found.year, found.month, it.day) if _exists(found.year, found.month, it.day) else None
    return _as_told(found, it)


def _as_told(found: date, it: TimeExpression) -> str:
    """The day found, no more precise than the unit that it was counted in."""
    unit = "year" if it.unit == "quarter" else it.unit
    return found.isoformat()[: 10 if it.exact else _WHOLE.get(unit or "day", 7)]


def _named_month(month: int, year: int, running: int, offset: float) -> str | None:
    """ "Last December", "next March", "this September": the nearest one that is not the running month."""
    if offset < 0:
        year -= month >= running
    elif offset > 0:
        year += month <= running
    return _written(year, month, None) if MINYEAR <= year <= MAXYEAR else None


def _start(value: str) -> tuple[int, int]:
    """Year and month in which a partial date begins."""
    first = bounds(value)[0]
    return first.year, first.month


def _season(it: TimeExpression, today: date, direction: str | None) -> str | None:
    """The year of a season; none for a winter, which lies in two."""
    if it.season == 12 or it.season is None:
        return None
    over, begun = today.month > it.season + 2, today.month >= it.season
    if it.offset is not None and it.offset < 0:
        return str(today.year if over else today.year - 1)
    if it.offset is not None and it.offset > 0:
        return str(today.year + 1 if begun else today.year)
    if it.offset == 0:
        return str(today.year)
    if direction == "future":
        return str(today.year + 1 if over else today.year)
    return str(today.year if begun or direction is None else today.year - 1)


def _week(it: TimeExpression, today: date, offset: float, direction: str | None) -> str | None:
    """A week by its month: of "this week" only the days that the tense leaves count."""
    there = add(today, offset, "week")
    if it.exact or there is None:
        return there.isoformat() if there else None
    if abs(offset) > 1:
        return there.isoformat()[:7]
    days = week(there)
    if days is None:
        return None
    first, last = days
    if not offset:
        first, last = (first, today) if direction == "past" else (today, last) if direction == "future" else days
    return month_of_most(first, last)


def _weekend(today: date, offset: float, direction: str | None) -> str | None:
    """A weekend by its month: the one just past, unless the tense or "next" says that it is to come."""
    ahead = offset > 0 or (offset == 0 and direction == "future")
    saturday = add_days(today, (6 - today.isoweekday()) % 7 if ahead else -((today.isoweekday() - 6) % 7 or 0))
    return saturday.isoformat()[:7] if saturday else None


def _anaphoric(it: TimeExpression, today: date | None, direction: str | None, before: str | None) -> str | None:
    if before is None or it.offset is None:
        return None
    if it.month is not None and it.offset and it.unit != "year":
        return _named_month(it.month, *_start(before), it.offset)
    if it.month is not None:
        year = int(before[:4]) + round(it.offset)
        return _written(year, it.month, it.day) if _exists(year, it.month, it.day) else None
    unit = it.unit or "day"
    known = len(before)
    if not it.offset:
        return before[: _WHOLE.get(unit, 7)] if known >= _WHOLE.get(unit, 7) else None
    if known < _WHOLE.get(unit, 10):
        return None
    whole = {4: f"{before}-01-01", 7: f"{before}-01", 10: before}[known]
    found = add(date.fromisoformat(whole), it.offset, unit)
    if found is None:
        return None
    return found.isoformat()[: min(known, 10 if it.exact else _WHOLE.get(unit, 7))]


def _exists(year: int, month: int, day: int | None) -> bool:
    return day is None or 1 <= day <= monthrange(year, month)[1]


_Resolver = Callable[[TimeExpression, date | None, str | None, str | None], str | None]
_BY_KIND: Mapping[str, _Resolver] = MappingProxyType(
    {
        "day": _complete,
        "month": _complete,
        "year": _complete,
        "partial_day": _partial,
        "partial_month": _partial,
        "weekday": _weekday,
        "deictic": _deictic,
        "anaphoric": _anaphoric,
        "range": _range,
        "duration": _nothing,
        "vague": _nothing,
        "age": _nothing,
        "frequency": _nothing,
    }
)
