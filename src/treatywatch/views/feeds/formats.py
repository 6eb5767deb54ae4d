"""The formats of feeds."""

from enum import StrEnum
from pathlib import Path


class FeedFormat(StrEnum):
    """How a feed is written."""

    ATOM = "atom"
    ICAL = "ical"


_CALENDARS = {".ics", ".ical", ".ifb", ".icalendar"}


def format_of(chosen: FeedFormat | None, output: Path | None) -> FeedFormat:
    """The format that was asked for, else that of the file's name, else Atom."""
    calendar = output is not None and output.suffix.lower() in _CALENDARS
    return chosen or (FeedFormat.ICAL if calendar else FeedFormat.ATOM)
