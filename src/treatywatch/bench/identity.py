"""How well identity tells invented agreements apart that are hard to tell apart, pair by pair."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec

from treatywatch.model import Agreement, Event, Modality, Span, Step
from treatywatch.model.data import load_data
from treatywatch.registry.identity.cluster import groups
from treatywatch.registry.identity.sighting import Sighting, sighting

_HEADLINE = "identity hard pairs F1"


class _Seen(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"is_": "is", "or_": "or"}):
    is_: str
    name: str
    form: str = "treaty"
    parties: str = ""
    or_: tuple[str, ...] = ()
    year: str | None = None
    signed: str | None = None
    told: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    published: str | None = None
    unresolved: bool = False
    page: str | None = None


class _Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    seen: tuple[_Seen, ...]


class _Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    cases: tuple[_Case, ...]


class Pair(NamedTuple):
    """Two names of one case: whether they mean one agreement, and whether identity says so."""

    kind: str
    one: str
    other: str
    same: bool
    held: bool


def figures(_shared: Path | None = None) -> dict[str, float]:
    """F1 of the pairs that are one: each case for itself, those that no weight was set by, and all in one registry."""
    cases = _cases()
    return {
        _HEADLINE: f1(judged(cases)),
        f"{_HEADLINE}, cases that no weight was set by": f1(judged(cases[1::2])),
        f"{_HEADLINE}, all cases in one registry": f1(judged(cases, together=True)),
        "identity hard pairs": float(len(judged(cases))),
    }


def judged(cases: Sequence[_Case], together: bool = False) -> tuple[Pair, ...]:
    """Every two sightings of each case with what identity makes of them, case by case or all cases together."""
    sightings = {(n, m): _sighting(n, m, seen) for n, case in enumerate(cases) for m, seen in enumerate(case.seen)}
    worlds = [range(len(cases))] if together else [range(n, n + 1) for n in range(len(cases))]
    found = {
        member.ref: number
        for world in worlds
        for number, group in enumerate(groups(one for (n, _), one in sightings.items() if n in world))
        for member in group.profile.members
    }
    return tuple(
        Pair(case.kind, one.name, other.name, one.is_ == other.is_, _held(found, sightings[n, m], sightings[n, k]))
        for n, case in enumerate(cases)
        for (m, one), (k, other) in combinations(enumerate(case.seen), 2)
    )


def f1(pairs: Sequence[Pair]) -> float:
    """F1 of the pairs held to be one."""
    hits = sum(pair.same and pair.held for pair in pairs)
    return 2 * hits / max(1, sum(pair.same + pair.held for pair in pairs))


def _held(found: dict[tuple[str, int], int], one: Sighting, other: Sighting) -> bool:
    return found[one.ref] == found[other.ref]


@cache
def _cases() -> tuple[_Case, ...]:
    return load_data("treatywatch.bench", "data/hard_pairs.yaml", _Cases).cases


def _sighting(case: int, number: int, seen: _Seen) -> Sighting:
    codes = tuple(sorted(seen.parties.split()))
    page = f"{case:04}-{seen.page or number}"
    agreement = Agreement("a", seen.name, seen.form, codes, seen.or_, year=seen.year, unresolved=seen.unresolved)
    return sighting((page, number), agreement, _events(seen, codes), seen.published)


def _events(seen: _Seen, codes: tuple[str, ...]) -> Iterator[Event]:
    if seen.signed:
        yield _event(Step.SIGNED, seen.signed, codes)
    for modality, steps in ((Modality.ACTUAL, seen.told), (Modality.PLANNED, seen.expected)):
        for step in steps:
            kind, day, *sides = step.split()
            yield _event(Step(kind), None if day == "-" else day, tuple(sorted(sides)), modality)


def _event(kind: Step, day: str | None, codes: tuple[str, ...], modality: Modality = Modality.ACTUAL) -> Event:
    return Event("a", kind, modality, codes, None, day, None, None, "", Span(0, 0))
