"""What two sightings must share to be compared at all."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from treatywatch.registry.identity.wording import weight

if TYPE_CHECKING:
    from treatywatch.registry.identity.sighting import Sighting

_LONGEST = 120
_TITLE = 3  # so many words together are a title, however common each of them


class Block(NamedTuple):
    """What sightings share. Two that share its name are apart all the same when both name sides, and different ones."""

    name: str
    sides: str = ""


def blocks(one: "Sighting") -> frozenset[Block]:
    """The blocks of a sighting: sightings without a common block are never the same agreement.

    A well-known name, an acronym, two parties, two neighbouring words of a proper name of which at least one tells
    something, or the whole of a longer title: "a fisheries agreement" of nobody knows whom is the same as no other.
    Words connect no papers between two different pairs of parties: every two states have a "tax agreement". An unnamed
    set of agreements of two parties stands beside theirs, so that it is seen with those that may be in it.
    """
    if one.unresolved:
        return frozenset({Block(f"parties:{'+'.join(sorted(one.parties))}")} if len(one.parties) == 2 else ())
    sides = "+".join(sorted(one.parties)) if len(one.parties) == 2 else ""
    named = (Block(name[:_LONGEST]) for name in _named(one))
    return frozenset((*named, *(Block(name[:_LONGEST], sides) for name in _worded(one))))


def _named(one: "Sighting") -> Iterator[str]:
    yield from (f"ruled:{number}" for number, side, _ in one.rulings if side == "same")
    if one.known:
        yield f"known:{one.known.name}"
    if 2 <= len(one.parties) <= 4:
        yield from ("parties:" + "+".join(pair) for pair in combinations(sorted(one.parties), 2))
    yield from (f"acronym:{short}" for part in one.wordings for short in part.acronyms)


def _worded(one: "Sighting") -> Iterator[str]:
    for part in one.wordings:
        if part.proper:
            yield from (f"words:{a} {b}" for a, b in _neighbours(part.content))
            yield from (f"words:{a} {b}" for a, b in _neighbours(part.capitals))
        else:
            yield from (f"words:{a} {b}" for a, b in _told(part.content))
        if len(set(part.content)) >= _TITLE:
            yield f"title:{' '.join(sorted(set(part.content)))}"


def _neighbours(content: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if len(content) == 1 and weight(content[0], 0, 1):
        yield content[0], ""
    for a, b in pairwise(content):
        if weight(a, 0, 1) or weight(b, 0, 1):
            yield min(a, b), max(a, b)


def _told(content: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The neighbours of a description ("open rivers pact") of which both tell something."""
    return ((min(a, b), max(a, b)) for a, b in pairwise(content) if weight(a, 0, 1) and weight(b, 0, 1))
