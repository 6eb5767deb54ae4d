"""A registry of four pages read by hand, with names that no format can take as they are."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from treatywatch.model import (
    Agreement,
    Document,
    Event,
    Modality,
    Reading,
    Relation,
    RelationType,
    Span,
    Statement,
    Step,
)
from treatywatch.registry import Registry, open_registry

Page = tuple[Document, Reading]
Fact = Event | Relation | Statement

PACT = Agreement("pact", "Lighthouse Pact", "pact", ("ISL", "NOR"), ("Pact on Northern Lights",))
OLD = Agreement("old", "the 1968 beacon accord", "accord", ("ISL", "NOR"), year="1968")
ODD = Agreement("odd", "Treaty <b>\x01&\"';DROP TABLE agreements--", "treaty", ("CHL", "SUN"))


def _page(name: str, published: str, agreements: tuple[Agreement, ...], *said: Fact) -> Page:
    sentences = [one.quote if isinstance(one, Statement) else one.evidence for one in said]
    text = " ".join(sentences)
    facts = [_placed(one, text.index(words), words) for one, words in zip(said, sentences, strict=True)]
    document = Document(
        name, text, url=f"https://news.example/{name}", publisher="The Skerry, Ltd", published=published
    )
    return document, Reading(
        id=name,
        document=document.sha256,
        reader="1",
        agreements=agreements,
        events=tuple(fact for fact in facts if isinstance(fact, Event)),
        relations=tuple(fact for fact in facts if isinstance(fact, Relation)),
        statements=tuple(fact for fact in facts if isinstance(fact, Statement)),
    )


def _placed(fact: Fact, start: int, words: str) -> Fact:
    return msgspec.structs.replace(fact, span=Span(start, start + len(words)))


def event(
    key: str, kind: str, date: str | None, parties: str, words: str, modality: str = "actual", place: str | None = None
) -> Event:
    sides = tuple(sorted(parties.split()))
    return Event(key, Step(kind), Modality(modality), sides, None, date, place, None, words, Span(0, 0))


NOWHERE = Span(0, 0)
PRESS: tuple[Page, ...] = (
    _page(
        "s1",
        "2020-01-10",
        (PACT, OLD),
        event("pact", "signed", "2020-02", "ISL NOR", "They will sign the Lighthouse Pact in February.", "planned"),
        event("pact", "in_force", "2020-12", "ISL NOR", "It should be in force by December.", "planned"),
        Relation(
            RelationType.SUPERSEDES, "pact", "old", "the 1968 beacon accord", Modality.PLANNED, None,
            "It is to replace the 1968 beacon accord.", NOWHERE,
        ),
        Statement("Ólöf Þórsdóttir", "harbour minister", True, "The lamps, at last, agree.", NOWHERE, "pact"),
        Statement("Per Dahl", None, False, "that nobody is left in the dark", NOWHERE, "pact"),
    ),
    _page(
        "s2",
        "2020-02-14",
        (PACT,),
        event("pact", "signed", "2020-02-13", "ISL NOR", "The Lighthouse Pact was signed.", place="Bergen"),
    ),
    _page(
        "s3",
        "2020-03-01",
        (PACT,),
        event("pact", "signed", "2020-02-12", "ISL NOR", "Both had signed the Lighthouse Pact on the 12th."),
        event("pact", "ratified", "2020-02-28", "NOR", "Norway ratified the Lighthouse Pact."),
    ),
    _page(
        "s4",
        "1985-06-02",
        (ODD,),
        event("odd", "signed", "1985-06-01", "CHL SUN", "=HYPERLINK(\"x\") they signed,\r\nat \x02 last"),
    ),
)  # fmt: skip


def noon() -> datetime:
    return datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def press() -> tuple[Page, ...]:
    return PRESS


@pytest.fixture
def registry(place: str) -> Iterator[Registry]:
    with open_registry(place, clock=noon) as opened:
        for page in PRESS:
            opened.add(*page)
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A registry in a file, as commands open it."""
    path = str(tmp_path / "treatywatch.db")
    with open_registry(path, clock=noon) as opened:
        for page in PRESS:
            opened.add(*page)
        opened.refresh()
    return path


@pytest.fixture
def open_with(tmp_path: Path) -> Callable[[str, tuple[Page, ...]], Registry]:
    """A new registry in a file of that name, with pages added in the order given."""

    def opened(name: str, pages: tuple[Page, ...]) -> Registry:
        registry = open_registry(tmp_path / name, clock=noon)
        for page in pages:
            registry.add(*page)
        return registry

    return opened
