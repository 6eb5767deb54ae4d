"""A backup is the registry, and what is wrong with a registry is found and named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from treatywatch.model import InputError
from treatywatch.registry import Registry, back_up, faults, open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.judging import correct
from treatywatch.service.listing import listing
from treatywatch.service.review import decisions, different, undo

WHY = {"who": "M. Silva", "because": "the annex says so"}


@pytest.fixture
def filled(place: str, page: Callable) -> Registry:
    opened = open_registry(place)
    for number in range(3):
        opened.add(*page(f"p{number}", published=f"2021-05-0{number + 5}"))
    one, other = listing(opened, passing=True)
    different(opened, one.key, other.key, **WHY)
    undo(opened, 1, **WHY)
    correct(opened, dossier(opened, one.key).timeline[0].fact, ["date=2021-05-03"], **WHY)
    return opened


def told(registry: Registry) -> list[object]:
    return [decisions(registry), *(dossier(registry, line.key) for line in listing(registry, passing=True))]


def test_a_backup_answers_as_the_registry_did_and_can_be_added_to(
    filled: Registry, page: Callable, tmp_path: Path
) -> None:
    before = told(filled)
    back_up(filled, str(tmp_path / "saved.db"))
    filled.add(*page("later"))
    with open_registry(tmp_path / "saved.db", create=False) as saved:
        assert told(saved) == before
        assert list(faults(saved)) == []
        saved.add(*page("later"))
        assert told(saved) == told(filled)
    assert sorted(path.name for path in tmp_path.iterdir() if "saved" in path.name) == ["saved.db"]


def test_a_file_becomes_a_database_and_is_counted_on_there(
    filled: Registry, page: Callable, new_database: Callable[[], str]
) -> None:
    database = new_database()
    back_up(filled, database)
    with open_registry(database) as restored:
        assert told(restored) == told(filled)
        restored.add(*page("later"))
        different(restored, *(line.key for line in listing(restored, passing=True)), **WHY)
        assert list(faults(restored)) == []
        with pytest.raises(InputError, match="holds a registry already"):
            back_up(filled, database)


def test_nothing_is_ever_written_over(filled: Registry, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    older.write_text("an older backup")
    with pytest.raises(InputError, match="exists: name a new file"):
        back_up(filled, str(older))
    assert older.read_text() == "an older backup"
    with pytest.raises(InputError, match="make the folder first"):
        back_up(filled, str(tmp_path / "none" / "new.db"))


def test_a_sound_registry_has_no_faults(filled: Registry) -> None:
    assert list(faults(filled)) == []


@pytest.mark.parametrize(
    ("damage", "table", "words"),
    [
        ("UPDATE assertions SET quote = 'Norway withdrew' WHERE assertion = 0", "assertions", "not at its place"),
        ("UPDATE texts SET text = replace(text, 'Chile', 'Spain')", "texts", "not the one that has this hash"),
        ("UPDATE documents SET publisher = 'Somebody'", "documents", "digest"),
        ("UPDATE agreements SET name = 'nonsense'", "agreements", "the pages make"),
        ("DELETE FROM agreement_steps", "agreement_steps", "the pages make"),
        ("UPDATE agreement_wholes SET whole = (SELECT sketch FROM sketches LIMIT 1)", "agreement_wholes", "make"),
        ("DELETE FROM agreement_members", "agreements", "refers to what is not in agreement_members"),
        ("UPDATE readings SET recorded = '1999' WHERE reading = 2", "readings", "recorded at 1999, after"),
        ("UPDATE decisions SET undoes = 99", "decisions", "refers to what is not in decisions"),
    ],
)
def test_what_somebody_changed_is_found_and_named(filled: Registry, damage: str, table: str, words: str) -> None:
    filled.refresh()
    with filled.writing() as connection:
        connection.execute(text(damage))
    found = list(faults(filled))
    assert any(fault.table == table and words in fault.told for fault in found), found


def test_a_damaged_file_is_told_by_the_database(tmp_path: Path, page: Callable) -> None:
    file = tmp_path / "treatywatch.db"
    with open_registry(file) as registry:
        for number in range(30):
            registry.add(*page(f"p{number}", text=f"{number} {'word ' * 300}. End."))
        assert len(registry.lines(passing=True)) > 1
    held = bytearray(file.read_bytes())
    middle = len(held) // 2 // 4096 * 4096
    held[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(held)
    with open_registry(file) as registry:
        assert [fault.table for fault in faults(registry)][:1] == ["the file"]
