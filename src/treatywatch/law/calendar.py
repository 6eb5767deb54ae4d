"""Legal counting of days, months and years, as final clauses ask for it.

The day of the triggering act is not counted: "thirty days after" and "on the thirtieth day following" 1 March are both
31 March (*dies a quo non computatur*; European Convention on the Calculation of Time-Limits, CETS 76, Art. 3; practice
of the UN Secretary-General as depositary, Summary of Practice, ST/LEG/7/Rev.1, paras 221-247). A period of months or
years ends on the day of the same number; where the month has no such day, on its last (CETS 76, Art. 4, para. 2).
Sundays and holidays count (Art. 5 of that convention concerns acts to be done, and an entry into force is none).

Every result that would lie beyond the calendar is its last day, 9999-12-31, so that no date makes a function raise.
"""

from calendar import monthrange
from datetime import date

LAST = date.max


def days_after(day: date, days: int) -> date:
    """The ``days``-th day following ``day``, whose own day is not counted; ``days`` is zero or more."""
    return date.fromordinal(min(day.toordinal() + days, LAST.toordinal()))


def months_after(day: date, months: int) -> date:
    """The day of the same number ``months`` months on, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > LAST.year:
        return LAST
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """The same day ``years`` years on; 29 February becomes the 28th in a common year."""
    return months_after(day, 12 * years)


def first_of_month_after(day: date, months: int = 1) -> date:
    """The first day of the ``months``-th month following the one that holds ``day``.

    ``1`` gives "the first day of the month following", ``2`` "the first day of the second month following". The month
    of the act itself is never counted, even when the act is done on its first day.
    """
    return months_after(day.replace(day=1), months)
