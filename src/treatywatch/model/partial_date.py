"""Dates known to the year, month or day: the part of EDTF level 0 that agreements need.

A value is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` (ISO 8601-2:2019 / EDTF level 0).
"""

import calendar
import re
from datetime import date
from functools import lru_cache

_LEAP_YEAR = 2000
_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def is_partial_date(value: str) -> bool:
    """Whether ``value`` is a valid partial date (the month and day exist in the calendar)."""
    try:
        bounds(value)
    except ValueError:
        return False
    return True


def is_day_of_year(value: str) -> bool:
    """Whether ``value`` is a day and month without a year, ``--06-12`` (XML Schema's gMonthDay), of some year."""
    return value.startswith("--") and len(value) == len("--06-12") and is_partial_date(f"{_LEAP_YEAR}{value[1:]}")


@lru_cache(maxsize=65_536)  # a registry asks for the same few days again and again
def bounds(value: str) -> tuple[date, date]:
    """First and last day that ``value`` may mean, both inclusive.

    Raises ValueError naming the value when it is no partial date.
    """
    match = _FORM.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        exact = date(year, month, day)
        return exact, exact
    if match[2]:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def contains(wide: str, narrow: str) -> bool:
    """Whether every day of ``narrow`` lies within ``wide`` (``2024`` contains ``2024-06-19``)."""
    (first, last), (start, end) = bounds(wide), bounds(narrow)
    return first <= start and end <= last
