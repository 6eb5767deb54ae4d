"""Many values in lists that fit into one statement."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
_CHUNK = 400  # SQLite takes about a thousand parameters in one statement


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """``values`` in lists that fit into one statement."""
    walk = iter(values)
    while part := list(islice(walk, _CHUNK)):
        yield part
