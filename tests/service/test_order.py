from pathlib import Path

import msgspec
from sqlalchemy import text

from treatywatch.registry import open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.listing import listing


def test_any_order_and_batching_gives_the_same_registry(tmp_path: Path, press: tuple) -> None:
    shown = []
    for number, order in enumerate((press, press[::-1], [press[n] for n in (2, 0, 3, 1)])):
        with open_registry(tmp_path / f"{number}.db") as registry:
            for page in order:
                registry.add(*page)
                if number:  # taken into the agreements before the next comes, or all at once
                    assert listing(registry, passing=True)
            shown.append([dossier(registry, line.key) for line in listing(registry, passing=True)])
    assert shown[0] == shown[1] == shown[2]


def test_a_newer_reader_replaces_what_questions_are_answered_from(tmp_path: Path, press: tuple) -> None:
    document, reading = press[2]
    better = msgspec.structs.replace(reading, reader="10", events=reading.events[1:])
    with open_registry(tmp_path / "r.db") as registry:
        for version in (better, msgspec.structs.replace(reading, reader="9")):
            registry.add(document, version)
            [line] = listing(registry)
            assert [entry.kind.value for entry in dossier(registry, line.key).timeline] == ["ratified"]


def test_a_registry_made_under_older_rules_is_made_again_from_its_readings(place: str, press: tuple) -> None:
    with open_registry(place) as registry:
        for page in press:
            registry.add(*page)
        expected = [dossier(registry, line.key) for line in listing(registry, passing=True)]
        with registry.writing() as connection:
            connection.execute(text("UPDATE derived_state SET value = 'older'"))
            connection.execute(text("UPDATE agreements SET name = 'nonsense'"))
        assert [dossier(registry, line.key) for line in listing(registry, passing=True)] == expected
