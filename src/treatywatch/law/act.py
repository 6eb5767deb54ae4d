"""An act as the law sees it: who did what, and its three clocks."""

from enum import StrEnum

import msgspec

from treatywatch.model import Modality, Step


class Organ(StrEnum):
    """Which power of a state acts; a chamber, court or vote never binds the state towards others by itself."""

    HEAD_OF_STATE = "head_of_state"
    GOVERNMENT = "government"
    CHAMBER = "chamber"
    COMMITTEE = "committee"
    COURT = "court"
    ELECTORATE = "electorate"


DOMESTIC = frozenset({Organ.CHAMBER, Organ.COMMITTEE, Organ.COURT, Organ.ELECTORATE})
"""Organs whose acts stay steps at home (Vienna Convention on the Law of Treaties, Arts 7 and 46)."""


class Act(msgspec.Struct, frozen=True, omit_defaults=True):
    """One step done by ``parties`` (all of them together when empty).

    The three clocks are partial dates (``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``) or None for not known: ``done`` when it
    was done, ``effective`` when it takes effect where that is told, ``known`` when it was learned (None: always known).
    ``sequence`` orders acts of one day. ``organ`` is the power that acted and ``body`` its name, where told.
    ``takes_back`` names the earlier step of the same party that the act revokes (a notice of withdrawal, a
    ratification, a signature). ``succeeds`` is the state whose rights and duties the party takes over by this act.
    ``id`` leads back to the sources and is the act's own.
    """

    id: str
    step: Step
    parties: tuple[str, ...] = ()
    done: str | None = None
    effective: str | None = None
    known: str | None = None
    modality: Modality = Modality.ACTUAL
    organ: Organ | None = None
    body: str | None = None
    sequence: int = 0
    takes_back: Step | None = None
    succeeds: str | None = None

    @property
    def domestic(self) -> bool:
        """Whether the act is one of a chamber, committee, court or electorate, which binds nobody abroad."""
        return self.organ in DOMESTIC
