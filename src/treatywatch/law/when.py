"""Partial dates as ranges of day numbers, and where in time an act stands."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from treatywatch.law.act import Act
from treatywatch.model import Modality, Step, bounds

Days = tuple[int, int]
"""First and last day that a date may mean, as proleptic Gregorian day numbers (``date.toordinal``)."""

FIRST = 1
NEVER = date.max.toordinal()
EVER: Days = (FIRST, NEVER)

AT_EFFECT = frozenset(
    {
        Step.IN_FORCE,
        Step.PROVISIONALLY_APPLIED,
        Step.SUSPENDED,
        Step.RESUMED,
        Step.WITHDRAWN,
        Step.TERMINATED,
        Step.SUPERSEDED,
    }
)
"""Steps that stand in time where they take effect; all others stand where they were done."""


@lru_cache(maxsize=1 << 16)
def days(value: str | None) -> Days:
    """The range that a partial date covers; all of time when it is None or no date."""
    if value is None:
        return EVER
    try:
        first, last = bounds(value)
    except ValueError:
        return EVER
    return first.toordinal(), last.toordinal()


def place(act: Act) -> Days:
    """Where the act stands in time: where it takes effect for steps that are effects, else where it was done.

    What is reported as having happened did so before it was learned: that closes an open range.
    """
    if act.effective is not None and (act.step in AT_EFFECT or act.succeeds is not None):
        return days(act.effective)
    first, last = days(act.done)
    if first != last and act.known is not None and act.modality is Modality.ACTUAL:
        learned = days(act.known)[1]
        if first <= learned < last:
            return first, learned
    return first, last


def text(day: int) -> str | None:
    """A day number as ``YYYY-MM-DD``; None for the ends of time."""
    return None if day <= FIRST or day >= NEVER else date.fromordinal(day).isoformat()


def later(day: int, months: int, extra: int = 0) -> int:
    """``months`` calendar months and ``extra`` days after ``day``; a missing day of the month becomes its last."""
    if day >= NEVER:
        return NEVER
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not date.min.year <= year < date.max.year:
        return NEVER
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal() + extra
