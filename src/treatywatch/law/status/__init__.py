"""The status of an agreement and of every state, on a date and as known on a date."""

from treatywatch.law.status.answer import AgreementStatus, PartyStatus, Reason, Stage, StateStatus
from treatywatch.law.status.status import state_status, status

__all__ = [
    "AgreementStatus",
    "PartyStatus",
    "Reason",
    "Stage",
    "StateStatus",
    "state_status",
    "status",
]
