"""States and their agreements, for people."""

from treatywatch.service.participation import Deed, Participation
from treatywatch.service.state import StateAnswer

STATE_HEADS = ("status", "since", "agreement", "stage", "key")
PARTICIPATION_HEADS = ("state", "status", "signed", "consent", "in force", "until")


def state_title(found: StateAnswer) -> str:
    """The state, and how many agreements it has of each status."""
    counted = ", ".join(f"{one.count} {_words(one.value)}" for one in found.statuses)
    return f"{found.name} ({found.state}) on {found.as_of}: {counted or 'no agreement'}"


def state_rows(found: StateAnswer) -> list[tuple[str, ...]]:
    """An agreement a row, under :data:`STATE_HEADS`."""
    return [
        (_words(each.status), each.since or "", each.agreement.name, _words(each.agreement.stage), each.agreement.key)
        for each in found.stands
    ]


def participation_rows(found: Participation) -> list[tuple[str, ...]]:
    """A state a row, under :data:`PARTICIPATION_HEADS`."""
    return [
        (
            f"{each.name} ({each.state})",
            _words(each.status),
            _deed(each.signed, named=False),
            _deed(each.consent, named=True),
            each.in_force or "",
            each.until or "",
        )
        for each in found.states
    ]


def _deed(deed: Deed | None, named: bool) -> str:
    if deed is None:
        return ""
    day = deed.date or "no day told"
    return f"{day} {_words(deed.step)}" if named else day


def _words(value: str | None) -> str:
    return (value or "").replace("_", " ")
