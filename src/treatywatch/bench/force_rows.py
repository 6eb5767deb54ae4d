"""Entry into force recomputed from real participation lists, row by row.

A list that hides the acts of dissolved states, or a rule of which the list holds only a part, gives another day than
the official one. Such rows stand by name and with their reason in ``data/force_misses.yaml``; nothing here knows them.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from treatywatch.law.force import (
    Acts,
    After,
    AllOf,
    Circle,
    Deed,
    Deeds,
    Delay,
    Fixed,
    ForceRule,
    Instrument,
    Late,
    OnCondition,
    Rule,
    entry_for,
    entry_into_force,
)
from treatywatch.model.data import load_data

AGREEMENTS = Path("data/force/agreements.jsonl")
ORGANISATIONS = frozenset({"EU", "EUE", "EUU", "EEC"})
_INSTRUMENTS = {kind.value: kind for kind in Instrument} | {"consent to be bound": Instrument.RATIFICATION}


class Explained(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row whose data cannot give the official day, and why."""

    id: str
    reason: str


class _Misses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    misses: tuple[Explained, ...]


class Row(NamedTuple):
    """What one row gives: the official day and ours, and its parties' days."""

    id: str
    official: str | None
    found: str | None
    missing: tuple[str, ...]
    parties: int
    parties_right: int
    parties_wrong: tuple[str, ...]


def explained() -> dict[str, str]:
    """The reason for each row that its own data cannot give."""
    table = load_data("treatywatch.bench", "data/force_misses.yaml", _Misses)
    return {miss.id: miss.reason for miss in table.misses}


def rows(shared: Path) -> list[Row]:
    """Every row of the lists of the UN and of environmental treaties, recomputed."""
    with (shared / AGREEMENTS).open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    return [_row(raw) for raw in read if raw["id"].startswith(("UNTC-", "HUGGO-"))]


def _row(raw: dict[str, Any]) -> Row:
    rule = rule_of(raw["rule"], raw.get("late_party_rule"))
    deeds = [_deed(one) for one in raw["deposits"]]
    # The rows hold no list of signatories: whoever took part is taken for one where all of them must act.
    circle = Circle(signatories=tuple(dict.fromkeys(deed.party for deed in deeds)))
    force = entry_into_force(rule, deeds, circle)
    wrong = []
    for party in raw["per_party"]:
        due = party.get("in_force") or party.get("in_force_derived")
        if entry_for(rule, deeds, party["deposit"], circle).date != due:
            wrong.append(f"{party['iso3']} {party['deposit']} {due}")
    known = len(raw["per_party"])
    return Row(raw["id"], raw.get("official_eif"), force.date, force.missing, known, known - len(wrong), tuple(wrong))


def _deed(raw: dict[str, Any]) -> Deed:
    return Deed(raw["iso3"], Deeds.DEPOSIT, raw["date"], _INSTRUMENTS.get(raw["kind"]), raw["iso3"] in ORGANISATIONS)


def rule_of(raw: dict[str, Any], late: dict[str, Any] | None) -> ForceRule:
    """A row's own notation as a rule."""
    acts = _acts(raw)
    delay = delay_of(raw["delay"])
    entry: Rule = After(acts, delay)
    fixed = raw.get("not_before")
    if raw.get("fixed_or_90") and isinstance(fixed, str):
        entry = OnCondition(fixed, acts, otherwise=entry)
    elif isinstance(fixed, str):
        entry = AllOf((entry, Fixed(fixed)))
    return ForceRule(entry, Late(delay_of(late) if late else delay))


def _acts(raw: dict[str, Any]) -> Acts:
    everyone = raw["type"] in ("all_named", "all_signatories")
    return Acts(
        act=Deeds.DEPOSIT,
        count=None if everyone else raw["n"],
        pool="signatories" if raw["type"] == "all_signatories" else "parties",
        named=tuple(raw.get("named") or ()),
        besides=bool(raw.get("named_additional_to_n")),
        instruments=tuple(_INSTRUMENTS[kind] for kind in raw.get("counted") or ()),
        organisations=not raw.get("exclude_reio", True),
    )


def delay_of(raw: dict[str, Any]) -> Delay:
    """A row's own notation of a delay."""
    n = raw["n"]
    match raw["kind"]:
        case "days":
            return Delay(days=n)
        case "months":
            return Delay(months=n)
        case "years":
            return Delay(years=n)
        case "fom_after_days":
            return Delay(days=n, first_of_month=1)
        case "fom_nth_month":
            return Delay(first_of_month=n)
    return Delay()
