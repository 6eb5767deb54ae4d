"""What comes next, with states that must or may do the same put together."""

from collections.abc import Iterable

import msgspec

from treatywatch.law.next_steps import NextStep


class Ahead(msgspec.Struct, frozen=True):
    """A step, and all for whom it is next; ``step.party`` is empty."""

    parties: tuple[str, ...]
    step: NextStep


def ahead(steps: Iterable[NextStep]) -> list[Ahead]:
    """The steps in the order in which the first of their parties stands."""
    found: dict[NextStep, list[str]] = {}
    for step in steps:
        found.setdefault(msgspec.structs.replace(step, party=""), []).append(step.party)
    return [Ahead(tuple(parties), step) for step, parties in found.items()]
