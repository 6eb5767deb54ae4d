"""The cells of a table of acts: what each may hold."""

from difflib import get_close_matches
from functools import lru_cache

from treatywatch.intake.acts.act import words
from treatywatch.language.names import alpha_2, find_names
from treatywatch.language.names.tables import organisations, states
from treatywatch.law.steps import step_law
from treatywatch.model import Step, is_partial_date

_EARLIEST, _LATEST = "1500", "2199"


class CellError(ValueError):
    """A cell holds what it may not; the message says what it holds and what is allowed."""


def filled(cell: str) -> str:
    """A cell that must hold something."""
    if not cell:
        raise CellError("the cell is empty")
    return cell


def act_of(cell: str) -> Step:
    """The step that a cell names: one of the steps, or a register's word for one."""
    known = {step.value.replace("_", " "): step for step in Step} | words().acts
    name = " ".join(filled(cell).casefold().replace("_", " ").split())
    if name not in known:
        near = get_close_matches(name[:60], known, n=1)
        meant = f"; did you mean {near[0]}?" if near else ""
        raise CellError(f"{_short(cell)} is no act{meant} Allowed: {', '.join(sorted(known))}")
    return known[name]


def party_of(cell: str, step: Step) -> str | None:
    """The code of the party that a cell names by code or English name; None for an act of the whole agreement."""
    if not cell:
        if step_law(step).scope == "per_party":
            raise CellError(f"the cell is empty, and {step.value.replace('_', ' ')} is an act of one party")
        return None
    code = _code(cell)
    if code is None:
        raise CellError(f"{_short(cell)} is no party: write a code such as CHL or EU, or a name such as Chile")
    return code


def date_of(cell: str) -> str:
    """The partial date that a cell holds."""
    if not is_partial_date(filled(cell)):
        raise CellError(f"{_short(cell)} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    if not _EARLIEST <= cell[:4] <= _LATEST:
        raise CellError(f"{cell} is out of range: the year must lie between {_EARLIEST} and {_LATEST}")
    return cell


@lru_cache(maxsize=4096)
def _code(cell: str) -> str | None:
    upper = cell.upper()
    if upper in states() or upper in organisations() or (len(upper) == 3 and alpha_2(upper)):
        return upper
    for name_of in (cell, cell.title()) if len(cell) < 200 else ():
        codes = {
            code
            for name in find_names(name_of)
            if name.kind in {"state", "organisation"} and name.end - name.start >= len(name_of) - len("the ")
            for code in name.codes
        }
        if len(codes) == 1:
            return codes.pop()
    return None


def _short(cell: str) -> str:
    return repr(cell if len(cell) <= 60 else f"{cell[:59]}…")
