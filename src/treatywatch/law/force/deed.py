"""What was done, as an entry-into-force rule counts it."""

from collections.abc import Iterable

import msgspec

from treatywatch.law.act import Act
from treatywatch.law.force.rule import Deeds, Instrument
from treatywatch.model import Modality, Step

_OF_STEP = {
    Step.SIGNED: (Deeds.SIGNATURE, None),
    Step.RATIFIED: (Deeds.RATIFICATION, None),
    Step.DEPOSITED: (Deeds.DEPOSIT, None),
    Step.ACCEDED: (Deeds.DEPOSIT, Instrument.ACCESSION),
    Step.EXCHANGED: (Deeds.EXCHANGE, None),
    Step.OPENED: (Deeds.OPENING, None),
}


class Deed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One party's act: its partial date (None: not known), and what instrument it was where that is known."""

    party: str
    act: Deeds
    date: str | None = None
    instrument: Instrument | None = None
    organisation: bool = False


class Circle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who is concerned: the parties of a closed agreement, its signatories, the members of the organisation.

    Empty means not known: then "all" of them cannot be told to have acted.
    """

    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


def deeds_of(acts: Iterable[Act], organisations: frozenset[str] = frozenset()) -> tuple[Deed, ...]:
    """The acts that a rule may count, party by party; domestic acts, plans and acts that take others back are none.

    ``organisations`` holds the codes of parties that are no states. An act of all parties together (no party named)
    is one deed of the party ``*``, which stands for each.
    """
    found = []
    for act in acts:
        if act.step not in _OF_STEP or act.domestic or act.takes_back or act.modality is not Modality.ACTUAL:
            continue
        kind, instrument = _OF_STEP[act.step]
        found += [Deed(party, kind, act.done, instrument, party in organisations) for party in act.parties or ("*",)]
    return tuple(found)
