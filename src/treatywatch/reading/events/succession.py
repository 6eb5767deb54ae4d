"""Agreements that take another's place before they are in force themselves: "the deal replaces the pact of 1994"."""

from collections.abc import Sequence

from treatywatch.language.parse import Parsed
from treatywatch.model import Modality, Step
from treatywatch.reading.arguments import Arguments
from treatywatch.reading.events.found import Found
from treatywatch.reading.grammar import subjects

_STILL_TO_COME = frozenset({Step.IN_FORCE, Step.RATIFIED})


def in_their_turn(page: Parsed, arguments: Arguments, made: Sequence[Found]) -> list[Found]:
    """``made``, where what is told to replace another in the present is planned to while it still waits for its own."""
    waiting = {e.cluster for e in made if e.kind in _STILL_TO_COME and e.modality is not Modality.ACTUAL}
    waiting -= {e.cluster for e in made if e.kind is Step.IN_FORCE and e.modality is Modality.ACTUAL}
    return [
        event._replace(modality=Modality.PLANNED)
        if _is_told_in_present(page, event) and _newer(page, arguments, event.head) & waiting
        else event
        for event in made
    ]


def _is_told_in_present(page: Parsed, event: Found) -> bool:
    told = event.kind is Step.SUPERSEDED and event.modality is Modality.ACTUAL
    return told and page.words[event.head].tag in {"VBZ", "VBP"}


def _newer(page: Parsed, arguments: Arguments, head: int) -> set[int]:
    return {number for i in subjects(page, head) for number, _ in arguments.agreement_of(i)}
