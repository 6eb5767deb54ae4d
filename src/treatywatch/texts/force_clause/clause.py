"""What a clause was read as: its rules, and what was not understood, each with its place."""

import msgspec

from treatywatch.law.force import ForceRule
from treatywatch.model import Problem, Span


class Doubt(msgspec.Struct, frozen=True):
    """A problem with the stretch of the clause that it concerns."""

    problem: Problem
    span: Span


class ForceClause(msgspec.Struct, frozen=True):
    """An entry-into-force clause read.

    ``rules`` holds one rule when the clause has one reading, several when it has more (then a doubt says so), none
    when it was not understood. ``found`` names the wordings that matched.
    """

    rules: tuple[ForceRule, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    found: tuple[str, ...] = ()

    @property
    def rule(self) -> ForceRule | None:
        """The rule when there is exactly one reading."""
        return self.rules[0] if len(self.rules) == 1 else None


def doubt(code: str, message: str, cure: str, start: int, end: int) -> Doubt:
    """A doubt about the characters ``[start, end)`` of a clause."""
    return Doubt(Problem(code, message, f"characters {start}-{end}", cure), Span(start, end))
