"""A registry of three short pages that contradict one another, with an account of each role, served to a client."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from treatywatch.model import Document
from treatywatch.registry import open_registry
from treatywatch.registry.accounts import Accounts, Role
from treatywatch.service.pages import PageRead, read_documents
from treatywatch.views.safety import Safety
from treatywatch.views.web.app import create_app

HOST = "testserver.local"
PASSWORD = "four plain words suffice"
TEXTS = (
    ("signing", "2022-05-04", "Wire", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("gazette", "2022-06-10", "Gazette", "OSLO - Norway ratified its fisheries treaty with Iceland on 9 June 2022."),
    ("courier", "2022-06-11", "Courier", "OSLO - Norway ratified its fisheries treaty with Iceland on 8 June 2022."),
)

Client = TestClient[Litestar]
Site = Callable[..., "contextmanager[Client]"]


@pytest.fixture(scope="session")
def readings() -> list[PageRead]:
    documents = [
        Document(id=name, text=text, publisher=publisher, published=day) for name, day, publisher, text in TEXTS
    ]
    return [page for page in read_documents(documents) if isinstance(page, PageRead)]


def fill(place: str, readings: list[PageRead]) -> None:
    with open_registry(place) as registry:
        for page in readings:
            registry.add(page.document, page.reading)
        registry.refresh()
        accounts = Accounts(registry)
        for role in Role:
            accounts.add(role.value, role, PASSWORD, by="setup")


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory, readings: list[PageRead]) -> Path:
    place = tmp_path_factory.mktemp("filled") / "treatywatch.db"
    fill(str(place), readings)
    return place


@pytest.fixture
def filled(request: pytest.FixtureRequest, tmp_path: Path, filled_file: Path, readings: list[PageRead]) -> str:
    """The place of the registry: a file, or a PostgreSQL database where a test asks for it."""
    if getattr(request, "param", "sqlite") == "postgresql":
        place = str(request.getfixturevalue("database"))
        fill(place, readings)
        return place
    return str(shutil.copy(filled_file, tmp_path / "treatywatch.db"))


@pytest.fixture
def site(filled: str) -> Callable[..., Client]:
    """A client of the pages, under the rules of safety that are given."""

    @contextmanager
    def served(**rules: object) -> Iterator[Client]:
        safety = Safety(**({"hosts": frozenset({HOST})} | rules))  # type: ignore[arg-type]
        with TestClient(create_app(filled, safety=safety, today=lambda: date(2023, 1, 1))) as client:
            yield client

    return served  # type: ignore[return-value]


@pytest.fixture
def client(site) -> Iterator[Client]:
    with site() as opened:
        yield opened


@pytest.fixture
def signed_in(client: Client) -> Callable[[str], Client]:
    """The client, signed in under this name."""

    def enter(name: str) -> Client:
        answer = send(client, "/sign-in", "/sign-in", name=name, password=PASSWORD)
        assert answer.status_code == 303
        return client

    return enter


def send(client: Client, page: str, to: str, **fields: str):
    """Send a form with the token that ``page`` gives out."""
    token = re.search(r'name="form_token" value="(\w+)"', client.get(page).text)
    assert token
    return client.post(to, data=fields | {"form_token": token[1]}, follow_redirects=False)


@pytest.fixture
def sent() -> Callable[..., object]:
    return send
