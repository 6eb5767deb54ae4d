"""Killed at any moment, the registry holds what it said it kept and nothing twice, and the next run completes the work.

A server that has everything imported forks a writer; the writer appends pages and decisions through the code that users
run, and tells of each once it is kept; at a random moment it is killed with SIGKILL, a hundred times on each database.
"""

import multiprocessing
from collections import Counter
from collections.abc import Callable
from multiprocessing.connection import Connection
from random import Random
from typing import Any

import pytest
from sqlalchemy import func, select

from treatywatch.registry import Registry, faults, open_registry
from treatywatch.registry.store import tables
from treatywatch.registry.store.decisions import decisions

KILLS = 100  # on each of the two databases
KILLS_EACH = 20  # of one registry, before the next begins with an empty one
ACTS = 12

WRITER = """
from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import open_registry
from treatywatch.service import judging, review
from treatywatch.service.dossier import dossier

def page(number):
    words = f"Page {number} says that both signed."
    document = Document(f"p{number}", words)
    both, span = ("CHL", "NOR"), Span(0, len(words))
    event = Event("a", Step.SIGNED, Modality.ACTUAL, both, None, "2021-05-04", None, None, words, span)
    agreement = Agreement("a", ("fisheries pact", "timber tariff accord")[number % 2], "pact", both)
    return document, Reading(document.id, document.sha256, "1", (agreement,), (event,))

def decide(registry, number):
    given = {"who": "M. Silva", "because": f"reason {number}"}
    keys = sorted(line.key for line in registry.lines(passing=True))
    fact = dossier(registry, keys[0]).timeline[0].fact
    if number % 3 == 0:
        judging.confirm(registry, fact, **given)
    elif number % 3 == 1:
        judging.correct(registry, fact, ["place=Oslo"], **given)
    else:
        review.different(registry, keys[0], keys[-1], **given)

with open_registry(place) as registry:
    tell.send(-1)
    held = {decision.because for decision in registry.decisions()}
    for number in range(acts):
        if number < 2 or number % 4:
            registry.add(*page(number))
        elif f"reason {number}" not in held:
            decide(registry, number)
        tell.send(number)
"""


@pytest.fixture(scope="module")
def forked() -> Any:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        [
            "treatywatch.registry",
            "treatywatch.service.judging",
            "treatywatch.service.dossier",
            "alembic.command",
            "psycopg",
        ]
    )
    return context


def is_page(number: int) -> bool:
    return number < 2 or number % 4 != 0


def run(context: Any, place: str, acts: int, chance: Random | None) -> int:
    """Have a writer write; kill it at a moment that ``chance`` gives. Returns the number of the last act it told of."""
    hear, tell = context.Pipe(duplex=False)
    writer = context.Process(target=exec, args=(WRITER, {"place": place, "tell": tell, "acts": acts}))
    writer.start()
    tell.close()
    after = acts if chance is None else chance.randint(-2, acts - 2)
    told = _heard(hear, after)
    if chance is not None:
        writer.join(chance.uniform(0, 0.02))  # into the next act
        writer.kill()
    told = max([told, *_rest(hear)])
    writer.join()
    assert writer.exitcode in {0, -9}
    return told


def _heard(hear: Connection, until: int) -> int:
    told = -2
    while told < until:
        try:
            told = hear.recv()
        except EOFError:
            break
    return told


def _rest(hear: Connection) -> list[int]:
    """What the writer had told before it was killed and nobody had heard."""
    found = []
    try:
        while True:
            found.append(hear.recv())
    except EOFError:
        return found


def check(registry: Registry, told: int, again: bool = True) -> None:
    """That all that was told of is there, at most one act more, and everything once and whole.

    With ``again``, also that the agreements are those that the pages make.
    """
    with registry.writing():
        pass  # PostgreSQL may still be ending what the killed writer had begun
    with registry.reading() as connection:
        pages = Counter(connection.execute(select(tables.documents.c.id)).scalars())
        reasons = Counter(connection.execute(select(decisions.c.because)).scalars())
        each = (tables.documents, tables.readings, tables.sightings, tables.assertions)
        counts = {int(connection.execute(select(func.count()).select_from(one)).scalar_one()) for one in each}
    assert len(counts) == 1  # each page is there whole
    acts = {f"p{number}" if is_page(number) else f"reason {number}" for number in range(told + 1)}
    kept = {*pages, *reasons}
    more = {f"p{told + 1}" if is_page(told + 1) else f"reason {told + 1}"}
    assert acts <= kept
    assert kept - acts <= more
    assert set((pages + reasons).values()) <= {1}
    assert list(faults(registry, again=again)) == []


def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_twice(forked: Any, new_place: Callable[[], str]) -> None:
    chance = Random(20261128)
    for _ in range(KILLS // KILLS_EACH):
        place, told = new_place(), -2
        for kill in range(KILLS_EACH):
            # later runs go further, so that the last ones are killed among acts that are new
            acts = ACTS * (kill + 1) // KILLS_EACH + 2
            told = max(told, run(forked, place, acts, chance))
            with open_registry(place) as registry:
                check(registry, told, again=kill % 4 == 3)
        assert run(forked, place, ACTS, None) == ACTS - 1
        with open_registry(place) as registry:
            check(registry, max(told, ACTS - 1))  # a quick writer may have gone further before it was killed


def test_two_writers_at_once_wait_for_each_other(forked: Any, place: str) -> None:
    ears, writers = [], []
    for _ in range(2):
        hear, tell = forked.Pipe(duplex=False)
        writers.append(forked.Process(target=exec, args=(WRITER, {"place": place, "tell": tell, "acts": 8})))
        writers[-1].start()
        tell.close()
        ears.append(hear)
    assert [max(_rest(hear)) for hear in ears] == [7, 7]
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with open_registry(place) as registry:
        with registry.reading() as connection:
            pages = list(connection.execute(select(tables.documents.c.id)).scalars())
        assert sorted(pages) == [f"p{number}" for number in range(8) if is_page(number)]
        assert list(faults(registry)) == []
