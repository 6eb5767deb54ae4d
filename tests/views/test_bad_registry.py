"""A registry that cannot be used: what is wrong, where, and the cure; nothing is lost; a documented exit code."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

REGISTRY = 4


@pytest.fixture
def registry(tw, page: Path, tmp_path: Path) -> Path:
    assert tw("add", page.name).code == 0
    return tmp_path / "treatywatch.db"


def test_a_registry_of_a_newer_version_is_left_alone(tw, page: Path, registry: Path) -> None:
    with closing(sqlite3.connect(registry)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    before = registry.read_bytes()

    for command in (("list",), ("add", page.name)):
        ended = tw(*command)
        assert ended.code == REGISTRY
        assert "treatywatch.db" in ended.err
        assert "newer" in ended.err
    assert registry.read_bytes() == before


def test_a_locked_registry_is_told(tw, page: Path, registry: Path) -> None:
    with closing(sqlite3.connect(registry)) as database:
        database.execute("BEGIN EXCLUSIVE")
        page.write_text(page.read_text("utf-8").replace("May", "June"), "utf-8")
        ended = tw("add", page.name)

    assert ended.code == REGISTRY
    assert "treatywatch.db" in ended.err
    assert "another process" in ended.err
    assert tw("add", page.name).code == 0, "running again completes it"


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("/proc/treatywatch.db", "/proc/treatywatch.db"),
        ("page.txt/treatywatch.db", "page.txt"),
        ("missing/treatywatch.db", "missing"),
        (".", "folder"),
    ],
)
def test_a_place_where_no_registry_can_be_made_is_told(tw, page: Path, place: str, named: str) -> None:
    ended = tw("add", page.name, "--registry", place)

    assert ended.code == REGISTRY
    assert named in ended.err


def test_a_file_that_is_no_registry_is_left_alone(tw, page: Path) -> None:
    before = page.read_bytes()

    ended = tw("add", page.name, "--registry", page.name)

    assert ended.code == REGISTRY
    assert page.name in ended.err
    assert page.read_bytes() == before


def test_an_address_that_is_none_is_told(tw, page: Path) -> None:
    ended = tw("list", "--registry", "nosuch://host/db")

    assert ended.code == REGISTRY
    assert "nosuch" in ended.err


@pytest.mark.parametrize("command", ["list", "timeline"])
def test_asking_makes_no_registry(tw, tmp_path: Path, command: str) -> None:
    tw(command)

    assert list(tmp_path.glob("*.db")) == []
