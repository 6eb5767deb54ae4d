"""Agreements that may be one and are not held to be: what a person may settle."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from treatywatch.registry.identity.cluster import Group
from treatywatch.registry.identity.compare import Reason, compare, total, weights

_SLACK = 2.0  # points below the threshold at which a person would still hesitate: less than one strong feature
_CROWD = 100  # a block that more agreements share (two states with a hundred treaties) proposes no pairs by itself


_AMONG = Reason("may_be_among", 0.0, "an unnamed set of agreements of the same two parties")


class Candidate(NamedTuple):
    """Two groups, by their places in the sequence asked about, with the points for their being one and the reasons."""

    one: int
    other: int
    points: float
    because: tuple[Reason, ...]


def candidates(found: Sequence[Group]) -> Iterator[Candidate]:
    """The pairs of groups that are nearly, or might equally well be, held to be one; those kept apart by people not."""
    for one, other in _near(found):
        reasons = compare(found[one].profile, found[other].profile)
        points = total(reasons)
        if points >= weights().threshold - _SLACK and all(reason.feature != "ruled_apart" for reason in reasons):
            yield Candidate(one, other, round(points, 3), reasons)
    yield from _among(found)


def _among(found: Sequence[Group]) -> Iterator[Candidate]:
    """Unnamed sets with the agreements that may be in them: of the same two parties, and told of on other pages."""
    sides: dict[frozenset[str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for number, group in enumerate(found):
        if len(group.profile.parties) == 2:
            sides[group.profile.parties][all(one.unresolved for one in group.profile.members)].append(number)
    for named, sets in sides.values():
        for one, other in product(sets, named if len(named) <= _CROWD else ()):
            if not found[one].profile.pages & found[other].profile.pages:
                yield Candidate(min(one, other), max(one, other), 0.0, (_AMONG,))


def _near(found: Sequence[Group]) -> list[tuple[int, int]]:
    sharing: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(found):
        for member in group.profile.members:
            if not member.unresolved:
                for block in member.block_names:
                    sharing[block].add(number)
    crowds = (sorted(numbers) for numbers in sharing.values() if 1 < len(numbers) <= _CROWD)
    return sorted({pair for numbers in crowds for pair in combinations(numbers, 2)})
