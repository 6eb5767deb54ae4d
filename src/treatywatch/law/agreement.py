"""What the law must know of an agreement beside the acts done under it."""

from typing import Literal

import msgspec

from treatywatch.law.force import ForceRule

Laterality = Literal["bilateral", "multilateral", "unknown"]


class Exit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a party leaves: months (and days) from its notice to the effect, and how long it must first stay.

    ``not_before`` counts months from the day the agreement entered into force for that party. ``article`` is the
    agreement's own.
    """

    months: int = 0
    days: int = 0
    not_before: int = 0
    article: str = ""


class AgreementFacts(msgspec.Struct, frozen=True):
    """One agreement: its sides, and what its final clauses say as far as that is known.

    ``parties`` are the states that made it where they are a closed circle (both sides of a bilateral agreement), empty
    otherwise. ``force`` is the entry-into-force rule, None when the clause is not known. ``exit`` is None when the
    withdrawal clause is not known. ``ends`` is the last day of its term, a partial date. ``supersedes`` holds keys of
    earlier agreements that this one replaces.
    """

    key: str
    name: str = ""
    form: str = "treaty"
    laterality: Laterality = "unknown"
    parties: tuple[str, ...] = ()
    force: ForceRule | None = None
    exit: Exit | None = None
    ends: str | None = None
    supersedes: tuple[str, ...] = ()

    @property
    def bilateral(self) -> bool:
        """Whether the agreement has two sides only."""
        return self.laterality == "bilateral" or (self.laterality == "unknown" and len(self.parties) == 2)
