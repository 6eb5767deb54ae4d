"""The agreements around one: what replaced, amended, implements or extends what, followed over a few steps."""

from collections.abc import Iterator

import msgspec

from treatywatch.model import Modality, RelationType
from treatywatch.registry import Line, Registry
from treatywatch.service.lookup import find_agreement
from treatywatch.service.said import related

MOST = 80
"""How many agreements one answer holds; what lies beyond is counted."""


class Kin(msgspec.Struct, frozen=True, order=True):
    """An agreement, and how many ``steps`` it is away from the one asked for."""

    key: str
    name: str
    form: str
    parties: tuple[str, ...]
    year: str | None
    unresolved: bool
    steps: int


class Tie(msgspec.Struct, frozen=True):
    """One agreement does something to another: what, how sure that is, and how many places say so."""

    source: str
    target: str
    type: RelationType
    modality: Modality
    places: int


class Kinship(msgspec.Struct, frozen=True):
    """Agreements by key with all ties between them; ``beyond`` counts neighbours that are left out."""

    key: str
    kin: tuple[Kin, ...]
    ties: tuple[Tie, ...]
    beyond: int


def kinship(registry: Registry, agreement: str, steps: int) -> Kinship:
    """The agreements at most ``steps`` relations away from one (named by key, name or words), nearest first.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    line = find_agreement(registry, agreement)
    found = {line.key: _kin(line, 0)}
    ties: dict[tuple[str, ...], Tie] = {}
    beyond: set[str] = set()
    edge = [line.key]
    for away in range(1, steps + 2):
        met = sorted({key for key in edge for key in _met(registry, key, ties)} - found.keys())
        room = MOST - len(found) if away <= steps else 0
        beyond |= set(met[room:])
        edge = met[:room]
        found |= {key: _kin(near, away) for key in edge if (near := registry.line(key))}
    inside = [tie for tie in ties.values() if tie.source in found and tie.target in found]
    return Kinship(
        line.key, tuple(sorted(found.values())), tuple(sorted(inside, key=_order)), len(beyond - found.keys())
    )


def _met(registry: Registry, key: str, ties: dict[tuple[str, ...], Tie]) -> Iterator[str]:
    """The neighbours of an agreement; its ties are added to ``ties``."""
    for one in related(registry, key):
        ends = (key, one.key) if one.outward else (one.key, key)
        tie = Tie(*ends, one.type, one.modality, len(one.sources))
        ties[_order(tie)] = tie
        yield one.key


def _order(tie: Tie) -> tuple[str, ...]:
    return (tie.source, tie.target, tie.type.value, tie.modality.value)


def _kin(line: Line, away: int) -> Kin:
    return Kin(line.key, line.name, line.form, line.parties, line.year, line.unresolved, away)
