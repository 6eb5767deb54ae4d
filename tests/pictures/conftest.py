"""Lives made by hand, to be drawn."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from treatywatch.model import Modality, Step
from treatywatch.registry import open_registry
from treatywatch.service.answers import Dossier, Entry
from treatywatch.service.portrait import Portrait

PAGES = (
    ("signed", "2022-05-04", "OSLO - Norway and Iceland signed a fisheries treaty in Oslo on 3 May 2022."),
    ("ratified", "2022-06-10", "Norway ratified its fisheries treaty with Iceland on 9 June 2022."),
    ("other", "2022-06-11", "Norway ratified its fisheries treaty with Iceland on 8 June 2022, the Courier said."),
    ("planned", "2022-06-12", "Iceland will ratify its fisheries treaty with Norway in December 2022."),
)


def step(kind: str, date: str | None, parties: str = "", modality: str = "actual", body: str | None = None) -> Entry:
    sides = tuple(parties.split())
    return Entry(Step(kind), Modality(modality), sides, date, None, body, None, (), fact=f"{kind}-{date}-{parties}")


def life(*entries: Entry, name: str = "Lighthouse Pact", rivals: dict[str, tuple[str, ...]] | None = None) -> Portrait:
    happened = tuple(one for one in entries if one.modality is Modality.ACTUAL)
    expected = tuple(one for one in entries if one.modality is not Modality.ACTUAL)
    parties = ("ISL", "NOR")
    return Portrait(Dossier("pact", name, "treaty", parties, (), happened, expected, (), (), (), ()), rivals or {})


@pytest.fixture
def step_of() -> Callable[..., Entry]:
    return step


@pytest.fixture
def life_of() -> Callable[..., Portrait]:
    return life


@pytest.fixture
def file(place: str) -> str:
    """A registry on either database that tells of one treaty: a conflict, a plan, two states."""
    from treatywatch.model import Document
    from treatywatch.reading import read

    with open_registry(place, clock=lambda: datetime(2026, 1, 5, 12, tzinfo=UTC)) as opened:
        for name, day, words in PAGES:
            page = Document(name, words, published=day)
            opened.add(page, read(page))
        opened.refresh()
    return place
