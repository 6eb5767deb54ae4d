from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from treatywatch.views.safety import Safety
from treatywatch.views.web.app import create_app
from treatywatch.views.web.demo import fill

TODAY = date(2026, 1, 20)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of the example pages."""
    place = tmp_path_factory.mktemp("demo") / "demo.db"
    fill(str(place))
    return place


@pytest.fixture
def client(demo: Path) -> Iterator[TestClient[Litestar]]:
    safety = Safety(hosts=frozenset({"testserver.local"}), requests=None)
    with TestClient(create_app(str(demo), today=lambda: TODAY, safety=safety)) as client:
        yield client
