"""Finding among many stretches of a page those that touch one place, without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

Span = tuple[int, int]


_NEAR = 40

T = TypeVar("T")


def near(ordered: Sequence[T], at: int) -> Sequence[T]:
    """The forty before and after place ``at``, itself among them: what one sentence can hold."""
    return ordered[max(0, at - _NEAR) : at + _NEAR]


class Placed(Protocol):
    """Whatever has a place in the text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset after the last character."""
        ...


P = TypeVar("P", bound=Placed)


class Places(Generic[P]):
    """Named places in text order, found by offset."""

    def __init__(self, placed: Iterable[P]) -> None:
        self.all: Sequence[P] = sorted(placed, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self.all]

    def within(self, start: int, end: int) -> tuple[P, ...]:
        """Those that lie wholly in the characters ``[start, end)``."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(one for one in self.all[first:last] if one.end <= end)

    def before(self, offset: int) -> Iterator[P]:
        """Those that end before ``offset``, nearest first."""
        for at in range(bisect_left(self._starts, offset) - 1, -1, -1):
            if self.all[at].end <= offset:
                yield self.all[at]


class Cover:
    """Characters that are covered by any of many spans."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach: list[int] = []
        for _, end in ordered:
            self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def touches(self, start: int, end: int) -> bool:
        """Whether any span shares a character with ``[start, end)``."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._reach[at] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether a span starts at or before ``start`` and one of those reaches ``end``."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._reach[at] >= end
