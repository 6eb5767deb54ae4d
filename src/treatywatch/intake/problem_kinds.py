"""The problems that intake can report, listed once."""

from collections.abc import Mapping

import msgspec

from treatywatch.model import Problem
from treatywatch.model.data import load_data


class ProblemKind(msgspec.Struct, frozen=True):
    """What a problem code ``means``, its usual ``cure``, and whether something was left ``unread``."""

    means: str
    cure: str
    unread: bool


class _Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    kinds: dict[str, ProblemKind]


def problem_kinds() -> Mapping[str, ProblemKind]:
    """Every problem code of intake with its meaning, in the order of the listing."""
    listing: _Listing = load_data("treatywatch.intake", "problems.yaml", _Listing)
    return listing.kinds


def problem(code: str, where: str, message: str) -> Problem:
    """A problem of a listed kind at ``where``, with the kind's cure. Raises KeyError for an unlisted code."""
    return Problem(code=code, message=message, where=where, cure=problem_kinds()[code].cure)
