"""Dates as a calendar (RFC 5545). The only module that imports icalendar."""

from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from treatywatch.model import bounds
from treatywatch.service.coming import Coming
from treatywatch.views.feeds.words import addresses, coming_text, coming_title

_SURENESS = {"computed": "CONFIRMED", "planned": "TENTATIVE", "possible": "TENTATIVE"}


def ical(dates: tuple[Coming, ...]) -> bytes:
    """The calendar in UTF-8, whole days only: a date known to a month or a year takes all of it.

    Nothing in it is of the moment of writing: the same registry gives the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//treatywatch//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "treatywatch")
    for one in dates:
        calendar.add_component(_event(one))
    written: bytes = calendar.to_ical()
    return written


def _event(one: Coming) -> Event:
    first, last = bounds(one.date)
    event = Event()
    event.add("uid", one.id)
    event.add("dtstamp", datetime.fromisoformat(one.recorded))
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))
    event.add("summary", coming_title(one))
    event.add("description", coming_text(one))
    event.add("categories", [one.sort])
    event.add("status", _SURENESS[one.sort])
    event.add("transp", "TRANSPARENT")
    for url in addresses(one.entry.sources if one.entry else ())[:1]:
        event.add("url", url)
    return event
