"""Killed at any moment, the registry loses nothing that it said it kept, and the next run completes the work."""

import subprocess
import sys

import pytest
from sqlalchemy import func, select, text

from treatywatch.registry import Registry, open_registry
from treatywatch.registry.store import tables

PAGES = 24

WRITER = """
import sys
from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import open_registry

with open_registry(sys.argv[1]) as registry:
    for number in range(int(sys.argv[2])):
        words = f"Page {number} says that both signed."
        document = Document(f"p{number}", words)
        both, span = ("CHL", "NOR"), Span(0, len(words))
        event = Event("a", Step.SIGNED, Modality.ACTUAL, both, None, None, None, None, words, span)
        agreement = Agreement("a", "fisheries pact", "pact", both)
        registry.add(document, Reading(document.id, document.sha256, "1", (agreement,), (event,)))
        if number % 5 == 0:
            registry.refresh()
        print(number, flush=True)
"""


def write(place: str, kill_after: int | None) -> int:
    """Run the writer; kill it once it has said that so many pages are in. Returns the last page it spoke of, or -1."""
    command = [sys.executable, "-c", WRITER, place, str(PAGES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        last = -1
        for line in writer.stdout:
            last = int(line)
            if kill_after is not None and last >= kill_after:
                writer.kill()
        if kill_after is None:
            assert writer.wait() == 0
    return last


def counts(registry: Registry) -> tuple[int, ...]:
    with registry.reading() as connection:
        each = (tables.documents, tables.readings, tables.sightings, tables.assertions)
        return tuple(int(connection.execute(select(func.count()).select_from(one)).scalar_one()) for one in each)


@pytest.mark.parametrize("rounds", [(0, 4, 9, 17)])
def test_killed_at_any_page_nothing_is_lost_and_nothing_is_twice(place: str, rounds: tuple[int, ...]) -> None:
    for kill_after in rounds:
        said = write(place, kill_after)
        with open_registry(place) as registry:
            documents, *others = counts(registry)
            assert documents >= said + 1
            assert others == [documents] * 3  # each page is there whole
            assert _sound(registry)
            [line] = registry.lines()
            assert line.documents == documents
    write(place, None)
    with open_registry(place) as registry:
        assert counts(registry) == (PAGES,) * 4
        assert [line.documents for line in registry.lines()] == [PAGES]


def test_two_writers_at_once_wait_for_each_other(place: str) -> None:
    command = [sys.executable, "-c", WRITER, place, str(PAGES)]
    writers = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    with open_registry(place) as registry:
        assert counts(registry) == (PAGES,) * 4
        assert [line.documents for line in registry.lines()] == [PAGES]


def _sound(registry: Registry) -> bool:
    with registry.reading() as connection:
        if connection.dialect.name != "sqlite":
            return True
        return connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
