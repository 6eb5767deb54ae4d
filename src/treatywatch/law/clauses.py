"""What well-known agreements say of their own life, by the name in common use."""

from functools import cache

import msgspec

from treatywatch.law.agreement import Exit
from treatywatch.law.force import ForceRule
from treatywatch.model.data import load_data


class Clauses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The final clauses of one agreement, as far as they are in the data: entry into force, withdrawal, term."""

    force: ForceRule | None = None
    exit: Exit | None = None
    ends: str | None = None
    ends_article: str | None = None


class _ClauseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    agreements: dict[str, Clauses]


@cache
def known_clauses() -> dict[str, Clauses]:
    """The final clauses of well-known agreements, by the name in common use."""
    clauses: dict[str, Clauses] = load_data("treatywatch.law", "clauses.yaml", _ClauseFile).agreements
    return clauses
