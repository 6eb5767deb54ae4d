"""What every test may use: the databases to test a registry on, the corpora, and the settings of property tests.

Property tests try new cases at every run by hand, and the same cases at every continuous check. PostgreSQL is a server
of the test run's own on loopback. Where a program that tests need is missing, they are skipped by hand and fail in a
continuous check, which must not pass with less; the corpora beside the checkout may be missing anywhere.
"""

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from treatywatch.bench.server import programs, served

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)
settings.load_profile("same" if os.environ.get("CI") else "new")

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_numbers = count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need the corpora beside the checkout as ``shared``."""
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora and scorer beside the checkout."""
    if not (_SHARED / "corpus").is_dir():
        pytest.skip(f"no corpora in {_SHARED}")
    return _SHARED


@pytest.fixture(scope="session")
def lacking() -> Callable[[str], NoReturn]:
    """Ends a test for want of a program: skipped by hand, failed in a continuous check."""
    return pytest.fail if os.environ.get("CI") else pytest.skip


@pytest.fixture(scope="session")
def postgres(lacking: Callable[[str], NoReturn]) -> Iterator[str]:
    """The address of a server that lives as long as the test run; databases are made in it by ``database``."""
    if programs() is None:
        lacking("PostgreSQL is not installed: apt-get install postgresql")
    with served() as address:
        yield address


@pytest.fixture(scope="session")
def new_database(postgres: str) -> Callable[[], str]:
    """Makes a new, empty PostgreSQL database at every call; returns its address."""
    import psycopg

    def made() -> str:
        name = f"registry_{next(_numbers)}"
        with psycopg.connect(f"{postgres}postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        return postgres + name

    return made


@pytest.fixture
def database(new_database: Callable[[], str]) -> str:
    """The address of a new, empty PostgreSQL database."""
    return new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives at every call where another new registry may be, on each database."""
    if request.param == "postgresql":
        made: Callable[[], str] = request.getfixturevalue("new_database")
        return made
    return lambda: str(tmp_path / f"registry_{next(_numbers)}.db")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new registry may be, on each database."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("database"))
    return str(tmp_path / "treatywatch.db")
