"""How each state comes to be bound, step by step, as dated data with its sources."""

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from treatywatch.law.act import Organ
from treatywatch.model import RuleFileError, Step
from treatywatch.model.data import load_data

__all__ = ["GENERAL", "STATES", "Path", "ProcedureStep", "paths", "source"]

STATES = (
    "ARM", "AUS", "AZE", "CAN", "CHN", "DEU", "EU", "FRA", "GBR", "GRC", "IND", "ISR", "JPN",
    "KOR", "MEX", "MKD", "PHL", "PRK", "RUS", "TUR", "UKR", "USA", "ZAF",
)  # fmt: skip
"""The states and organisations whose own procedure is in the data."""
GENERAL = "general"


class ProcedureStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step: which organ does what under which provision.

    ``body`` is the organ's name, ``within`` the time it has after the step before, counted in ``unit``. ``sure`` is
    False where the provision is not certain; an ``optional`` step may be left out.
    """

    step: Step
    law: str
    what: str
    organ: Organ | None = None
    body: str | None = None
    within: int | None = None
    unit: Literal["days", "sitting days", "session days"] = "days"
    sure: bool = True
    optional: bool = False


class Path(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to consent, in force since ``since`` (until ``until``), for the agreements that ``applies_to`` names."""

    name: str
    since: str
    applies_to: str
    steps: tuple[ProcedureStep, ...]
    until: str | None = None


class _ProcedureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    paths: tuple[Path, ...]


@cache
def _file(state: str) -> _ProcedureFile:
    name = state if state in STATES else GENERAL
    found: _ProcedureFile = load_data("treatywatch.law.procedures", f"{name.lower()}.yaml", _ProcedureFile)
    if not found.paths or not all(path.steps for path in found.paths):
        raise RuleFileError(f"treatywatch.law.procedures/{name.lower()}.yaml: a procedure needs at least one step")
    return found


def paths(state: str, on: date) -> tuple[Path, ...]:
    """The ways in which ``state`` could consent on that day; the general rule when its own are not in the data."""
    day = on.isoformat()
    own = tuple(path for path in _file(state).paths if path.since <= day <= (path.until or day))
    return own or _file(GENERAL).paths


def source(state: str) -> str:
    """The texts that the state's procedure is taken from."""
    return _file(state).source
