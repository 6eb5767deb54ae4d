"""A page is answered anew when it may be another, and only then; what is sent is small, and what is kept is bounded."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from treatywatch.model import Document, Reading
from treatywatch.registry import open_registry
from treatywatch.views.safety import Safety
from treatywatch.views.web.app import create_app
from treatywatch.views.web.demo import fill
from treatywatch.views.web.kept import Kept, Page

SAFETY = Safety(hosts=frozenset({"testserver.local"}), requests=None)
Client = TestClient[Litestar]


class Calendar:
    """A day that a test can turn."""

    day = date(2026, 1, 20)

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A registry of the example pages that the test may add to."""
    fill(str(tmp_path / "demo.db"))
    return str(tmp_path / "demo.db")


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def client(place: str, calendar: Calendar) -> Iterator[Client]:
    with TestClient(create_app(place, today=calendar, safety=SAFETY)) as client:
        yield client


def _add(place: str) -> None:
    document = Document("news", "It rained in Bergen.", published="2026-01-19")
    with open_registry(place) as registry:
        registry.add(document, Reading("news", document.sha256, "1"))


def test_who_has_a_page_is_sent_nothing_until_the_registry_changes(client: Client, place: str) -> None:
    first = client.get("/")
    again = client.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"]

    _add(place)
    changed = client.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert changed.headers["etag"] != first.headers["etag"]


def test_a_page_asked_for_twice_is_the_same_with_all_its_headers(client: Client) -> None:
    first, second = client.get("/?words=north+korea"), client.get("/?words=north+korea")
    assert first.text == second.text
    assert {**first.headers, "date": ""} == {**second.headers, "date": ""}


def test_a_day_that_turns_changes_pages_without_any_news(client: Client, calendar: Calendar) -> None:
    before = client.get("/").headers["etag"]
    calendar.day = date(2026, 1, 21)
    assert client.get("/").headers["etag"] != before


def test_other_words_are_another_page(client: Client) -> None:
    tags = {client.get(address).headers["etag"] for address in ("/", "/?words=korea", "/?words=norway")}
    assert len(tags) == 3


def test_pages_are_compressed_for_those_who_can_read_it(client: Client) -> None:
    small = client.get("/", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    assert (small.headers["content-encoding"], small.text) == ("gzip", plain.text)
    assert "content-encoding" not in plain.headers
    assert int(small.headers["content-length"]) < int(plain.headers["content-length"]) / 2
    assert "accept-encoding" in small.headers["vary"]


def test_what_is_not_there_is_told_anew(client: Client) -> None:
    assert "etag" not in client.get("/agreements/none-of-that-name").headers
    assert client.get("/agreements/none-of-that-name").status_code == 404


def test_what_is_kept_has_an_end_and_starts_with_what_was_asked_for_last() -> None:
    kept = Kept(room=1_000)
    for number in range(100):
        kept.keep(str(number), Page(200, (), b" " * 90))
        assert kept.held <= 1_000
    assert kept.held == 11 * 90
