"""Pages and readings made by rule, in any number: a registry of any size without a corpus."""

from collections.abc import Iterator
from random import Random

from treatywatch.language.names.tables import states
from treatywatch.model import Agreement, Document, Event, Modality, Reading, Span, Step

PER_AGREEMENT = 50
"""Assertions for each agreement, on average."""
PER_PAGE = 10

_MATTERS = (
    *("fisheries", "border", "trade", "tax", "extradition", "transit", "water", "railway", "air", "customs", "energy"),
    *("labour", "migration", "pension", "visa", "cultural", "consular", "investment", "grain", "timber", "health"),
    *("research", "space", "postal", "patent", "pipeline", "tourism", "veterinary", "seismic", "archive", "youth"),
)
_STEPS = (Step.SIGNED, Step.RATIFIED, Step.IN_FORCE, Step.APPROVED, Step.SUBMITTED)
_TOGETHER = frozenset({Step.SIGNED, Step.IN_FORCE})


def pages(assertions: int, seed: int = 1) -> Iterator[tuple[Document, Reading]]:
    """Pages with their readings, ten assertions each, until there are so many; the same at every call with a seed.

    They tell of one agreement for every fifty assertions, most of one kind and one pair of states or another.
    """
    chance = Random(seed)
    agreements = tuple(_agreements(max(1, assertions // PER_AGREEMENT), chance))
    for number in range(assertions // PER_PAGE):
        yield _page(number, chance.choice(agreements), chance)


def _agreements(count: int, chance: Random) -> Iterator[tuple[str, tuple[str, ...], int]]:
    codes = sorted(states())
    for _ in range(count):
        one, other = chance.sample(_MATTERS, 2)
        year = chance.randint(1950, 2024)
        yield f"{one.title()} and {other.title()} Agreement of {year}", tuple(sorted(chance.sample(codes, 2))), year


def _page(number: int, agreement: tuple[str, tuple[str, ...], int], chance: Random) -> tuple[Document, Reading]:
    name, parties, year = agreement
    text, events = f"Page {number}. ", []
    for _ in range(PER_PAGE):
        step, day = chance.choice(_STEPS), f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        acting = parties if step in _TOGETHER else (chance.choice(parties),)
        said = f"{' and '.join(acting)} {step.value} the {name} on {day}"
        span = Span(len(text), len(text) + len(said))
        events.append(Event("a", step, Modality.ACTUAL, acting, None, day, None, None, said, span, None, ("made",)))
        text += f"{said}. "
    at = text.index(name)
    document = Document(f"page-{number}", text, publisher=f"Paper {number % 50}", published=f"{year + 1}-01-01")
    mention = Agreement("a", name, "agreement", parties, (), (Span(at, at + len(name)),), str(year))
    return document, Reading(document.id, document.sha256, "made", (mention,), tuple(events))
