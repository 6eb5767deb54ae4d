"""Calendar and news: what is planned or computed for the coming months, and what was learned lately."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Annotated, Any

from litestar import Response, get
from litestar.params import QueryParameter
from litestar.response import Template

from treatywatch.model import InputError, is_partial_date
from treatywatch.registry import Registry
from treatywatch.service.answers import Entry, Summary
from treatywatch.service.coming import Coming, coming
from treatywatch.service.lately import Lately, last_learned, lately
from treatywatch.service.news_items import news_items
from treatywatch.views.feeds.atom import atom
from treatywatch.views.feeds.ical import ical
from treatywatch.views.web.asked import Asked, Asking
from treatywatch.views.web.kept import Page
from treatywatch.views.web.tables import Table, download, table

_AHEAD, _BACK = timedelta(days=365), timedelta(days=30)
_SHOWN = 300

Since = Annotated[str, QueryParameter(name="since")]
Until = Annotated[str, QueryParameter(name="until")]
Only = Annotated[str, QueryParameter(name="agreement")]
Number = Annotated[int, QueryParameter(name="page", ge=1, le=1_000_000)]
Format = Annotated[str, QueryParameter(name="format")]


@get("/calendar", name="calendar")
async def calendar(request: Asking, since: Since = "", until: Until = "", only: Only = "", chosen: Format = "") -> Page:
    """The dates of a year from today unless the address says otherwise, month by month."""

    def made(registry: Registry, today: date) -> Response[Any]:
        first = _day(since) or today.isoformat()
        last = _day(until) or (date.fromisoformat(first) + _AHEAD).isoformat()
        found = coming(registry, first, today, only or None, last)
        if chosen:
            return download(_dates(found), chosen)
        months = [(month, list(dates)) for month, dates in groupby(found[:_SHOWN], key=lambda one: one.date[:7])]
        context = {"months": months, "since": first, "until": last, "only": only, "left_out": len(found) - _SHOWN}
        return Template("calendar.html", context=context)

    return await Asked(request).answer(made, of_today=True)


@get("/calendar.ics", name="calendar-file")
async def calendar_file(request: Asking, only: Only = "") -> Page:
    """The dates from today on, as a calendar to subscribe to."""

    def made(registry: Registry, today: date) -> Response[Any]:
        return Response(ical(coming(registry, today.isoformat(), today, only or None)), media_type="text/calendar")

    return await Asked(request).answer(made, of_today=True)


@get("/news", name="news")
async def news(request: Asking, since: Since = "", number: Number = 1, chosen: Format = "") -> Page:
    """What the registry has learned in a month unless the address says otherwise, the latest first."""

    def made(registry: Registry, today: date) -> Response[Any]:
        first = _day(since) or (today - _BACK).isoformat()
        if chosen:
            return download(_news(lately(registry, first, today, limit=1000).news), chosen)
        found = lately(registry, first, today, page=number)
        latest = None if found.total else last_learned(registry, today)
        back = (date.fromisoformat(latest) - _BACK).isoformat() if latest else None
        return Template("news.html", context={"found": found, "since": first, "latest": latest, "back": back})

    return await Asked(request).answer(made, of_today=True)


@get("/news.atom", name="news-feed")
async def news_feed(request: Asking, only: Only = "", since: Since = "") -> Page:
    """What the registry has learned in a month, as a feed to subscribe to."""

    def made(registry: Registry, today: date) -> Response[Any]:
        first = _day(since) or (today - _BACK).isoformat()
        written = atom(news_items(registry, first, today, only or None), first, registry.place)
        return Response(written, media_type="application/atom+xml")

    return await Asked(request).answer(made, of_today=True)


def _day(words: str) -> str | None:
    if not words:
        return None
    if len(words) != 10 or not is_partial_date(words):
        raise InputError(f"{words[:40]!r} is no day: write YYYY-MM-DD")
    return words


def _dates(found: Iterable[Coming]) -> Table:
    headings = ("date", "what", "how_sure", "agreement", "name", "parties", "law")
    return table("calendar", headings, ((o.date, o.what, o.sort, o.key, o.name, o.parties, o.law) for o in found))


def _news(found: Iterable[Lately]) -> Table:
    headings = ("recorded", "agreement", "name", "new", "step", "modality", "date", "parties", "differ")
    rows = ((*_of(one.agreement), one.new, *_told(step)) for one in found for step in one.steps)
    return table("news", headings, rows)


def _of(agreement: Summary) -> tuple[str, ...]:
    return (agreement.changed, agreement.key, agreement.name)


def _told(step: Entry) -> tuple[object, ...]:
    return (step.kind, step.modality, step.date, step.parties, "; ".join(step.differ))
