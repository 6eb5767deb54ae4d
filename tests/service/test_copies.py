"""Copies of one wire story count once, wherever sources are counted."""

import random

import pytest

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import Registry, open_registry
from treatywatch.service.answers import independent
from treatywatch.service.conflicts import conflicts
from treatywatch.service.dossier import dossier
from treatywatch.service.forgetting import forget
from treatywatch.service.sources import sources
from treatywatch.service.timeline import timeline

WIRE = (
    "The agency learned in Lima on Friday that the fisheries treaty of Norway and Peru was signed on 3 May. It lets "
    "trawlers of either state into eleven harbours of the other and sets up a commission that meets every spring in "
    "turn in Bergen and Callao. Fees for pilots fall by a third, and the catch is to be counted by both coast guards."
)
DAILY = (
    "Our own correspondent was there when ministers put their names to the fisheries treaty on 4 May, in the old "
    "customs house above the port. Nobody had expected it so soon: as late as in April the talks about pilots and "
    "their pay had been broken off, and trawlers lay idle on both sides of the ocean for want of any permit at all."
)
GAZETTE = (
    "Official notice is given that on 4 May the Kingdom of Norway and the Republic of Peru concluded a treaty on "
    "fisheries, the full text of which appears in the annex to this number together with the table of harbours that "
    "are opened, the tariff of pilotage, and the rules of procedure which the joint commission has since adopted."
)


def page(name: str, text: str, day: str, kind: str = "signed", parties: str = "NOR PER") -> tuple[Document, Reading]:
    document = Document(name, text, published=f"2021-05-{10 + len(name)}", publisher=name)
    treaty = Agreement("a", "fisheries treaty", "treaty", ("NOR", "PER"))
    codes = tuple(parties.split())
    told = Event("a", Step(kind), Modality.ACTUAL, codes, None, day, None, None, text, Span(0, len(text)))
    return document, Reading(name, document.sha256, "1", (treaty,), (told,))


PAGES = (
    page("wire", WIRE, "2021-05-03"),
    page("paper-a", f"Harbours open. {WIRE}", "2021-05-03"),
    page("paper-bb", WIRE.replace("learned", "heard") + " Shares of shipyards rose.", "2021-05-03"),
    page("daily-ccc", DAILY, "2021-05-04"),
    page("gazette-dd", GAZETTE, "2021-05-04"),
)


@pytest.fixture
def registry(place: str):
    with open_registry(place) as opened:
        for each in PAGES:
            opened.add(*each)
        yield opened


def test_three_copies_do_not_outvote_two_reports(registry: Registry) -> None:
    [conflict] = conflicts(registry)
    assert [(side.says, side.independent, len(side.sources), side.shown) for side in conflict.sides] == [
        ("2021-05-04", 2, 2, True),
        ("2021-05-03", 1, 3, False),
    ]
    assert conflict.sides[0].why == "shown because most independent sources give it"
    assert [entry.date for entry in timeline(registry, "fisheries treaty").entries] == ["2021-05-04"]


def test_sources_and_show_say_what_is_a_copy_of_what(registry: Registry) -> None:
    told = sources(registry, "fisheries treaty")
    assert {one.id: one.copy_of for one in told if one.copy_of} == {"paper-a": "wire", "paper-bb": "wire"}
    assert (len(told), independent(told)) == (5, 3)
    assert dossier(registry, "fisheries treaty").documents == told


def test_copies_are_found_in_whatever_order_and_portions_pages_come(registry: Registry, tmp_path) -> None:
    expected = sources(registry, "fisheries treaty")
    for seed in range(5):
        with open_registry(tmp_path / f"{seed}.db") as other:
            for each in random.Random(seed).sample(PAGES, len(PAGES)):
                other.add(*each)
                if seed % 2:
                    other.refresh()
            assert sources(other, "fisheries treaty") == expected


def test_a_forgotten_original_leaves_its_copies_as_one_source(registry: Registry) -> None:
    forget(registry, "wire", who="M. Silva", because="a court order")
    told = sources(registry, "fisheries treaty")
    assert {one.id: one.copy_of for one in told if one.copy_of} == {"paper-bb": "paper-a"}


def test_signed_against_initialled_is_a_conflict_and_the_better_told_is_shown(place: str) -> None:
    with open_registry(place) as registry:
        for each in (*PAGES[3:], page("wire", WIRE, "2021-05-04", kind="initialled")):
            registry.add(*each)
        [conflict] = conflicts(registry)
        assert (conflict.about, [(side.says, side.independent, side.shown) for side in conflict.sides]) == (
            "kind",
            [("signed", 2, True), ("initialled", 1, False)],
        )
        shown = timeline(registry, "fisheries treaty")
        assert ([one.kind for one in shown.entries], [one.kind for one in shown.outweighed]) == (
            [Step.SIGNED],
            [Step.INITIALLED],
        )
        assert shown.entries[0].differ == ("kind initialled instead of signed",)
        [line] = registry.disputed()
        assert line.conflicts == 2


def test_who_signed_is_a_conflict_and_both_are_shown_where_neither_is_told_better(place: str) -> None:
    with open_registry(place) as registry:
        registry.add(*page("daily", DAILY, "2021-05-04"))
        registry.add(*page("wire", WIRE, "2021-05-04", parties="NOR PER USA"))
        [conflict] = conflicts(registry)
        assert (conflict.about, [(side.says, side.shown) for side in conflict.sides]) == (
            "parties",
            [("NOR, PER", True), ("NOR, PER, USA", True)],
        )
        assert len(timeline(registry, "fisheries treaty").entries) == 2
