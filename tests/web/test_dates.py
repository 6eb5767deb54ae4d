"""Calendar and news, as pages and as files that other programs come back for."""

import re

import feedparser
from icalendar import Calendar


def test_the_calendar_shows_what_is_planned_and_computed_month_by_month(client) -> None:
    page = client.get("/calendar?since=2026-01-01&until=2026-12-31").text

    assert "<h2>2026-01</h2>" in page
    assert "High Seas Treaty" in page
    assert "High Seas Treaty" not in client.get("/calendar?since=2027-01-01&until=2027-12-31").text


def test_it_can_be_subscribed_to_and_downloaded(client) -> None:
    answer = client.get("/calendar.ics")
    rows = client.get("/calendar?since=2026-01-01&until=2026-12-31&format=json").json()

    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert Calendar.from_ical(answer.content)["prodid"] == "-//treatywatch//EN"
    assert "High Seas Treaty" in {row["name"] for row in rows}


def test_news_are_what_was_learned_since_a_day_the_latest_first(client) -> None:
    page = client.get("/news?since=2025-01-01").text

    assert page.index("High Seas Treaty") > 0
    assert "Morocco" in page
    assert "New START" not in page
    empty = client.get("/news?since=2026-01-19").text
    assert "Nothing was learned after 2026-01-19" in empty
    assert "news since" in client.get(re.search(r'href="(/news\?since=[\d-]+)">look from', empty)[1]).text


def test_news_can_be_subscribed_to_and_downloaded(client) -> None:
    feed = feedparser.parse(client.get("/news.atom?since=2025-01-01").content)
    rows = client.get("/news?since=2025-01-01&format=json").json()

    assert not feed.bozo
    assert any("High Seas Treaty" in entry.title for entry in feed.entries)
    assert {row["agreement"] for row in rows} == {"high-seas-treaty-2023"}


def test_what_is_no_day_is_told(client) -> None:
    for address in ("/calendar?since=soon", "/news?since=2024", "/news.atom?since=x"):
        assert client.get(address).status_code == 400
