"""A small press review about three agreements, read by hand: what service tests ask questions about."""

from collections.abc import Iterator

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
PACT = Agreement("pact", "Harbour Pact", "pact", ("CHL", "NOR"), ("Treaty on Shared Harbours",))
OLD = Agreement("old", "the 1973 harbour accord", "accord", ("CHL", "NOR"), year="1973")
SETS = Agreement("sets", "several older agreements", "agreement", ("CHL", "NOR"), unresolved=True)
TAX = Agreement("tax", "double taxation treaty", "treaty", ("CHL", "PER"))


def _page(
    name: str, published: str, agreements: tuple[Agreement, ...], *said: object, publisher: str = "Harbour News"
) -> Page:
    """A page whose sentences are the evidence of ``said``, a fact each."""
    sentences = [getattr(one, "evidence", None) or getattr(one, "quote", "") for one in said]
    text = " ".join(sentences)
    facts = [_placed(one, sentence, text) for one, sentence in zip(said, sentences, strict=True)]
    document = Document(
        id=name, text=text, published=published, publisher=publisher, url=f"https://news.example/{name}"
    )
    return document, Reading(
        id=name,
        document=document.sha256,
        reader="1",
        agreements=agreements,
        events=tuple(f for f in facts if isinstance(f, Event)),
        relations=tuple(f for f in facts if isinstance(f, Relation)),
        statements=tuple(f for f in facts if isinstance(f, Statement)),
    )


def _placed(fact: object, sentence: str, text: str) -> object:
    start = text.index(sentence)
    return msgspec.structs.replace(fact, span=Span(start, start + len(sentence)))  # type: ignore[type-var]


def _event(
    key: str,
    kind: str,
    date: str | None,
    parties: str,
    evidence: str,
    modality: str = "actual",
    place: str | None = None,
) -> Event:
    codes = tuple(sorted(parties.split()))
    return Event(key, Step(kind), Modality(modality), codes, None, date, place, None, evidence, Span(0, 0))


NOWHERE = Span(0, 0)
PRESS: tuple[Page, ...] = (
    _page(
        "h1",
        "2021-04-20",
        (PACT, OLD, SETS),
        _event("pact", "signed", "2021-05", "CHL NOR", "Both will sign the Harbour Pact in May.", "planned"),
        Relation(
            RelationType.SUPERSEDES, "pact", "old", "the 1973 harbour accord", Modality.PLANNED, None,
            "It will replace the 1973 harbour accord and several older agreements.", NOWHERE,
        ),
        Statement("Anna Berg", "harbour minister", True, "The sea joins us.", NOWHERE, "pact"),
    ),
    _page(
        "h2",
        "2021-05-05",
        (PACT,),
        _event(
            "pact", "signed", "2021-05-04", "CHL NOR", "The Treaty on Shared Harbours is signed.", place="Santiago",
        ),
    ),
    _page(
        "h3",
        "2021-11-30",
        (Agreement("a", "the pact with Norway", "pact", ("CHL", "NOR")),),
        _event("a", "signed", "2021-05-03", "CHL NOR", "It had been signed on 3 May."),
        _event("a", "ratified", "2021-11-29", "CHL", "Chile ratified the pact with Norway on Monday."),
        publisher="Fjord Times",
    ),
    _page("t1", "2022-01-02", (TAX,), _event("tax", "in_force", None, "CHL PER", "The tax treaty is in force.")),
)  # fmt: skip


@pytest.fixture
def press() -> tuple[Page, ...]:
    return PRESS


@pytest.fixture
def registry(place: str) -> Iterator[Registry]:
    with open_registry(place) as opened:
        for document, reading in PRESS:
            opened.add(document, reading)
        yield opened
