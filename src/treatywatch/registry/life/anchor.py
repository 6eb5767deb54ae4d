"""Finding again, in what a newer reader makes of a page, the place that a person decided on."""

from collections.abc import Iterable
from typing import NamedTuple

from treatywatch.model import View

_POINTS = {"kind": 8, "day": 4, "side": 4, "name": 2, "modality": 1}
_ENOUGH = 8  # the same step, or the same day and side: what else has changed is the newer reader's better sight


class At(NamedTuple):
    """Something told at a place of a page: where, of which agreement by its name there, and what."""

    start: int
    stop: int
    name: str
    view: View


def again(sought: At, told: Iterable[tuple[int, At]]) -> int | None:
    """The number of what tells at the same place what ``sought`` told, or most of it; None when nothing does.

    ``sought.view.parties`` are those of the step, which may be some of those that the place names.
    """
    ranked = [(_likeness(sought, one), -number) for number, one in told if _meet(sought, one)]
    best, number = max(ranked, default=((0, 0), 0))
    return -number if best[0] >= _ENOUGH else None


def _meet(one: At, other: At) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)


def _likeness(sought: At, told: At) -> tuple[int, int]:
    """How much is alike, and how many characters the two have in common."""
    a, b = sought.view, told.view
    alike = {
        "kind": a.kind is b.kind,
        "day": a.date is not None and a.date == b.date,
        "side": bool(b.parties) and set(a.parties) & set(b.parties) != set(),
        "name": sought.name == told.name,
        "modality": a.modality is b.modality,
    }
    shared = min(sought.stop, told.stop) - max(sought.start, told.start)
    return sum(_POINTS[what] for what, same in alike.items() if same), shared
