"""What all parties share: when the agreement began and ended, in one way of filling in what is not known."""

from collections.abc import Callable

import msgspec

from treatywatch.law.act import Act
from treatywatch.law.agreement import Exit
from treatywatch.law.when import NEVER

Joining = Callable[[str, int], int]
"""From a party's code and the day of its consent to the first day on which the agreement can bind it."""


def at_once(_party: str, consent: int) -> int:
    """The rule of Art. 24(3) where the agreement has none: bound from the day of consent."""
    return consent


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A day with the rule and the acts that fix it; ``NEVER`` when it has not come."""

    day: int = NEVER
    rule: str = ""
    acts: tuple[Act, ...] = ()


NOT = Mark()


class Frame(msgspec.Struct, frozen=True):
    """Beginning and end of the agreement, and the rules of its own clauses, for the day asked (``day``)."""

    day: int
    begins: Mark = NOT
    ends: Mark = NOT
    two_sided: bool = False
    sides: frozenset[str] = frozenset()
    exit: Exit | None = None
    joining: Joining = at_once
    signature_binds: bool = False
