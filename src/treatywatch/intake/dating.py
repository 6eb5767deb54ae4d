"""When a page was published, as far as the page's own data say."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

# Most news sites put the day of publication into the path, as numbers or with the month's name.
_IN_PATH = re.compile(
    r"(?<![0-9])((?:19|20)\d\d)(?P<gap>[/_-]?)(0?[1-9]|1[0-2]|[a-z]{3,9})(?P=gap)(0?[1-9]|[12]\d|3[01])(?![0-9])",
    re.IGNORECASE,
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ISO_DAY = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?![0-9])")


def iso_day(value: str) -> str | None:
    """``value`` as an ISO date when it is one, an ISO date and time, or a date as in e-mail headers and feeds."""
    found = _ISO_DAY.match(value)
    if found is not None:
        return _valid(int(found[1]), int(found[2]), int(found[3]))
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def day_in_url(url: str | None) -> str | None:
    """The day that a web address carries in its path (``/2024/06/18/``, ``/2024-06-18``, ``/20240618/``), or None.

    Two different days in one address give None.
    """
    path = re.sub(r"^[a-z+.-]+://[^/]*", "", url or "", flags=re.IGNORECASE)
    days = {day for found in _IN_PATH.finditer(path) if (day := _numbers(*found.group(1, 3, 4, 2))) is not None}
    return days.pop() if len(days) == 1 else None


def _numbers(year: str, month: str, day: str, gap: str) -> str | None:
    if not gap and not (len(month) == len(day) == 2):
        return None
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].lower())
    return _valid(int(year), number, int(day)) if number else None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
