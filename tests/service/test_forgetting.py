"""A page that must be forgotten is gone, with all that rested on it alone; nothing else is ever changed or deleted."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import event, inspect, select

from treatywatch.model import InputError, NotFoundError
from treatywatch.registry import Registry, open_registry
from treatywatch.registry.accounts import tables as accounts
from treatywatch.registry.store import derived, tables
from treatywatch.service.dossier import dossier
from treatywatch.service.forgetting import forget
from treatywatch.service.judging import confirm, correct, reject
from treatywatch.service.listing import listing
from treatywatch.service.review import decisions, same, undo
from treatywatch.service.timeline import timeline

PACT, TAX = "chl-nor-2021-treaty-shared-harbours", "chl-per-double-taxation-treaty"
WHY = {"who": "M. Silva", "because": "ruling 12/2026"}
DERIVED = {table.name for table in (*derived.DERIVED, derived.pending, derived.state)}
STORED = sorted(set(tables.METADATA.tables) - DERIVED)
assert accounts  # the import adds its tables to the metadata
SECRET = "ratified the pact with Norway on Monday"


@pytest.fixture
def changed(registry: Registry) -> list[str]:
    """The statements that update or delete stored rows, as the database gets them."""
    found: list[str] = []
    words = re.compile(
        rf"(UPDATE|DELETE FROM|TRUNCATE|DROP TABLE|REPLACE INTO)\s+\"?({'|'.join(STORED)})\b", re.IGNORECASE
    )

    @event.listens_for(registry._engine, "before_cursor_execute")
    def _watch(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if words.search(statement):
            found.append(statement)

    return found


def contents(registry: Registry) -> dict[str, set[tuple]]:
    """Every row of every stored table."""
    with registry.reading() as connection:
        return {
            name: {tuple(row) for row in connection.execute(select(tables.METADATA.tables[name]))} for name in STORED
        }


def test_the_tables_watched_are_all_there_are(registry: Registry) -> None:
    with registry.reading() as connection:
        names = {name for name in inspect(connection).get_table_names() if not name.startswith(derived.INDEX)}
    assert names - DERIVED - {"alembic_version"} == set(STORED)


def test_whatever_is_done_stored_rows_are_only_ever_added(registry: Registry, press: tuple, changed: list[str]) -> None:
    seen = [contents(registry)]

    def add_again() -> None:
        document, reading = press[2]
        registry.add(document, reading)
        registry.add(document, msgspec.structs.replace(reading, reader="2"))
        registry.refresh()

    fact = timeline(registry, PACT).entries[0].fact
    acts: tuple[Callable[[], object], ...] = (
        add_again,
        lambda: same(registry, PACT, TAX, **WHY),
        lambda: undo(registry, 1, **WHY),
        lambda: correct(registry, fact, ["date=2021-05-01", "kind=initialled"], **WHY),
        lambda: reject(registry, fact, here=True, **WHY),
        lambda: confirm(registry, fact, **WHY),
        lambda: undo(registry, 3, **WHY),
        lambda: [dossier(registry, line.key, known_by="2030-01-01") for line in listing(registry, passing=True)],
    )
    for act in acts:
        act()
        seen.append(contents(registry))
    assert changed == []
    for before, after in pairwise(seen):
        assert all(before[name] <= after[name] for name in STORED)
    forget(registry, "h3", **WHY)
    assert changed, "the one exception"


def test_a_forgotten_page_leaves_no_word(registry: Registry, press: tuple) -> None:
    ratified = next(one for one in timeline(registry, PACT).entries if one.kind == "ratified")
    correct(registry, ratified.fact, ["place=Valparaiso"], **WHY)
    confirm(registry, ratified.fact, **WHY)
    stones = forget(registry, "h3", **WHY)
    assert [(one.who, one.because, one.sha256) for one in stones] == [(*WHY.values(), press[2][0].sha256)]
    words = str(contents(registry))
    assert not [
        quote
        for quote in (SECRET, "It had been signed on 3 May", "the pact with Norway", "Valparaiso")
        if quote in words
    ]
    found = dossier(registry, PACT)
    assert [one.kind for one in found.timeline] == ["signed"]
    assert found.timeline[0].differ == ()
    assert "pact with Norway" not in found.aliases
    assert [one.id for one in found.documents] == ["h1", "h2"]
    assert [one.kind for one in decisions(registry)] == ["correct", "confirm", "forget"]


def test_what_remains_is_as_if_the_page_had_never_come(registry: Registry, press: tuple, tmp_path: Path) -> None:
    forget(registry, "h2", **WHY)
    with open_registry(tmp_path / "without.db") as without:
        for page in press:
            if page[0].id != "h2":
                without.add(*page)
        expected = [dossier(without, line.key) for line in listing(without, passing=True)]
    assert [dossier(registry, line.key) for line in listing(registry, passing=True)] == expected


def test_an_agreement_that_one_page_told_of_is_gone_with_it(registry: Registry) -> None:
    assert TAX in [line.key for line in listing(registry)]
    forget(registry, "https://news.example/t1", **WHY)
    assert TAX not in [line.key for line in listing(registry, passing=True)]
    with pytest.raises(NotFoundError):
        timeline(registry, TAX)


def test_a_forgotten_page_is_not_taken_in_again_nor_under_another_name(registry: Registry, press: tuple) -> None:
    document, reading = press[2]
    forget(registry, "h3", **WHY)
    elsewhere = msgspec.structs.replace(document, id="copy", publisher="Copyist", url=None)
    for page in (document, elsewhere):
        with pytest.raises(InputError, match=r"forgotten on .* by M\. Silva because ruling 12/2026"):
            registry.add(page, msgspec.structs.replace(reading, id=page.id))
    assert [one.id for one in dossier(registry, PACT).documents] == ["h1", "h2"]


def test_every_page_with_the_text_goes(registry: Registry, press: tuple) -> None:
    document, reading = press[2]
    registry.add(msgspec.structs.replace(document, id="copy"), msgspec.structs.replace(reading, id="copy"))
    assert len(forget(registry, document.sha256[:12], **WHY)) == 2
    assert [one.id for one in dossier(registry, PACT).documents] == ["h1", "h2"]


def test_the_files_of_the_database_hold_the_words_no_more(tmp_path: Path, press: tuple) -> None:
    path = tmp_path / "treatywatch.db"
    with open_registry(path) as registry:
        for page in press:
            registry.add(*page)
        registry.refresh()
        held = b"".join(one.read_bytes() for one in tmp_path.iterdir())
        assert SECRET.encode() in held
        forget(registry, "h3", **WHY)
        held = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert SECRET.encode() not in held
    assert b"pact with Norway" not in held


def test_a_clock_that_went_back_does_not_hide_when(place: str, press: tuple) -> None:
    now = [datetime(2024, 3, 1, tzinfo=UTC)]
    with open_registry(place, clock=lambda: now[0]) as registry:
        registry.add(*press[0])
        now[0] = datetime(1999, 1, 1, tzinfo=UTC)
        [stone] = forget(registry, "h1", **WHY)
        registry.add(*press[1])
        assert {page.recorded[:10] for line in registry.lines() for page, _ in registry.pages(line.key)} == {
            "2024-03-01"
        }
    assert stone.recorded.startswith("2024-03-01")


def test_what_is_forgotten_cannot_be_brought_back(registry: Registry) -> None:
    forget(registry, "h3", **WHY)
    with pytest.raises(InputError, match="nothing is left"):
        undo(registry, 1, **WHY)


def test_a_page_that_is_not_there_gives_the_nearest(registry: Registry, press: tuple) -> None:
    before = contents(registry)
    with pytest.raises(NotFoundError, match=r"nearest are:\n.*h1"):
        forget(registry, "h9", **WHY)
    for name in ("", "%", "'; DROP TABLE texts; --", "\x1b[31m\0", "x" * 1_000_000, "<script>"):
        with pytest.raises(NotFoundError, match="there is no page") as error:
            forget(registry, name, **WHY)
        assert len(str(error.value)) < 2_000
    with pytest.raises(InputError, match="who makes it and why"):
        forget(registry, "h1", who="", because="x")
    other = msgspec.structs.replace(press[0][0], text=press[1][0].text)
    registry.add(other, msgspec.structs.replace(press[1][1], id="h1"))
    with pytest.raises(InputError, match="name one by its hash"):
        forget(registry, "h1", **WHY)
    after = contents(registry)
    assert all(before[name] <= after[name] for name in STORED)
