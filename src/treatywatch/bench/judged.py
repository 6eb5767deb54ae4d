"""Real pages without gold, judged by reading them: how many of the events that the reader finds there are right.

A third of the real pages is drawn on: those whose name has a SHA-256 that leaves the draw's ``third`` when divided by
three. Of the events found on them the first two hundred are drawn, in the order of the SHA-256 of the draw's seed,
page, kind, modality and parties, so that an event keeps its place whatever else is found. What was judged of them, by
a careful reader with the page at hand, stands in ``data/judged_events.yaml`` and holds for an event that is found
again: on the same page, of the same kind, modality, parties and agreement, told by overlapping words.

The other two thirds were judged whole (``data/judged_earlier.yaml``), and rules were written on what they showed. Their
precision says nothing any more: the bench tells how many events judged wrong, and right, are no longer given there, and
how many of the plain steps that had been missed now are.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from treatywatch.bench.corpus import corpus
from treatywatch.bench.told import Told, is_told
from treatywatch.model import Document, Event
from treatywatch.model.data import load_data
from treatywatch.service.pages import PageRead, read_documents

DRAWN = 200
_PARTS = 3


class Judgement(Told, frozen=True, forbid_unknown_fields=True, array_like=True):
    """What was judged of one event.

    ``agreement`` is its key in the reading, ``step`` whether kind and modality are right, ``sides`` whether agreement
    and parties are, ``wrong`` what is wrong.
    """

    parties: tuple[str, ...]
    agreement: str
    step: bool
    sides: bool
    wrong: str = ""


class Drawn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Judgements of a draw: its third of the pages and its seed, and what was judged of each event.

    ``left_out`` are pages of the third that somebody saw who wrote rules.
    """

    source: str
    third: int
    seed: str
    left_out: tuple[str, ...]
    events: tuple[Judgement, ...]


class Seen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Judgements of all events once found on some pages.

    ``instead`` are the steps that words of a wrong event tell rightly, ``missed`` plain ones that were not given.
    """

    source: str
    events: tuple[Judgement, ...]
    instead: tuple[Told, ...]
    missed: tuple[Told, ...]


class Given(NamedTuple):
    """An event as the reader gives it, with its page's name."""

    page: str
    event: Event


def figures(shared: Path) -> dict[str, float]:
    """Precision over the judged events of the draw, how many are unjudged, and what became of those judged earlier."""
    made, earlier = judgements(), seen()
    pages = corpus(shared, "wild")
    unseen = (page for page in pages if third_of(page.id) == made.third and page.id not in made.left_out)
    draw = drawn(given(unseen), made.seed)
    judged = [judgement for each in draw if (judgement := judgement_of(each, made.events)) is not None]
    named = {each.page for each in earlier.events} | {each.page for each in earlier.missed}
    again = given(page for page in pages if page.id in named)
    gone = Counter(each.step for each in earlier.events if not any(tells(one, each) for one in again))
    return {
        "real pages: kind+modality right, of the events judged": _share(each.step for each in judged),
        "real pages: agreement and parties right, of the events judged": _share(each.sides for each in judged),
        "real pages: events drawn": len(draw),
        "real pages: events drawn and not judged": len(draw) - len(judged),
        "real pages, seen: events of a wrong kind or modality": sum(not each.step for each in earlier.events),
        "real pages, seen: those no longer given": gone[False],
        "real pages, seen: events of the right kind and modality": sum(each.step for each in earlier.events),
        "real pages, seen: those no longer given, rightly or not": gone[True],
        "real pages, seen: plain steps missed": len(earlier.missed),
        "real pages, seen: those now given": sum(any(tells(one, each) for one in again) for each in earlier.missed),
    }


def judgements() -> Drawn:
    """Everything that was judged of the draw."""
    return load_data("treatywatch.bench", "data/judged_events.yaml", Drawn)


def seen() -> Seen:
    """Everything that was judged on the pages on which rules were written."""
    return load_data("treatywatch.bench", "data/judged_earlier.yaml", Seen)


def third_of(page: str) -> int:
    """The third of the real pages, 0 to 2, to which a page belongs."""
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % _PARTS


def given(pages: Iterable[Document]) -> tuple[Given, ...]:
    """All events that the reader finds on the pages, page by page."""
    results = read_documents(pages, jobs=0)
    return tuple(
        Given(each.document.id, event)
        for each in results
        if isinstance(each, PageRead)
        for event in each.reading.events
    )


def drawn(found: Iterable[Given], seed: str, size: int = DRAWN) -> Sequence[Given]:
    """The events that come first in the order of the draw."""
    return sorted(found, key=lambda each: (_lot(each, seed), each.event.span))[:size]


def judgement_of(one: Given, made: Iterable[Judgement]) -> Judgement | None:
    """What was judged of an event, or None."""
    return next((each for each in made if _is_of(each, one)), None)


def _lot(one: Given, seed: str) -> str:
    event = one.event
    told = "|".join([seed, one.page, event.kind.value, event.modality.value, ",".join(event.parties)])
    return hashlib.sha256(told.encode()).hexdigest()


def _is_of(made: Judgement, one: Given) -> bool:
    event = one.event
    return tells(one, made) and (made.parties, made.agreement) == (event.parties, event.agreement)


def tells(one: Given, told: Told) -> bool:
    """Whether an event is of the same page, kind and modality, and is told by some of the same words."""
    return told.page == one.page and is_told(one.event, told)


def _share(values: Iterable[bool]) -> float:
    counted = list(values)
    return sum(counted) / len(counted) if counted else 0.0
