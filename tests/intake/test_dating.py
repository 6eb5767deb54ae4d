import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatywatch.intake.dating import day_in_url, iso_day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://lake.example/2024/06/18/treaty", "2024-06-18"),
        ("https://lake.example/world/2024/jun/08/treaty", "2024-06-08"),
        ("https://lake.example/news/2024-6-8/treaty", "2024-06-08"),
        ("https://lake.example/en/20240618/treaty_1.html", "2024-06-18"),
        ("https://lake.example/a/story-2024-06-18-treaty.html", "2024-06-18"),
        ("http://lake.example:8080/2024_06_18", "2024-06-18"),
    ],
)
def test_the_day_in_an_address_is_found(url, day):
    assert day_in_url(url) == day


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://lake.example/2024/treaty",
        "https://lake.example/article/1202406181",
        "https://lake.example/2024/02/30/treaty",
        "https://lake.example/2024/06/18/as-it-was-on-2023-05-01",
        "https://20240618.example/treaty",
        "https://lake.example/2019/treaty/05/06",
        "https://lake.example/politics/1804627/amp",
    ],
)
def test_other_numbers_in_an_address_are_no_day(url):
    assert day_in_url(url) is None


@given(st.text())
def test_no_text_breaks_the_dates(text):
    iso_day(text)
    day_in_url(text)
