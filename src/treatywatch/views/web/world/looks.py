"""How each status of a state looks on the map: told apart by pattern as well as by colour."""

from typing import NamedTuple

from treatywatch.law.status import StateStatus


class Look(NamedTuple):
    """A way to be filled: its name, a colour, the path of a pattern's lines in an 8 by 8 field, and what it means."""

    name: str
    colour: str
    lines: str
    words: str


_PARTY = Look("party", "#14663b", "", "party")
_ENDING = Look("ending", "#14663b", "M0 4H8", "party that has suspended it or is leaving")
_BOUND = Look("consented", "#0b5cad", "M0 8 8 0", "has consented, not yet a party")
_SIGNED = Look("signed", "#0b5cad", "M4 0V8", "signatory")
_TALKS = Look("negotiating", "#5d4599", "M3 4H5", "negotiating")
_FORMER = Look("former", "#a01522", "M0 0 8 8M8 0 0 8", "former party")
_OPEN = Look("open", "#6b7680", "M0 2H8M0 6H8", "not known for certain")
LOOKS = (_PARTY, _ENDING, _BOUND, _SIGNED, _TALKS, _FORMER, _OPEN)
"""All ways, in the order of a legend."""

_OF = {
    StateStatus.PARTY: _PARTY,
    StateStatus.SUSPENDED: _ENDING,
    StateStatus.WITHDRAWING: _ENDING,
    StateStatus.CONTRACTING: _BOUND,
    StateStatus.PROVISIONAL_APPLIER: _BOUND,
    StateStatus.SIGNATORY: _SIGNED,
    StateStatus.NEGOTIATING: _TALKS,
    StateStatus.FORMER_PARTY: _FORMER,
    StateStatus.UNKNOWN: _OPEN,
}


def look_of(status: StateStatus) -> Look | None:
    """How a state of this status looks; None for one that the agreement does not concern."""
    return _OF.get(status)
