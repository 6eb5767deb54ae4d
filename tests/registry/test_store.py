import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import func, select

from treatywatch.model import InputError, RegistryError
from treatywatch.registry import Registry, open_registry
from treatywatch.registry.store import tables


def count(registry: Registry, table: str) -> int:
    with registry.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(tables.METADATA.tables[table])).scalar_one())


def test_adding_a_page_again_changes_nothing(place: str, page: Callable) -> None:
    with open_registry(place) as registry:
        assert registry.add(*page())
        assert not registry.add(*page())
        assert [count(registry, t) for t in ("texts", "documents", "readings", "sightings", "assertions")] == [
            1,
            1,
            1,
            2,
            3,
        ]


def test_a_page_that_came_as_json_is_the_page_that_was_there(place: str, page: Callable) -> None:
    document, reading = page()
    sent = msgspec.json.decode(b'{"language":"en",' + msgspec.json.encode(document)[1:], type=type(document))
    assert sent == document
    with open_registry(place) as registry:
        assert registry.add(document, reading)
        assert not registry.add(sent, reading)


def test_what_was_added_is_still_there_after_opening_again(place: str, page: Callable) -> None:
    document, reading = page()
    with open_registry(place) as registry:
        registry.add(document, reading)
    with open_registry(place) as registry:
        assert registry.holds(document, "1")
        assert not registry.holds(document, "2")


def test_a_newer_reader_is_appended_beside_the_old(place: str, page: Callable) -> None:
    with open_registry(place) as registry:
        registry.add(*page(reader="1"))
        assert registry.add(*page(reader="2"))
        assert (count(registry, "documents"), count(registry, "readings")) == (1, 2)


def test_the_same_words_by_two_publishers_are_two_documents_with_one_text(place: str, page: Callable) -> None:
    document, reading = page()
    copied = msgspec.structs.replace(document, publisher="Fjord Times", id="p2")
    with open_registry(place) as registry:
        registry.add(document, reading)
        registry.add(copied, msgspec.structs.replace(reading, id="p2"))
        assert (count(registry, "texts"), count(registry, "documents")) == (1, 2)


def test_a_quote_that_the_page_does_not_say_is_refused_and_nothing_stays(place: str, page: Callable) -> None:
    document, reading = page()
    invented = msgspec.structs.replace(reading.events[0], evidence="Norway withdrew")
    with open_registry(place) as registry:
        with pytest.raises(InputError, match="not at its place"):
            registry.add(document, msgspec.structs.replace(reading, events=(invented,)))
        assert count(registry, "documents") == 0


def test_a_reading_of_another_page_is_refused(place: str, page: Callable) -> None:
    document, _ = page()
    _, other = page(text="Peru ratified. Nothing else.")
    with open_registry(place) as registry, pytest.raises(InputError, match="of another text"):
        registry.add(document, other)


@pytest.mark.parametrize(
    "name", ["'; DROP TABLE texts; --", "<script>x</script>", "a\0b\x1b[31m", "\ud800", "x" * 1_000_000, "", "条约"]
)
def test_hostile_names_are_kept_as_words(place: str, page: Callable, name: str) -> None:
    document, reading = page()
    named = msgspec.structs.replace(reading.agreements[0], name=name, aliases=(name,))
    with open_registry(place) as registry:
        assert registry.add(document, msgspec.structs.replace(reading, agreements=(named, reading.agreements[1])))
        assert count(registry, "texts") == 1


def test_a_clock_that_goes_back_never_makes_the_later_look_earlier(place: str, page: Callable) -> None:
    times = iter([datetime(2024, 1, 2, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC)])
    with open_registry(place, clock=lambda: next(times)) as registry:
        registry.add(*page("p1"))
        registry.add(*page("p2"))
        with registry.reading() as connection:
            recorded = (
                connection.execute(select(tables.readings.c.recorded).order_by(tables.readings.c.reading))
                .scalars()
                .all()
            )
    assert recorded == sorted(recorded)


def test_a_registry_of_a_newer_program_is_refused_with_the_cure(file: str) -> None:
    open_registry(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RegistryError, match=r"treatywatch\.db was written by a newer treatywatch .* upgrade"):
        open_registry(file)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_bytes(b"Dear treaty office, " * 100)
    with pytest.raises(RegistryError, match=r"letter\.db is not a registry"):
        open_registry(letter)
    assert letter.read_bytes().startswith(b"Dear")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "music.db") as connection:
        connection.execute("CREATE TABLE songs (title)")
    with pytest.raises(RegistryError, match="something else"):
        open_registry(tmp_path / "music.db")


def test_places_that_cannot_be_opened_say_why(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="make the folder first"):
        open_registry(tmp_path / "none" / "treatywatch.db")
    with pytest.raises(RegistryError, match="is a folder"):
        open_registry(tmp_path)
    with pytest.raises(RegistryError, match="treatywatch add"):
        open_registry(tmp_path / "absent.db", create=False)
    with pytest.raises(RegistryError, match="not supported"):
        open_registry("mysql://localhost/x")
    with pytest.raises(RegistryError, match="cannot be opened"):
        open_registry("/proc/treatywatch.db")


def test_a_locked_registry_says_so(file: str, page: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("treatywatch.registry.store.engine._BUSY_MS", 20)
    with open_registry(file) as registry, sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegistryError, match="being written by another process"):
            registry.add(*page())
        other.execute("ROLLBACK")
        assert registry.add(*page())
