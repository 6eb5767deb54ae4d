"""Agreements made, broken, refused and still to come, told apart: this reader beside two coders of political events.

The sentences are those of the coders' own test sets (``data/annotated/petrarch_agreement_cases.jsonl``), with what
PETRARCH-2 and UniversalPetrarch gave for those of them on which they were run; what the sentences say is in
``data/event_coder_cases.yaml``. A coder is right about a sentence that tells of a step when one of its codes is of the
sentence's group and none is of another; about the others, when none of its codes says that an agreement was signed.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from treatywatch.model import Document
from treatywatch.model.data import load_data
from treatywatch.reading import read

FILE = Path("data", "annotated", "petrarch_agreement_cases.jsonl")
CODERS = {"PETRARCH-2": "petrarch2", "UniversalPetrarch": "universalpetrarch"}
NONE = "nothing of the kind"
_SIGNED = "057"


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that tells of a step: its group, and the steps (kind, modality) that may be given for it."""

    id: str
    group: str
    steps: tuple[tuple[str, str], ...]


class _Cases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    groups: dict[str, tuple[str, ...]]
    cases: tuple[Case, ...]


class Judged(NamedTuple):
    """A sentence's group, and who was right about it; a coder that was not run on it is left out."""

    group: str
    right: dict[str, bool]


def figures(shared: Path) -> dict[str, float]:
    """For each group, on how many sentences each was run and how many it got right; nothing without the data."""
    if not (shared / FILE).exists():
        return {}
    judged = list(judge(shared))
    found: dict[str, float] = {}
    for group in (*_cases().groups, NONE):
        rows = [each.right for each in judged if each.group == group]
        for who in ("treatywatch", *CODERS):
            run = [row[who] for row in rows if who in row]
            found[f"event coders, {group}: {who}, run on"] = len(run)
            found[f"event coders, {group}: {who}, right"] = sum(run)
    return found


def judge(shared: Path) -> Iterator[Judged]:
    """Every sentence of the file, in its order."""
    cases = {case.id: case for case in _cases().cases}
    for line in (shared / FILE).read_bytes().splitlines():
        row = msgspec.json.decode(line)
        case = cases.get(row["id"])
        right = {"treatywatch": _read_rightly(row, case)}
        for name, key in CODERS.items():
            if key in row.get("baseline", {}):
                right[name] = _coded_rightly([code for _, _, code in row["baseline"][key]], case)
        yield Judged(case.group if case else NONE, right)


def _cases() -> _Cases:
    return load_data("treatywatch.bench", "data/event_coder_cases.yaml", _Cases)


def _read_rightly(row: Mapping[str, Any], case: Case | None) -> bool:
    reading = read(Document(id=row["id"], text=row["text"].strip("{} ")))
    given = {(event.kind.value, event.modality.value) for event in reading.events}
    return not given if case is None else bool(given) and given <= set(case.steps)


def _coded_rightly(codes: list[str], case: Case | None) -> bool:
    if case is None:
        return _SIGNED not in codes
    told = {group for group, starts in _cases().groups.items() for code in codes if code.startswith(starts)}
    return told == {case.group} or (told == {"broken", "refused"} and case.group in told)  # both are 12 there
