"""Entry into force: recomputed from rules and deposits, and rules read from clauses.

A clause is right when the kind of rule and its value are those of the row. Rows that the clause itself contradicts
stand with their reason in ``data/force_disputes.yaml``; the figures are given with and without them. A third of the
rows, told apart by the hash of their names, is reported on its own.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from treatywatch.bench.force_clauses import final_clause_right, value_of
from treatywatch.bench.force_rows import AGREEMENTS, Explained, explained, rows
from treatywatch.model.data import load_data
from treatywatch.texts.force_clause import read_force_clause
from treatywatch.texts.numbers import number

FINAL_CLAUSES = Path("data/clauses/final_clauses.jsonl")


class _Disputes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    disputed: tuple[Explained, ...]


class Read(NamedTuple):
    """One clause: what the row says, what was read (None: not understood), and whether the two agree."""

    id: str
    due: str
    read: str | None
    right: bool

    @property
    def third(self) -> bool:
        """Whether the row belongs to the third that is reported on its own."""
        return int(hashlib.md5(self.id.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def figures(shared: Path) -> dict[str, float]:
    """Shares from 0 to 1 by name; none when ``shared`` does not hold the rows."""
    if not (shared / AGREEMENTS).exists():
        return {}
    recomputed = rows(shared)
    known, whole = explained(), [row for row in recomputed if row.parties]
    complete = [row for row in whole if row.id not in known]
    found = {
        "entry into force recomputed": _share(row.official == row.found for row in recomputed),
        "entry into force by party": sum(row.parties_right for row in whole) / sum(row.parties for row in whole),
        "entry into force by party, complete rows": sum(row.parties_right for row in complete)
        / sum(row.parties for row in complete),
    }
    for name, read in (("trade clauses", trade_clauses(shared)), ("final clauses", final_clauses(shared))):
        found |= _clause_figures(name, read)
    return found


def trade_clauses(shared: Path) -> list[Read]:
    """Each trade agreement's clause with the kind and value of its rule."""
    return [_trade(raw) for raw in _lines(shared / AGREEMENTS) if raw["id"].startswith("TOTA-")]


def final_clauses(shared: Path) -> list[Read]:
    """Each clause of the collection of final clauses against its rule written by hand."""
    return [final_clause(raw) for raw in _lines(shared / FINAL_CLAUSES)]


def final_clause(raw: dict[str, Any]) -> Read:
    """One row of the collection, read."""
    told, right = final_clause_right(raw["text"], raw["rule"])
    return Read(raw["id"], json.dumps(raw["rule"]), told, right)


def _trade(raw: dict[str, Any]) -> Read:
    kind, value = raw["rule"]["type"], raw["rule"]["value"]
    due = (kind, str(number(value)) if kind in ("days_after", "first_of_month") else value)
    rule = read_force_clause(raw["clause_text"]).rule
    read = value_of(rule) if rule else None
    return Read(raw["id"], str(due), str(read) if read else None, read == due)


def disputes() -> dict[str, str]:
    """The rows whose own clause contradicts them, and why."""
    table = load_data("treatywatch.bench", "data/force_disputes.yaml", _Disputes)
    return {row.id: row.reason for row in table.disputed}


def _clause_figures(name: str, read: list[Read]) -> dict[str, float]:
    known = disputes()
    agreed = [one for one in read if one.id not in known]
    return {
        f"{name} coverage": _share(one.read is not None for one in read),
        f"{name} precision": _precision(agreed),
        f"{name} precision, disputed rows counted": _precision(read),
        f"{name} coverage, a third": _share(one.read is not None for one in read if one.third),
        f"{name} precision, a third": _precision([one for one in agreed if one.third]),
    }


def _precision(read: list[Read]) -> float:
    return _share(one.right for one in read if one.read is not None)


def _share(right: Iterable[bool]) -> float:
    all_of_them = list(right)
    return sum(all_of_them) / len(all_of_them) if all_of_them else 0.0


def _lines(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> int:
    """Print the figures, and every clause that is read otherwise than the rows say or not at all."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    known = disputes() | explained()
    for name, value in figures(shared).items():
        print(f"{name:<60} {value:.3f}")
    for one in (*trade_clauses(shared), *final_clauses(shared)):
        if not one.right:
            print(f"{one.id}: due {one.due}, read {one.read}{': ' + known[one.id] if one.id in known else ''}")
    for row in rows(shared):
        if row.official != row.found or row.parties_wrong:
            print(f"{row.id}: due {row.official}, found {row.found}; parties {row.parties_right} of {row.parties}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
