"""Unnamed sets are kept, never merged, and shown with the agreements that may be in them when these come."""

from datetime import date
from itertools import permutations

import pytest

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import Registry, open_registry
from treatywatch.service.dossier import dossier
from treatywatch.service.queue import queue


def page(name: str, papers: tuple[Agreement, ...], signed: str | None = None) -> tuple[Document, Reading]:
    text = f"{name}: {' and '.join(paper.name for paper in papers)} were spoken of."
    document = Document(name, text, published="2024-02-01")
    events = (
        (Event(papers[0].key, Step.SIGNED, Modality.ACTUAL, papers[0].parties, None, signed, None, None, text,
               Span(0, len(text))),)
        if signed
        else ()
    )  # fmt: skip
    return document, Reading(name, document.sha256, "1", papers, events)


SOVIET = Agreement("s", "several agreements of the Soviet era", "agreement", ("FIN", "RUS"), unresolved=True)
OTHERS = Agreement("s", "several agreements", "agreement", ("FIN", "RUS"), unresolved=True)
FRIENDS = Agreement("a", "Treaty of Good Neighbourliness", "treaty", ("FIN", "SUN"))
BORDER = Agreement("b", "border treaty", "treaty", ("FIN", "RUS"))
ELSEWHERE = Agreement("a", "reindeer convention", "convention", ("FIN", "NOR"))
PAGES = (
    page("p1", (SOVIET,)),
    page("p2", (FRIENDS,), "1948-04-06"),
    page("p3", (BORDER, OTHERS), "1994-05-01"),
    page("p4", (ELSEWHERE,), "1981-01-01"),
)


def near(registry: Registry) -> dict[str, set[str]]:
    lines = registry.lines(passing=True)
    return {line.name: {one.name for one in dossier(registry, line.key).perhaps} for line in lines}


@pytest.fixture
def registry(place: str):
    with open_registry(place) as opened:
        for each in PAGES:
            opened.add(*each)
            opened.refresh()
        yield opened


def test_a_set_is_shown_with_what_may_be_in_it_and_the_other_way_round(registry: Registry) -> None:
    assert near(registry) == {
        "several agreements of the Soviet era": {"Treaty of Good Neighbourliness", "border treaty"},
        "several agreements": {"Treaty of Good Neighbourliness"},  # its own page tells of the border treaty apart
        "Treaty of Good Neighbourliness": {"several agreements of the Soviet era", "several agreements"},
        "border treaty": {"several agreements of the Soviet era"},
        "reindeer convention": set(),
    }


def test_nobody_is_asked_whether_a_set_is_one_of_its_agreements(registry: Registry) -> None:
    assert [one.kind for one in queue(registry, date(2024, 6, 1), limit=None)] == []


def test_what_came_first_changes_nothing(registry: Registry, tmp_path) -> None:
    expected = near(registry)
    for number, order in enumerate(list(permutations(PAGES))[::5]):
        with open_registry(tmp_path / f"{number}.db") as other:
            for each in order:
                other.add(*each)
                if number % 2:
                    other.refresh()
            assert near(other) == expected
