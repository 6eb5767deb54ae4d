"""Many values in lists that fit into one statement, or into memory."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
_CHUNK = 300  # SQLite takes about a thousand parameters in one statement, and a pair needs three
PORTION = 2_000
"""How many sightings are held in memory with their events: some megabytes."""


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """``values`` in lists that fit into one statement."""
    return _parts(values, _CHUNK)


def portions(values: Iterable[T]) -> Iterator[list[T]]:
    """``values`` in lists of as many as may be held in memory with all that is read there."""
    return _parts(values, PORTION)


def _parts(values: Iterable[T], size: int) -> Iterator[list[T]]:
    walk = iter(values)
    while part := list(islice(walk, size)):
        yield part
