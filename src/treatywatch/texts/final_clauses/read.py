"""Duration, renewal, notice and supersession, read from the words of a clause."""

import re
from functools import cache
from typing import Literal

import msgspec

from treatywatch.law.force import Delay
from treatywatch.model import Span
from treatywatch.model.data import load_data
from treatywatch.texts.force_clause.clause import Doubt, doubt
from treatywatch.texts.numbers import number
from treatywatch.texts.wording import Wording, pattern

Kind = Literal[
    "term",
    "indefinite",
    "until",
    "renewal",
    "opt_out",
    "notice",
    "notice_only",
    "partly",
    "prevails",
    "ends",
    "supersedes",
]


class FinalWording(Wording, frozen=True, forbid_unknown_fields=True):
    """A wording with the kind of thing it tells."""

    kind: Kind = msgspec.field(default="term")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    wordings: tuple[FinalWording, ...]


class Renewal(msgspec.Struct, frozen=True, omit_defaults=True):
    """Automatic renewal: for ``period`` each time (None: without end), unless notice is given ``opt_out`` before."""

    period: Delay | None = None
    opt_out: Delay | None = None


class Supersession(msgspec.Struct, frozen=True, omit_defaults=True):
    """What becomes of an earlier instrument: replaced, ended, or only yielding where the two differ (``prevails``).

    ``what`` are the clause's own words for it at ``span``; ``partly`` when only part of it is touched (Vienna
    Convention, Art. 30 instead of Art. 59).
    """

    mode: Literal["replaces", "ends", "prevails"]
    what: str
    span: Span
    partly: bool = False


class FinalClause(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a clause says of the agreement's end.

    ``term`` is None when no length is given; ``indefinite`` when the clause says that there is none; ``until`` are its
    words for an event that ends it. ``notice`` is the time from notice to effect; ``leave`` whether a notice ends it
    at all. ``doubts`` say what was not understood.
    """

    term: Delay | None = None
    indefinite: bool = False
    until: str | None = None
    renewal: Renewal | None = None
    notice: Delay | None = None
    leave: bool = False
    supersession: Supersession | None = None
    doubts: tuple[Doubt, ...] = ()


@cache
def wordings() -> tuple[FinalWording, ...]:
    """The wordings of ``wording.yaml``, in their order."""
    return load_data("treatywatch.texts.final_clauses", "wording.yaml", _File).wordings


def read_final_clause(text: str) -> FinalClause:
    """What the clause says of duration, renewal, termination and earlier agreements. Never raises on any text."""
    found = _first_of_each(text)
    term, notice = _length(found.get("term")), _length(found.get("notice"))
    renewal = _renewal(found)
    if renewal and renewal.opt_out and notice == renewal.opt_out and renewal.period:
        notice = None  # one and the same notice keeps the agreement from being renewed
    clause = FinalClause(
        term=term,
        indefinite="indefinite" in found and term is None,
        until=_words(found["until"][0]) if "until" in found else None,
        renewal=renewal,
        notice=notice,
        leave=notice is not None or "notice_only" in found,
        supersession=_supersession(found),
    )
    return clause if clause != FinalClause() else FinalClause(doubts=(_not_understood(text),))


_Match = tuple[re.Match[str], FinalWording]


def _first_of_each(text: str) -> dict[Kind, _Match]:
    plain = text.replace("’", "'").replace("‘", "'")
    found: dict[Kind, _Match] = {}
    for wording in wordings():
        if wording.kind not in found and (match := pattern(wording.pattern).search(plain)):
            found[wording.kind] = match, wording
    return found


def _length(found: _Match | None) -> Delay | None:
    if found is None:
        return None
    said = found[0].groupdict()
    if said.get("first_of_month"):
        return Delay(first_of_month=number(said["first_of_month"]) or 0)
    if years := found[1].gives.get("years"):
        return Delay(years=int(years))
    value = number(said.get("number") or said.get("number2") or "")
    unit = (said.get("unit") or said.get("unit2") or "").lower().rstrip("s")
    if value is None or not unit:
        return None
    return Delay(**({"days": 7 * value} if unit == "week" else {f"{unit}s": value}))


def _renewal(found: dict[Kind, _Match]) -> Renewal | None:
    if "renewal" not in found:
        return None
    period = _length(found["renewal"])
    return Renewal(period, _length(found.get("opt_out")) if period else None)


def _supersession(found: dict[Kind, _Match]) -> Supersession | None:
    modes: tuple[tuple[Kind, Literal["prevails", "ends", "replaces"]], ...] = (
        ("prevails", "prevails"),
        ("ends", "ends"),
        ("supersedes", "replaces"),
    )
    for kind, mode in modes:
        if kind in found:
            match = found[kind][0]
            partly = mode == "prevails" or ("partly" in found and mode == "replaces")
            return Supersession(mode, _words(match), Span(*match.span("what")), partly)
    return None


def _words(match: re.Match[str]) -> str:
    return match["what"].strip(" ,")


def _not_understood(text: str) -> Doubt:
    message = "no duration, renewal, termination or supersession is found in this clause"
    return doubt("clause-not-understood", message, "read it by hand", 0, len(text))
