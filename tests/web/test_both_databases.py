"""Pages say the same whichever database the registry is in."""

from datetime import date
from pathlib import Path

import pytest
from litestar.testing import TestClient

from treatywatch.views.safety import Safety
from treatywatch.views.web.app import create_app
from treatywatch.views.web.demo import fill

TREATY = "/agreements/prk-rus-2024-treaty-comprehensive-strategic-partnership"
ADDRESSES = (
    "/",
    "/?q=north+korea&sort=name",
    "/?q=duma&format=json",
    "/?stage=suspended&state=USA",
    TREATY,
    f"{TREATY}?as_of=2024-10-30&known_by=2024-11-01",
    "/agreements/high-seas-treaty-2023?order=consent",
    "/agreements/high-seas-treaty-2023/map.svg",
    "/states",
    "/states/RUS",
    "/calendar?since=2026-01-01",
    "/news?since=2024-01-01",
)


def _shown(place: str, today: date) -> dict[str, str]:
    safety = Safety(hosts=frozenset({"testserver.local"}), requests=None)
    with TestClient(create_app(place, today=lambda: today, safety=safety)) as client:
        answers = {address: client.get(address) for address in ADDRESSES}
    assert [address for address, answer in answers.items() if answer.status_code != 200] == []
    return {address: answer.text for address, answer in answers.items()}


@pytest.fixture(scope="module")
def on_a_file(demo: Path, today: date) -> dict[str, str]:
    return _shown(str(demo), today)


def test_every_page_is_the_same_from_postgresql(database: str, today: date, on_a_file: dict[str, str]) -> None:
    fill(database)

    shown = _shown(database, today)

    assert [address for address in ADDRESSES if shown[address] != on_a_file[address]] == []
