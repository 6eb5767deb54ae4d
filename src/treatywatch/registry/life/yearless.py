"""Days that pages without a date tell without their year: it follows from what other pages tell of the agreement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import msgspec

from treatywatch.model import Modality, Step, bounds, contains
from treatywatch.registry.life.told import Told

_NEAR = 120  # days: the same day of the next year and of the last is more than twice as far
_EXACT = len("2024-06-19")
_Act = tuple[Step, frozenset[str]]


def completed(reports: Iterable[Told]) -> tuple[Told, ...]:
    """``reports`` with the year of each yearless day of an act that was done, where it can be one year alone.

    It is the year in which others tell the same act of the same side; or else the one that puts the day near the last
    act that the page tells and others date. What the page still expects lies after it. Other reports stay as they are;
    a pure function of the set.
    """
    every = tuple(reports)
    if not any(map(_is_open, every)):
        return every
    dates = _dates(every)
    pages = _by_page(every)
    return tuple(
        msgspec.structs.replace(report, date=_completed(report, pages[report.ref[0]], dates))
        if _is_open(report)
        else report
        for report in every
    )


def _is_open(report: Told) -> bool:
    return report.yearless is not None and report.date is None and report.modality is Modality.ACTUAL


def _act(report: Told) -> _Act:
    return report.kind, report.actors


def _dates(reports: Iterable[Told]) -> Mapping[_Act, set[str]]:
    """The dates that pages give for each act that was done."""
    found: dict[_Act, set[str]] = defaultdict(set)
    for report in reports:
        if report.date and report.modality is Modality.ACTUAL:
            found[_act(report)].add(report.date)
    return defaultdict(set, found)


def _by_page(reports: Iterable[Told]) -> Mapping[str, list[Told]]:
    found: dict[str, list[Told]] = defaultdict(list)
    for report in reports:
        found[report.ref[0]].append(report)
    return found


def _completed(report: Told, page: list[Told], dates: Mapping[_Act, set[str]]) -> str | None:
    told = {day for given in dates[_act(report)] for day in _in_year(report, int(given[:4])) if contains(given, day)}
    if len(told) == 1:
        return told.pop()
    last = _last(page, dates)
    if told or last is None:
        return None
    near = (day for year in range(last.year - 1, last.year + 2) for day in _in_year(report, year))
    return next((day for day in near if abs((date.fromisoformat(day) - last).days) <= _NEAR), None)


def _in_year(report: Told, year: int) -> Iterator[str]:
    """The day in that year, if it has one: none but leap years have a 29 February."""
    try:
        yield date(year, *map(int, str(report.yearless)[2:].split("-"))).isoformat()
    except ValueError:
        return


def _last(page: list[Told], dates: Mapping[_Act, set[str]]) -> date | None:
    """The day of the last act that the page tells without a date and that others date, all to one day."""
    ahead = (bounds(r.date)[1] for r in page if r.date and r.modality is Modality.PLANNED)
    end = min(ahead, default=date.max)
    undated = (r for r in page if r.date is None and r.modality is Modality.ACTUAL)
    exact = ([day for day in dates[_act(r)] if len(day) == _EXACT] for r in undated)
    days = (date.fromisoformat(found[0]) for found in exact if len(found) == 1)
    return max((day for day in days if day <= end), default=None)
