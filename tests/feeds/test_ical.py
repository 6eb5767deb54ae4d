"""Planned and computed dates as a calendar that others can read; on both databases."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from treatywatch.model import InputError
from treatywatch.service.coming import coming
from treatywatch.views.feeds.ical import ical

TODAY = date(2026, 2, 1)


def read(registry, since: str = "2026-01-01", today: date = TODAY) -> list:
    return list(Calendar.from_ical(ical(coming(registry, since, today))).walk("VEVENT"))


def summaries(events: list) -> list[str]:
    return [str(event["SUMMARY"]) for event in events]


def test_a_planned_day_is_a_tentative_event_with_the_words_that_say_so(registry, tell) -> None:
    tell("p1", "signed", "2026-03-04", modality="planned", url="https://news.example/1")

    (event,) = read(registry)

    assert str(event["SUMMARY"]) == "Lighthouse Pact: signed (planned) · ISL, NOR"
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2026, 3, 4), date(2026, 3, 5))
    assert (event["STATUS"], event["URL"]) == ("TENTATIVE", "https://news.example/1")
    assert event.decoded("DTSTAMP") == datetime(2026, 1, 5, 12, tzinfo=UTC)
    assert "“p1 tells that Lighthouse Pact is signed 2026-03-04.”" in str(event["DESCRIPTION"])


@pytest.mark.parametrize(
    ("told", "first", "after"),
    [
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("2027", date(2027, 1, 1), date(2028, 1, 1)),
        ("2028-02", date(2028, 2, 1), date(2028, 3, 1)),
    ],
)
def test_a_month_or_a_year_takes_all_of_it_and_says_so(registry, tell, told: str, first: date, after: date) -> None:
    tell("p1", "in_force", told, modality="planned")

    (event,) = read(registry)

    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (first, after)
    assert f"some day of {told}" in str(event["SUMMARY"])


def test_the_end_of_the_calendar_is_a_day_too(registry, tell) -> None:
    tell("p1", "in_force", "9999-12-31", modality="planned")
    tell("p2", "signed", "0001-01-01", modality="possible")

    early, late = read(registry, "0001-01-01")

    assert (early.decoded("DTSTART"), late.decoded("DTSTART")) == (date(1, 1, 1), date(9999, 12, 31))


def test_computed_dates_stand_with_their_law(registry, tell) -> None:
    tell("p1", "in_force", "2026-03-01", "ISL NOR")

    (event,) = [one for one in read(registry) if "entry into force" in str(one["SUMMARY"])]

    assert str(event["SUMMARY"]) == "Lighthouse Pact: entry into force (computed)"
    assert event.decoded("DTSTART") == date(2026, 3, 1)
    assert event["STATUS"] == "CONFIRMED"
    assert "VCLT" in str(event["DESCRIPTION"])


def test_dates_before_the_day_and_what_has_been_done_since_are_left_out(registry, tell, days) -> None:
    tell("p1", "signed", "2026-03-04", modality="planned")
    tell("p2", "ratified", "2025-12-31", modality="planned")
    assert summaries(read(registry)) == ["Lighthouse Pact: signed (planned) · ISL, NOR"]

    days.next()
    tell("p3", "signed", "2026-03-04")

    assert summaries(read(registry)) == []


def test_the_same_date_has_the_same_id_on_every_run_and_when_told_again(registry, tell, days) -> None:
    tell("p9", "signed", "2026-03", modality="planned")
    tell("p9b", "in_force", "2026-05-01", modality="planned")
    before = {str(event["SUMMARY"]): str(event["UID"]) for event in read(registry)}
    written = ical(coming(registry, "2026-01-01", TODAY))
    days.next()
    for page in ("p1", "p2", "p3"):
        tell(page, "signed", "2026-03", modality="planned")

    events = read(registry)

    assert len(set(before.values())) == len(before) == 2
    assert {str(event["SUMMARY"]): str(event["UID"]) for event in events} == before
    assert ical(coming(registry, "2026-01-01", TODAY)) != written
    assert ical(coming(registry, "2026-01-01", TODAY)) == ical(coming(registry, "2026-01-01", TODAY))


@pytest.mark.parametrize(
    "name",
    ["END:VCALENDAR\r\nBEGIN:VEVENT Pact", "a\x00b\x07 Pact", "semi;colon,comma\\n Pact", "معاهدة " * 50, "x" * 10**5],
)
def test_hostile_names_stay_in_their_line(registry, tell, name: str) -> None:
    tell("p1", "signed", "2026-03-04", modality="planned", name=name)

    (event,) = read(registry)

    assert "signed (planned)" in str(event["SUMMARY"])
    assert all(len(line) <= 75 for line in ical(coming(registry, "2026-01-01", TODAY)).splitlines())


def test_what_is_no_day_is_refused(registry) -> None:
    with pytest.raises(InputError, match="write YYYY-MM-DD"):
        coming(registry, "2026-01", TODAY)
