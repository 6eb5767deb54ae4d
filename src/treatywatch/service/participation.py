"""Which states take part in an agreement: when each signed, consented and was bound."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec
from msgspec.structs import replace

from treatywatch.language.names import state_name
from treatywatch.law.act import Act
from treatywatch.law.states import continuator
from treatywatch.law.status import AgreementStatus, PartyStatus, StateStatus, status
from treatywatch.model import Modality, Step
from treatywatch.registry import Registry
from treatywatch.service.answers import Entry
from treatywatch.service.facts import Brief, brief

TableOrder = Literal["state", "signed", "consent", "in-force"]
_CONSENT = (Step.DEPOSITED, Step.EXCHANGED, Step.ACCEDED, Step.RATIFIED)


class Deed(msgspec.Struct, frozen=True):
    """What a state did: the step, its day where it is told, and the id of the fact."""

    step: Step
    date: str | None
    fact: str


class Participant(msgspec.Struct, frozen=True):
    """A state's part in an agreement.

    ``consent`` is the deed that pages tell by which it consented to be bound: the deposit or exchange of its
    instrument, else accession or ratification. ``in_force`` is the first day on which the agreement binds or bound it,
    ``until`` the last day where that is past or fixed.
    """

    state: str
    name: str
    status: StateStatus
    signed: Deed | None
    consent: Deed | None
    in_force: str | None
    until: str | None


class Participation(msgspec.Struct, frozen=True):
    """An agreement with the states that take part, by name. Reservations are not read from pages."""

    key: str
    name: str
    as_of: str
    states: tuple[Participant, ...]


def participation(registry: Registry, agreement: str, as_of: date, known_by: date | None = None) -> Participation:
    """The participation table of an agreement (named by key, name or words) on a day, as known on a day.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    told = brief(registry, agreement, known_by)
    return participation_in(told, status(told.facts, told.acts, as_of, known_by), as_of, known_by)


def participation_in(told: Brief, answer: AgreementStatus, as_of: date, known_by: date | None = None) -> Participation:
    """The same of an agreement as the law sees it, whose status then is ``answer``."""
    acts = [act for act in told.acts if _counts(act, as_of, known_by)]
    found = [_participant(party, acts, told.entries) for party in answer.parties]
    return sorted_by(Participation(told.facts.key, told.facts.name, as_of.isoformat(), tuple(found)), "state")


def sorted_by(found: Participation, order: TableOrder) -> Participation:
    """The table by name of the state, or by the day of a deed, the earliest first and those without one last."""

    def day(one: Participant) -> str:
        deed = one.signed if order == "signed" else one.consent
        return (one.in_force if order == "in-force" else deed and deed.date) or "9999"

    if order == "state":
        return replace(found, states=tuple(sorted(found.states, key=lambda one: (one.name, one.state))))
    return replace(found, states=tuple(sorted(found.states, key=day)))


def _counts(act: Act, as_of: date, known_by: date | None) -> bool:
    done = act.done is None or act.done <= as_of.isoformat()
    known = known_by is None or act.known is None or act.known <= known_by.isoformat()
    return act.modality is Modality.ACTUAL and not act.domestic and done and known


def _participant(party: PartyStatus, acts: Iterable[Act], entries: Mapping[str, Entry]) -> Participant:
    own = [act for act in acts if not act.parties or continuator(party.party) in map(continuator, act.parties)]
    first, last = party.periods[-1] if party.periods else (None, None)
    return Participant(
        state=party.party,
        name=state_name(party.party),
        status=party.status,
        signed=_deed(own, (Step.SIGNED,), entries),
        consent=_deed(own, _CONSENT, entries),
        in_force=first,
        until=last or party.until,
    )


def _deed(acts: Iterable[Act], steps: tuple[Step, ...], entries: Mapping[str, Entry]) -> Deed | None:
    """The first of these steps that was taken; dated tellings before undated ones."""
    taken = [act for act in acts if act.step in steps]
    if not taken:
        return None
    first = min(taken, key=lambda act: (steps.index(act.step), act.done is None, act.done or "", act.sequence))
    return Deed(first.step, first.done, entries[first.id].fact)
