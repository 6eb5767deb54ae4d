"""A registry of every released version is brought up with all it holds, and answers as one made today."""

from pathlib import Path

import pytest
from sqlalchemy import MetaData, insert, select, text

from treatywatch.model import RegistryError
from treatywatch.registry import Registry, faults, open_registry
from treatywatch.registry.store import schema
from treatywatch.registry.store.engine import connect, writing
from treatywatch.registry.store.place import locate
from treatywatch.service.dossier import dossier
from treatywatch.service.judging import correct
from treatywatch.service.listing import listing
from treatywatch.service.review import decisions, different, undo

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
STORED = ("texts", "documents", "readings", "sightings", "assertions", "decisions", "decision_facts", "tombstones")
FACTS = "0003"  # the version that brought decisions on facts, and forgetting
WHY = {"who": "M. Silva", "because": "the annex says so"}


@pytest.mark.parametrize("version", schema.versions()[:-1])
def test_a_registry_of_an_older_version_is_brought_up_with_all_it_holds(
    place: str, version: str, press: tuple, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_registry(tmp_path / "today.db") as today:
        for page in press:
            today.add(*page)
        different(today, PACT, TAX, **WHY)
        undo(today, 1, **WHY)
        if version >= FACTS:
            correct(today, dossier(today, PACT).timeline[0].fact, ["date=2021-05-03"], **WHY)
            today.forget(press[3][0].sha256, **WHY)
        expected = [dossier(today, line.key) for line in listing(today, passing=True)]
        said = decisions(today)
        with monkeypatch.context() as older:
            older.setattr(schema, "head", lambda: version)
            _copy(today, place)
    with open_registry(place) as registry:
        assert list(faults(registry)) == []
        assert [dossier(registry, line.key) for line in listing(registry, passing=True)] == expected
        assert decisions(registry) == (said if version > "0001" else ())
        with registry.reading() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == schema.head()


def test_a_program_of_any_older_version_refuses_a_registry_of_today(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_registry(place).close()
    every = schema.versions()
    for number in range(1, len(every)):
        with monkeypatch.context() as older:
            older.setattr(schema, "versions", lambda known=every[:number]: known)
            with pytest.raises(RegistryError, match=r"written by a newer treatywatch .* upgrade treatywatch"):
                open_registry(place)
    open_registry(place).close()


def _copy(today: Registry, place: str) -> None:
    """What ``today`` holds, as a program of the version in ``schema.head`` would have stored it."""
    engine = connect(locate(place, create=True))
    schema.bring_up(writing(engine), place)
    old = MetaData()
    with today.reading() as source, writing(engine).begin() as target:
        old.reflect(target)
        new = MetaData()
        new.reflect(source)
        for name in (name for name in STORED if name in old.tables):
            rows = [
                {column.name: row[column.name] for column in old.tables[name].c}
                for row in source.execute(select(new.tables[name])).mappings()
            ]
            if rows:
                target.execute(insert(old.tables[name]), rows)
        waiting = select(old.tables["readings"].c.reading)
        target.execute(insert(old.tables["pending"]).from_select(["reading"], waiting))
    engine.dispose()
