import pytest

from treatywatch.language.dates import find_dates, interval, resolve


def value(text, published, direction=None, before=None):
    (found,) = find_dates(text)
    return resolve(found, published, direction, before)


@pytest.mark.parametrize(
    ("text", "published", "direction", "ends"),
    [
        ("They meet on Aug. 16-20.", "2017-07-19", "future", ("2017-08-16", "2017-08-20")),
        ("from 30 December to 2 January", "2024-01-10", "past", ("2023-12-30", "2024-01-02")),
        ("from March to May 2020", None, None, ("2020-03", "2020-05")),
        ("from 2019 to 2021", None, None, ("2019", "2021")),
        ("from 28 June to 2 July", None, "past", None),
        ("on 16 August", "2017-07-19", "future", None),
    ],
)
def test_a_range_has_two_ends(text, published, direction, ends):
    (found,) = find_dates(text)
    assert interval(found, published, direction) == ends


def test_what_lies_so_many_days_ahead_dates_nothing_in_the_past():
    assert value("In six months the state will be out.", "2020-05-21", "future") == "2020-11"
    assert value("In six months they had drafted it.", "2020-05-21", "past") is None
    assert value("It must be done within six months.", "2020-05-21", "future") is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (None, None),
        ("2024", "2024-01-10"),
        ("2024-03-01", "2024-01-10"),
        ("2023-12-04", "2024-01-10"),
        ("2024-12", "2025-01-10"),
        ("no date", None),
    ],
)
def test_on_an_undated_page_a_day_without_its_year_leans_on_the_date_before_it(before, expected):
    assert value("On January 10 the house agreed.", None, "past", before) == expected


def test_a_leap_day_is_looked_for_in_a_leap_year():
    assert value("It was signed on February 29.", "2022-03-01", "past") == "2020-02-29"


def test_a_weekday_beside_a_day_settles_its_year():
    assert value("It was signed on Wednesday, June 19.", "2025-03-01", None) == "2024-06-19"


@pytest.mark.parametrize("stamp", ["", "soon", "2024", "2024-13-40", "0001-01-01", "9999-12-31"])
def test_a_bad_or_extreme_page_date_is_no_error(stamp):
    for words in ("next year", "two weeks ago", "on Monday", "last month", "next week", "in June", "on 29 February"):
        (found,) = find_dates(f"It happens {words}.")
        for direction in ("past", "future", None):
            resolve(found, stamp, direction)
            resolve(found, stamp, direction, "9999-12-31")
            resolve(found, stamp, direction, "0001-01-01")


def test_a_month_is_counted_from_the_date_before_it():
    assert value("The following June they met.", None, None, "2023-09-01") == "2024-06"
    assert value("They met later that December.", None, None, "2023-09-01") == "2023-12"


def test_a_weekday_is_tomorrow_s_on_a_page_stamped_a_day_early_unless_it_is_called_the_last_one():
    assert value("The house approved it on Wednesday.", "2018-12-11", "past") == "2018-12-12"
    assert value("The house approved it last Wednesday.", "2018-12-11", "past") == "2018-12-05"


@pytest.mark.parametrize("text", ["about three decades ago", "a century ago", "ten centuries later"])
def test_decades_and_centuries_date_nothing(text):
    assert value(f"It was signed {text}.", "2018-12-11", "past", "2018-12-11") is None
