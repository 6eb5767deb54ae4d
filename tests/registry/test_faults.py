"""A full disk, a lost server, a file that may not be written, a clock that jumps: told in words, nothing damaged."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from treatywatch.bench.generated import pages
from treatywatch.model import RegistryError
from treatywatch.registry import Registry, faults, open_registry
from treatywatch.registry.store import tables

FILLING = """
import resource, sys
from treatywatch.bench.generated import pages
from treatywatch.registry import open_registry
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
with open_registry(sys.argv[1]) as registry:
    for document, reading in pages(20_000):
        registry.add(document, reading)
        print(document.id, flush=True)
"""

READER = """
import os, sys
from treatywatch.model import RegistryError
from treatywatch.bench.generated import pages
from treatywatch.registry import open_registry
if os.geteuid() == 0:  # who may write anything
    os.setuid(65534)
try:
    with open_registry(sys.argv[1], create=False) as registry:
        registry.add(*next(pages(10)))
except RegistryError as error:
    print(error)
"""


def kept(registry: Registry) -> list[str]:
    with registry.reading() as connection:
        return list(connection.execute(select(tables.documents.c.id)).scalars())


def test_a_full_disk_is_told_and_what_was_kept_is_kept(file: str) -> None:
    open_registry(file).close()
    most = Path(file).stat().st_size + 200_000
    ended = subprocess.run(
        [sys.executable, "-c", FILLING, file, str(most)], capture_output=True, text=True, check=False
    )
    assert "RegistryError" in ended.stderr
    assert "the disk is full; free some space and run again" in ended.stderr
    said = ended.stdout.split()
    assert said
    with open_registry(file) as registry:
        assert kept(registry) == said
        assert list(faults(registry)) == []


def test_a_file_that_may_not_be_written_is_told_and_left_alone(page: Callable) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "treatywatch.db")
        with open_registry(file) as registry:
            registry.add(*page())
        before = file.read_bytes()
        Path(folder).chmod(0o555)
        file.chmod(0o444)
        ended = subprocess.run([sys.executable, "-c", READER, file], capture_output=True, text=True, check=True)
        assert "treatywatch.db cannot be" in ended.stdout
        assert file.read_bytes() == before


def test_a_server_that_goes_away_while_a_page_is_written_keeps_nothing_of_it(database: str, page: Callable) -> None:
    import psycopg

    def end_every_other_connection() -> datetime:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        return datetime.now(UTC)

    # the time is asked for in the middle of a transaction
    clocks = iter([lambda: datetime.now(UTC), end_every_other_connection, lambda: datetime.now(UTC)])

    def clock() -> datetime:
        return next(clocks)()

    with open_registry(database, clock=clock) as registry:
        registry.add(*page("first"))
        with pytest.raises(RegistryError, match=r"went away in the middle: .* run again"):
            registry.add(*page("second"))
        assert kept(registry) == ["first"]
        assert registry.add(*page("second"))
        assert list(faults(registry)) == []


def test_connections_that_the_server_ended_meanwhile_are_made_anew(database: str, page: Callable) -> None:
    import psycopg

    with open_registry(database) as registry:
        registry.add(*page())
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert kept(registry) == ["p1"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://tester@127.0.0.1:1/none", "cannot be reached: check the address"),
        ("{server}none_such", "create the database first"),
        ("{server_as_nobody}postgres", "refuses the user"),
    ],
)
def test_a_server_that_cannot_be_used_is_told_with_the_cure(postgres: str, address: str, words: str) -> None:
    place = address.format(server=postgres, server_as_nobody=postgres.replace("tester", "nobody"))
    with pytest.raises(RegistryError, match=words):
        open_registry(place)


@settings(max_examples=25)
@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=6))
def test_however_the_clock_jumps_later_never_looks_earlier(jumps: list[int]) -> None:
    start, made = datetime(2026, 1, 1, tzinfo=UTC), list(pages(60))
    times = iter([start + timedelta(hours=hours) for hours in jumps])
    with (
        tempfile.TemporaryDirectory() as folder,
        open_registry(Path(folder, "r.db"), clock=lambda: next(times)) as registry,
    ):
        for number in range(len(jumps)):
            registry.add(*made[number])
        assert [fault for fault in faults(registry, again=False) if fault.table in {"documents", "readings"}] == []
