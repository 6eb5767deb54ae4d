"""The year of a page that does not show when it was published."""

from collections.abc import Iterator, Sequence
from datetime import date

from treatywatch.language.dates.dateline import Dateline
from treatywatch.language.dates.expression import TimeExpression
from treatywatch.language.dates.parts import exists

_DAY_BEFORE = 1


def year_of_page(found: Sequence[TimeExpression], line: Dateline | None = None) -> int | None:
    """The year that days without one belong to, for a page whose own date is unknown; None unless the page settles it.

    ``found`` are the page's expressions, ``line`` its dateline. Three things settle a year, and all that are there must
    agree: a day that is also written with its year ("4 December" beside "4 December 2024"); weekdays ("Monday 16
    April") that fit one year only about the years that the page names; a dateline whose day, or the day before it, is
    a weekday that the report names.
    """
    if line is not None and line.date.year is not None:
        return line.date.year
    years = {year for settle in (_repeated, _by_weekday) for year in settle(found)}
    if not years and line is not None:
        years = set(_by_dateline(found, line))
    return years.pop() if len(years) == 1 else None


def _repeated(found: Sequence[TimeExpression]) -> Iterator[int]:
    full = {(it.month, it.day): it.year for it in found if it.kind == "day"}
    for it in found:
        if it.kind == "partial_day" and (year := full.get((it.month, it.day))):
            yield year


def _by_weekday(found: Sequence[TimeExpression]) -> Iterator[int]:
    """The years near those that the page names in which its weekdays fall on its days."""
    named = [it for it in found if it.kind == "partial_day" and it.weekday is not None and it.month is not None]
    if named:
        yield from (year for year in _near(found, 1) if all(_falls(it, year, 0, it.weekday) for it in named))


def _by_dateline(found: Sequence[TimeExpression], line: Dateline) -> Iterator[int]:
    weekdays = {it.weekday for it in found if it.kind == "weekday" and it.offset is None}
    for year in _near(found, 0):
        if any(_falls(line.date, year, back, weekday) for back in (0, _DAY_BEFORE) for weekday in weekdays):
            yield year


def _near(found: Sequence[TimeExpression], before: int) -> range:
    """From ``before`` years before the latest year that the page gives to a day or month, to the year after it.

    Bare years do not count: they may be far back ("the agreement of 2000").
    """
    latest = max((it.year for it in found if it.year is not None and it.kind in ("day", "month")), default=None)
    return range(0) if latest is None else range(latest - before, latest + 2)


def _falls(it: TimeExpression, year: int, back: int, weekday: int | None) -> bool:
    """Whether the day, ``back`` days earlier, is that weekday in that year."""
    if it.month is None or it.day is None or not exists(year, it.month, it.day):
        return False
    return (date(year, it.month, it.day).isoweekday() - back - 1) % 7 + 1 == weekday
