"""What every test may use: the databases to test a registry on, and the settings of property tests.

Property tests try new cases at every run by hand, and the same cases at every continuous check. PostgreSQL is a server
of the test run's own on loopback.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", deadline=None)
settings.load_profile("same" if os.environ.get("CI") else "new")

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server that lives as long as the test run; databases are made in it by ``database``."""
    if not _PROGRAMS:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    if find_spec("psycopg") is None:
        pytest.skip("the driver of PostgreSQL is not installed: pip install 'treatywatch[postgres]'")
    folder = Path(tempfile.mkdtemp(prefix="treatywatch-pg-"))
    try:
        yield from _served(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _served(folder: Path) -> Iterator[str]:
    data = folder / "data"
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
    _run("initdb", "--auth=trust", "--username=tester", "--encoding=UTF8", "--no-sync", "--pgdata", str(data))
    port = _free_port()
    options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c shared_buffers=16MB"
    _run("pg_ctl", "start", "--wait", "--pgdata", str(data), "--log", str(folder / "log"), "--options", options)
    try:
        yield f"postgresql://tester@127.0.0.1:{port}/"
    finally:
        _run("pg_ctl", "stop", "--mode=immediate", "--pgdata", str(data))


@pytest.fixture
def database(postgres: str) -> str:
    """The address of a new, empty PostgreSQL database."""
    import psycopg

    name = f"registry_{next(_numbers)}"
    with psycopg.connect(f"{postgres}postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    return postgres + name


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new registry may be, on each database."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("database"))
    return str(tmp_path / "treatywatch.db")


def _run(program: str, *arguments: str) -> None:
    command = [str(_PROGRAMS[-1] / program), *arguments]
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_user, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
