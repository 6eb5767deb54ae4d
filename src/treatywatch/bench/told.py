"""Steps that careful readers find on pages, and whether the reader finds them too."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from treatywatch.model import Event, Modality, Step


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True, array_like=True):
    """A step that a careful reader finds on a page, and the characters ``[start, end)`` of the words that tell it."""

    page: str
    start: int
    end: int
    kind: Step
    modality: Modality


def is_told(event: Event, told: Told) -> bool:
    """Whether an event of the same page is of the same kind and modality, and is told by some of the same words."""
    same = (event.kind, event.modality) == (told.kind, told.modality)
    return same and told.start < event.span.end and event.span.start < told.end


class Counts(NamedTuple):
    """Steps that careful readers find, that the reader gives, and that are both."""

    told: int
    given: int
    right: int


def counted(events: Iterable[Event], told: Iterable[Told]) -> Counts:
    """The counts for one page; a step counts as right once, whatever else tells it."""
    left, given = list(told), tuple(events)
    found = len(left)
    for event in given:
        if (right := next((each for each in left if is_told(event, each)), None)) is not None:
            left.remove(right)
    return Counts(found, len(given), found - len(left))


def reached(which: str, counts: Iterable[Counts]) -> dict[str, float]:
    """Precision, recall and F1 of kind and modality over all pages, under the name ``which``."""
    told, given, right = (sum(column) for column in zip(*counts, strict=True))
    return {
        f"events kind+modality P, {which}": right / given,
        f"events kind+modality R, {which}": right / told,
        f"events kind+modality F1, {which}": 2 * right / (told + given),
    }
