"""Pages and readings made by rule, in any number: a registry of any size without a corpus."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

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
_TOGETHER = (Step.NEGOTIATED, Step.NEGOTIATED, Step.SIGNED, Step.EXCHANGED, Step.IN_FORCE, Step.REGISTERED)
_ALONE = (Step.SUBMITTED, Step.APPROVED, Step.RATIFIED)
_APART = 3  # years at least between two agreements of the same two states
_VAGUE, _WRONG = 0.2, 0.03  # how often a page tells the month alone, and how often another day than the others

_Act = tuple[Step, tuple[str, ...], date]


class _Made(NamedTuple):
    """An agreement as the pages are to tell it."""

    name: str
    parties: tuple[str, ...]
    year: int
    acts: tuple[_Act, ...]


def pages(assertions: int, seed: int = 1) -> Iterator[tuple[Document, Reading]]:
    """Pages with their readings, ten assertions each, until there are so many; the same at every call with a seed.

    They tell of one agreement for every fifty assertions, each of them at least once. Pages on one agreement tell the
    same acts: most the day, some the month, a few another day.
    """
    chance = Random(seed)
    agreements = tuple(_agreements(max(1, assertions // PER_AGREEMENT), chance))
    for number in range(assertions // PER_PAGE):
        told = agreements[number] if number < len(agreements) else chance.choice(agreements)
        yield _page(number, told, chance)


def _agreements(count: int, chance: Random) -> Iterator[_Made]:
    codes = sorted(states())
    taken: set[tuple[tuple[str, ...], int]] = set()
    while count:
        parties, year = tuple(sorted(chance.sample(codes, 2))), chance.randint(1950, 2024)
        if any((parties, year + apart) in taken for apart in range(-_APART, _APART + 1)):
            continue
        taken.add((parties, year))
        count -= 1
        one, other = chance.sample(_MATTERS, 2)
        name = f"{one.title()} and {other.title()} Agreement of {year}"
        yield _Made(name, parties, year, tuple(_acts(parties, year, chance)))


def _acts(parties: tuple[str, ...], year: int, chance: Random) -> Iterator[_Act]:
    """An agreement's life: signed in its year, and in force some two years after talks on it began."""
    signed = date(year, chance.randint(1, 12), chance.randint(1, 28))
    for place, step in enumerate(_TOGETHER, start=-2):
        yield step, parties, signed + timedelta(days=place * chance.randint(90, 120))
    for place, step in enumerate(_ALONE, start=1):
        yield from ((step, (state,), signed + timedelta(days=place * chance.randint(20, 28))) for state in parties)


def _page(number: int, told: _Made, chance: Random) -> tuple[Document, Reading]:
    text, events = f"Page {number}. ", []
    for step, acting, happened in chance.sample(told.acts, PER_PAGE):
        day = _day(happened, chance)
        said = f"{' and '.join(acting)} {step.value} the {told.name} on {day}"
        span = Span(len(text), len(text) + len(said))
        events.append(Event("a", step, Modality.ACTUAL, acting, None, day, None, None, said, span, None, ("made",)))
        text += f"{said}. "
    at = text.index(told.name)
    document = Document(f"page-{number}", text, publisher=f"Paper {number % 50}", published=f"{told.year + 2}-01-01")
    span = Span(at, at + len(told.name))
    mention = Agreement("a", told.name, "agreement", told.parties, (), (span,), str(told.year))
    return document, Reading(document.id, document.sha256, "made", (mention,), tuple(events))


def _day(happened: date, chance: Random) -> str:
    """The day as one page tells it."""
    drawn = chance.random()
    if drawn < _VAGUE:
        return happened.isoformat()[:7]
    if drawn < _VAGUE + _WRONG:
        return (happened + timedelta(days=2)).isoformat()
    return happened.isoformat()
