"""What blocks connect, over however many steps."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from treatywatch.registry.identity.blocks import Block

T = TypeVar("T", bound=Hashable)


def connected(rows: Iterable[tuple[T, Block]]) -> list[list[T]]:
    """The things that ``rows`` (each a thing and a block it is in) connect, together; in the order of first mention."""
    leads: dict[T, T] = {}
    for alike in _alike(rows, leads):
        first = _lead(leads, alike[0])
        for other in alike[1:]:
            leads[_lead(leads, other)] = first
    found: dict[T, list[T]] = defaultdict(list)
    for one in leads:
        found[_lead(leads, one)].append(one)
    return list(found.values())


def _alike(rows: Iterable[tuple[T, Block]], leads: dict[T, T]) -> list[list[T]]:
    """Those that one block connects: all in it, or where each names its sides those with the same sides."""
    by_name: dict[str, dict[str, list[T]]] = defaultdict(lambda: defaultdict(list))
    for one, block in rows:
        leads.setdefault(one, one)
        by_name[block.name][block.sides].append(one)
    return [
        together
        for sides in by_name.values()
        for together in ([[one for side in sides.values() for one in side]] if "" in sides else sides.values())
    ]


def _lead(leads: dict[T, T], one: T) -> T:
    """The one that stands for all those connected with ``one`` so far."""
    while leads[one] != one:
        leads[one] = leads[leads[one]]
        one = leads[one]
    return one
