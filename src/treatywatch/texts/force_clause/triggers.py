"""What must have happened: the acts that a clause counts."""

import re
from typing import Literal, NamedTuple

import msgspec

from treatywatch.language.names import find_names
from treatywatch.law.force import Acts, Deeds, Instrument, Weight
from treatywatch.texts.force_clause.tables import tables
from treatywatch.texts.numbers import number, share
from treatywatch.texts.wording import Wording, pattern

_KINDS = re.compile(r"ratif|accept|approv|access|acced|success|definitive\s*signature|formal\s*confirm", re.IGNORECASE)
_KIND = {
    "rati": Instrument.RATIFICATION,
    "acce": Instrument.ACCEPTANCE,
    "appr": Instrument.APPROVAL,
    "succ": Instrument.SUCCESSION,
    "defi": Instrument.SIGNATURE,
    "form": Instrument.CONFIRMATION,
}
_ACTS = {"notif": Deeds.NOTIFICATION, "deposit": Deeds.DEPOSIT}
_SMALLER = ("smaller", "lower", "fewer")
Pool = Literal["parties", "signatories", "members", "named"]
_BESIDES = re.compile(r"\band\s+(?:at\s+least|one\s+or\s+more|any)\b", re.IGNORECASE)
_WEIGHED = re.compile(r"\b(?:account(?:ed|ing|s)?\b[^.;]{0,30}?\bfor|representing)\b", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?:with|to)\s+(?:the\s+)?(?:(?:government|ministry|minister|president|state|depositary)[^.;,]{0,40}?\bof\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\b(?:listed|named|specified|enumerated)\s+in\b", re.IGNORECASE)
_ORGANISATIONS = re.compile(
    r"\b(?:or|and)\s+(?:by\s+)?regional\s+(?:economic\s+)?integration\s+organi[sz]ation", re.IGNORECASE
)
_ALL_BUT = re.compile(r"\b(?:except|other\s+than|with\s+the\s+exception\s+of)\b", re.IGNORECASE)


class FoundTrigger(NamedTuple):
    """Acts to be counted, their place in the text, and the wording that found them."""

    acts: Acts
    start: int
    end: int
    name: str


def find_trigger(text: str) -> FoundTrigger | None:
    """The acts that the first wording of the table finds in the text. Never raises on any text."""
    for wording in tables().triggers:
        match = pattern(wording.pattern).search(text)
        if match and (acts := _acts(match, wording, text)) is not None:
            return FoundTrigger(acts, match.start(), match.end(), wording.name)
    return None


def _acts(match: re.Match[str], wording: Wording, text: str) -> Acts | None:
    said = {name: value for name, value in match.groupdict().items() if value}
    act = _act(said, wording)
    counted, part = said.get("count") or said.get("count2"), said.get("share")
    count, portion = number(counted) if counted else None, share(part) if part else None
    if (counted and count is None) or (part and portion is None):
        return None
    weight = _weight(said)
    if said.get("weight") and weight is None:
        return None
    named, excepted = _states(text) if act in (Deeds.DEPOSIT, Deeds.NOTIFICATION) else ((), ())
    # "Ukraine and at least one EFTA State": the named one is besides the number; "provided that X is among" is within.
    besides = bool(count and _BESIDES.search(text))
    if besides and (not named or wording.name == "nth-instrument"):
        return None
    if weight is None and _WEIGHED.search(text):
        return None  # a weight that no wording reads: the number alone would be a wrong rule
    acts = Acts(
        act=act,
        count=count,
        share=portion,
        lesser=said.get("which", "").lower() in _SMALLER,
        pool="named" if _LISTED.search(text) else _pool(said.get("pool", "")),
        named=named,
        besides=besides,
        excepted=excepted,
        organisations=bool(_ORGANISATIONS.search(text)),
        instruments=_instruments(text) if act is Deeds.DEPOSIT else (),
        weight=weight,
        of=str(wording.gives.get("of", said.get("of", ""))).lower(),
    )
    return msgspec.structs.replace(acts, pool="named") if named and count is None and portion is None else acts


def _act(said: dict[str, str], wording: Wording) -> Deeds:
    if "act" in wording.gives:
        return Deeds(str(wording.gives["act"]))
    return next((act for start, act in _ACTS.items() if said.get("act", "").lower().startswith(start)), Deeds.DEPOSIT)


def _pool(words: str) -> Pool:
    plain = words.lower()
    if plain.startswith("signator"):
        return "signatories"
    return "members" if plain.startswith("member") else "parties"


def _weight(said: dict[str, str]) -> Weight | None:
    portion = share(said["weight"]) if said.get("weight") else None
    return Weight(of=" ".join(said["weight_of"].split()), share=portion) if portion else None


def _instruments(text: str) -> tuple[Instrument, ...]:
    found = []
    for word in _KINDS.findall(text):
        plain = word.lower()
        found.append(Instrument.ACCESSION if plain in ("access", "acced") else _KIND[plain[:4]])
    return tuple(kind for kind in Instrument if kind in found)


def _states(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """States that must be among those that act, and states that need not."""
    but = _ALL_BUT.search(text)
    states = [name for name in find_names(text) if name.kind == "state" and len(name.codes) == 1]
    names = [name for name in states if not _WITH.search(text[: name.start])]  # those are depositaries
    among = {name.codes[0] for name in names if not but or name.end <= but.start()}
    left_out = {name.codes[0] for name in names if but and name.start >= but.end()}
    return tuple(sorted(among)), tuple(sorted(left_out))
