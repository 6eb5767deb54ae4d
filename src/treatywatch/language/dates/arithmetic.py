"""Counting in days, months and years from a date, as far as the calendar reaches."""

from calendar import monthrange
from datetime import date, timedelta


def add_days(day: date, count: int) -> date | None:
    """The day ``count`` days after ``day`` (before it when negative); None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(day: date, count: int) -> date | None:
    """The same day ``count`` months on, or that month's last; None beyond the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, count: float, unit: str) -> date | None:
    """The day ``count`` units on: ``day``, ``week``, ``month``, ``quarter`` or ``year``."""
    if unit in ("day", "week"):
        return add_days(day, round(count * (7 if unit == "week" else 1)))
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    return add_months(day, round(count * months)) if months else None


def week(day: date) -> tuple[date, date] | None:
    """Monday and Sunday of the week of ``day``; None beyond the calendar."""
    monday = add_days(day, 1 - day.isoweekday())
    sunday = add_days(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def month_of_most(first: date, last: date) -> str:
    """The month, ``YYYY-MM``, in which most of the days from ``first`` to ``last`` lie."""
    return (first + (last - first) / 2).isoformat()[:7]


def earlier(value: str, count: int, unit: str) -> str | None:
    """The date ``count`` units (``day``, ``week``, ``month``, ``year``) before ``value``; None beyond the calendar.

    It is as exact as ``value`` and the unit allow, weeks by their month; None where ``value`` is less exact than those.
    """
    whole = {"year": 4, "month": 7, "week": 7, "day": 10}[unit]
    if len(value) < (10 if unit == "week" else whole):
        return None
    there = add(date.fromisoformat(value + "2024-01-01"[len(value) :]), -count, unit)
    return there.isoformat()[:whole] if there else None
