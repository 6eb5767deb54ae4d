"""Steps that careful readers find on pages, and whether the reader finds them too."""

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
