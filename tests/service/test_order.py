import shutil
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from treatywatch.model import Document, Reading
from treatywatch.registry import Registry, open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.listing import listing

Page = tuple[Document, Reading]


def shown(registry: Registry) -> list[object]:
    return [dossier(registry, line.key) for line in listing(registry, passing=True)]


def fill(registry: Registry, order: list[Page], splits: set[int]) -> None:
    """Add the pages in this order; at each split what follows from those before is worked out before the next come."""
    ends = sorted({*splits, len(order)})
    for start, end in pairwise([0, *ends]):
        assert all(registry.add_all(order[start:end]))
        registry.refresh()


def test_any_order_and_batching_gives_the_same_registry(empty: Path, press: tuple) -> None:
    pages = more(press)
    expected = filled(empty, pages, set())

    @settings(max_examples=200)
    @given(st.permutations(pages), st.sets(st.integers(1, len(pages) - 1)))
    def holds(order: list[Page], splits: set[int]) -> None:
        assert filled(empty, order, splits) == expected

    holds()


def filled(empty: Path, order: list[Page], splits: set[int]) -> list[object]:
    with tempfile.TemporaryDirectory() as folder, open_registry(shutil.copy(empty, Path(folder, "r.db"))) as registry:
        fill(registry, order, splits)
        return shown(registry)


def test_the_same_holds_on_postgresql(new_database: Callable[[], str], press: tuple) -> None:
    pages, chance = more(press), Random(7)
    found = []
    for _ in range(6):
        with open_registry(new_database()) as registry:
            fill(registry, chance.sample(pages, len(pages)), set(chance.sample(range(1, len(pages)), 2)))
            found.append(shown(registry))
    assert all(each == found[0] for each in found)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty registry to copy: making one takes longer than filling it."""
    file = tmp_path_factory.mktemp("order") / "empty.db"
    open_registry(file).close()
    return file


def more(press: tuple) -> list[Page]:
    """The press, a copy of one of its pages by another paper, and a page read by two readers."""
    document, reading = press[1]
    copied = msgspec.structs.replace(document, id="copy", publisher="Fjord Times")
    older = msgspec.structs.replace(press[2][1], reader="0", events=press[2][1].events[:1])
    return [*press, (copied, msgspec.structs.replace(reading, id="copy")), (press[2][0], older)]


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
