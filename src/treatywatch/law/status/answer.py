"""What the law answers: stages, statuses, and the reasons that decided them."""

from enum import StrEnum

import msgspec


class Stage(StrEnum):
    """How far an agreement has come."""

    DRAFT = "draft"
    AUTHORISED = "authorised"
    INITIALLED = "initialled"
    ADOPTED = "adopted"
    SIGNED = "signed"
    PROVISIONALLY_APPLIED = "provisionally_applied"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


class StateStatus(StrEnum):
    """How a state or organisation stands towards an agreement."""

    THIRD_STATE = "third_state"
    NEGOTIATING = "negotiating"
    SIGNATORY = "signatory"
    CONTRACTING = "contracting"
    PROVISIONAL_APPLIER = "provisional_applier"
    PARTY = "party"
    SUSPENDED = "suspended"
    WITHDRAWING = "withdrawing"
    FORMER_PARTY = "former_party"
    UNKNOWN = "unknown"


BOUND = frozenset({StateStatus.PARTY, StateStatus.SUSPENDED, StateStatus.WITHDRAWING})
"""Statuses of a state for which the agreement is in force."""


class Reason(msgspec.Struct, frozen=True, gc=False):
    """A rule that decided something: its id and article, the ids of the acts it rests on, and what it says."""

    rule: str
    article: str
    says: str
    acts: tuple[str, ...] = ()


class PartyStatus(msgspec.Struct, frozen=True):
    """How one state stands on the day asked for.

    ``since`` is the first day of the status and ``until`` its last where that is already fixed (a notice running out),
    both ISO dates or None. ``also`` holds what is true besides (a withdrawing party that has suspended). ``periods``
    are the stretches during which the state has been a party, the last one open (None) while it lasts. With
    ``unknown``, ``may_be`` lists what the acts allow.
    """

    party: str
    status: StateStatus
    because: tuple[Reason, ...]
    since: str | None = None
    until: str | None = None
    also: tuple[StateStatus, ...] = ()
    periods: tuple[tuple[str | None, str | None], ...] = ()
    may_be: tuple[StateStatus, ...] = ()


class AgreementStatus(msgspec.Struct, frozen=True):
    """An agreement on a day, as known on a day: its stage and how every state named stands.

    ``since`` is the first day of the stage where known, ``in_force`` the day of entry into force where known (also when
    it has ended since). ``parties`` are sorted by code. With the stage ``unknown``, ``may_be`` lists what is possible.
    """

    agreement: str
    as_of: str
    known_by: str | None
    stage: Stage
    because: tuple[Reason, ...]
    since: str | None = None
    in_force: str | None = None
    parties: tuple[PartyStatus, ...] = ()
    may_be: tuple[Stage, ...] = ()
