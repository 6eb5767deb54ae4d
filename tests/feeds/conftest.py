"""A registry that learns page by page, a day apart."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step
from treatywatch.registry import Registry, open_registry

Tell = Callable[..., None]


class Days:
    """A clock that stands until it is told to go on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 5, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def next(self) -> None:
        self.now += timedelta(days=1)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def registry(place: str, days: Days) -> Iterator[Registry]:
    with open_registry(place, clock=days) as opened:
        yield opened


@pytest.fixture
def tell(registry: Registry, days: Days) -> Tell:
    """Add a page that tells of one step: ``tell("p1", "signed", "2022-05-03", "ISL NOR")``."""

    def told(
        page: str,
        kind: str,
        date: str | None,
        parties: str = "ISL NOR",
        modality: str = "actual",
        name: str = "Lighthouse Pact",
        url: str | None = None,
    ) -> None:
        words = f"{page} tells that {name} is {kind} {date or 'some day'}."
        sides = tuple(sorted(parties.split()))
        event = Event("a", Step(kind), Modality(modality), sides, None, date, None, None, words, Span(0, len(words)))
        agreement = Agreement("a", name, "treaty", ("ISL", "NOR"))
        document = Document(page, words, published="2022-05-04", url=url)
        reading = Reading(page, document.sha256, "1", (agreement,), (event,))
        registry.add(document, reading)

    return told
