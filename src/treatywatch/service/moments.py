"""The two times a user may ask about: when it was so, and when it was known."""

from datetime import date

from treatywatch.model import InputError, is_partial_date

EARLIEST, LATEST = 1500, 2200
"""Years: the oldest treaties that are cited lie within, and every term that runs."""


def check_times(as_of: str | None, known_by: str | None) -> None:
    """Raise InputError when a time that is given is no date, or out of range."""
    if as_of is not None and not is_partial_date(as_of):
        raise InputError(f"{_short(as_of)!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    if known_by is not None and not (len(known_by[:10]) == 10 and is_partial_date(known_by[:10])):
        raise InputError(f"{_short(known_by)!r} is no day: write YYYY-MM-DD")
    for given in (as_of, known_by):
        if given is not None:
            check_year(given)


def check_days(*days: date | None) -> None:
    """Raise InputError when a day that is given is out of range."""
    for day in days:
        if day is not None:
            check_year(day.isoformat())


def check_year(given: str) -> None:
    """Raise InputError when the date lies outside the years that are taken."""
    if not EARLIEST <= int(given[:4]) <= LATEST:
        raise InputError(f"{_short(given)} is out of range: years from {EARLIEST} to {LATEST} are taken")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
