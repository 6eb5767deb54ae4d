import pytest

from treatywatch.language.dates import dateline, find_dates, year_of_page


def year(text):
    return year_of_page(find_dates(text), dateline(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact took effect on 4 December. That day, 4 December 2024, the notes were exchanged.", 2024),
        ("They agreed in May 2017. On Monday 16 April the ministers meet; the pact is to start in 2019.", 2018),
        ("RIGA, June 7. The law was signed on Monday. The partner had left in November 2020.", 2021),
        ("RIGA, June 7, 2022 - The law was signed.", 2022),
        ("The pact was signed on June 7.", None),
        ("The pact was signed on June 7. The older one dates from 1961.", None),
        ("They meet on Monday 16 April.", None),
        ("Notes of 3 May 2020 and 4 May 2021 followed those of 3 May and of 4 May.", None),
        ("", None),
    ],
)
def test_a_page_without_a_date_has_the_year_that_its_own_days_settle(text, expected):
    assert year(text) == expected
