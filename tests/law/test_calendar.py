"""Legal counting: the triggering day is not counted, months end on the same day or the month's last."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.law.calendar import LAST, days_after, first_of_month_after, months_after, years_after

DAYS = st.dates(date(1648, 10, 24), date(2400, 12, 31))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2021-03-01", 30, "2021-03-31"),
        ("2020-02-28", 2, "2020-03-01"),
        ("2021-02-28", 2, "2021-03-02"),
        ("2000-02-28", 1, "2000-02-29"),
        ("1900-02-28", 1, "1900-03-01"),
        ("2020-07-01", 0, "2020-07-01"),
    ],
)
def test_thirtieth_day_following_leaves_out_the_first(start: str, days: int, end: str) -> None:
    assert days_after(date.fromisoformat(start), days).isoformat() == end


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2021-01-31", 1, "2021-02-28"),
        ("2020-01-31", 1, "2020-02-29"),
        ("2021-08-31", 6, "2022-02-28"),
        ("2021-11-15", 3, "2022-02-15"),
        ("2020-02-29", 12, "2021-02-28"),
    ],
)
def test_months_end_on_the_same_day_or_the_last(start: str, months: int, end: str) -> None:
    assert months_after(date.fromisoformat(start), months).isoformat() == end


def test_leap_day_becomes_the_28th_in_a_common_year() -> None:
    assert years_after(date(2020, 2, 29), 1) == date(2021, 2, 28)
    assert years_after(date(2020, 2, 29), 4) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("2021-03-01", 1, "2021-04-01"), ("2021-03-31", 2, "2021-05-01"), ("2021-12-31", 1, "2022-01-01")],
)
def test_first_of_month_never_counts_the_running_month(start: str, months: int, end: str) -> None:
    assert first_of_month_after(date.fromisoformat(start), months).isoformat() == end


@given(DAYS, st.integers(0, 2000), st.integers(0, 2000))
def test_days_add_up(day: date, first: int, then: int) -> None:
    assert days_after(days_after(day, first), then) == day + timedelta(first + then)


@given(DAYS, st.integers(0, 600))
def test_months_keep_the_day_or_end_the_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert (end.year - day.year) * 12 + end.month - day.month == months
    assert end.day == min(day.day, monthrange(end.year, end.month)[1])


@given(DAYS, DAYS, st.integers(0, 600))
def test_a_later_act_never_gives_an_earlier_day(one: date, other: date, n: int) -> None:
    early, late = sorted((one, other))
    for count in (days_after, months_after, first_of_month_after):
        assert count(early, n) <= count(late, n)


@given(DAYS, st.integers(1, 60))
def test_first_of_month_is_a_first_day_after_the_act(day: date, months: int) -> None:
    assert first_of_month_after(day, months).day == 1
    assert first_of_month_after(day, months) > day


@given(st.dates(), st.integers(0, 10**6))
def test_no_date_leaves_the_calendar(day: date, n: int) -> None:
    for count in (days_after, months_after, years_after, first_of_month_after):
        assert day.replace(day=1) <= count(day, n) <= LAST
