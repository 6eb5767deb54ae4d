"""Signs with their words in the rows of a lane, so that none covers another."""

from collections.abc import Iterable
from itertools import count

import msgspec
from msgspec.structs import replace

from treatywatch.service.answers import Entry
from treatywatch.views.pictures.letters import fitted, width
from treatywatch.views.pictures.scale import TimeScale
from treatywatch.views.present.words import step_words

SIGN, GAP = 7, 8  # half a sign and some air; air between neighbours


class Placed(msgspec.Struct, frozen=True):
    """A step in a row: where its sign stands, from where to where its date may be, its words, and rival dates.

    ``words_at`` is where the words begin, or end when ``leftward``; those with no room beside the sign stand ``below``
    it, in the next row. ``reach`` is all that it takes.
    """

    entry: Entry
    row: int
    x: float
    span: tuple[float, float]
    rivals: tuple[tuple[float, float], ...]
    words: str
    words_at: float
    leftward: bool
    reach: tuple[float, float]
    below: bool = False

    @property
    def rows(self) -> range:
        """The rows that it takes."""
        return range(self.row, self.row + 1 + self.below)


def placed(
    entries: Iterable[Entry], rivals: dict[str, tuple[str, ...]], scale: TimeScale | None, aside: tuple[float, float]
) -> list[Placed]:
    """Every step in the first row with room for it; those without a date one to a row, from ``aside`` on."""
    found: list[Placed] = []
    for entry in entries:
        one = _dated(entry, rivals.get(entry.fact, ()), scale) if entry.date and scale else _undated(entry, aside)
        found.append(replace(one, row=_row(one, found)))
    return found


def rows(found: list[Placed]) -> int:
    """How many rows they take."""
    return max((one.rows.stop for one in found), default=1)


def _row(one: Placed, before: list[Placed]) -> int:
    taken = {row for each in before if _meet(each.reach, one.reach) for row in each.rows}
    return next(row for row in count() if not taken & {row, row + one.below})


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] + GAP and other[0] < one[1] + GAP


def _dated(entry: Entry, rivals: tuple[str, ...], scale: TimeScale) -> Placed:
    span = scale.span(entry.date or "")
    x = (span[0] + span[1]) / 2
    others = tuple(scale.span(date) for date in rivals)
    start = min(span[0], x - SIGN, *(one[0] - SIGN for one in others))
    end = max(span[1], x + SIGN, *(one[1] + SIGN for one in others))
    return _worded(Placed(entry, 0, x, span, others, _words(entry, rivals), 0, False, (start, end)), scale)


def _worded(one: Placed, scale: TimeScale) -> Placed:
    """With its words after the sign and all that belongs to it, else before, else below the sign."""
    start, end = one.reach
    wide = width(one.words)
    if wide <= scale.right - end - 6:
        return replace(one, words_at=end + 6, reach=(start, end + 6 + wide))
    if wide <= start - scale.left - 4:
        return replace(one, words_at=start - 6, leftward=True, reach=(start - 6 - wide, end))
    words = fitted(one.words, scale.right - scale.left)
    at = max(scale.left, min(one.x - width(words) / 2, scale.right - width(words)))
    return replace(one, words=words, words_at=at, below=True, reach=(min(start, at), max(end, at + width(words))))


def _undated(entry: Entry, aside: tuple[float, float]) -> Placed:
    x = aside[0] + SIGN
    words = fitted(_words(entry, ()), aside[1] - x - SIGN - 4)
    return Placed(entry, 0, x, (x, x), (), words, x + SIGN + 6, False, aside)


def _words(entry: Entry, rivals: tuple[str, ...]) -> str:
    told = step_words(entry.kind, entry.modality)
    told = f"{told} {entry.date}" if entry.date else told
    if rivals:
        return f"{told} ≠ {', '.join(rivals)}"
    return f"{told} ≠ sources differ" if entry.differ else told
