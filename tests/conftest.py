"""What every test may use: the databases to test a registry on, and the settings of property tests.

Property tests try new cases at every run by hand, and the same cases at every continuous check. PostgreSQL is a server
of the test run's own on loopback.
"""

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from treatywatch.bench.server import programs, served

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)
settings.load_profile("same" if os.environ.get("CI") else "new")

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server that lives as long as the test run; databases are made in it by ``database``."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    if find_spec("psycopg") is None:
        pytest.skip("the driver of PostgreSQL is not installed: pip install 'treatywatch[postgres]'")
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
