"""The people listed by name: who spoke for which state or organisation, and when."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from treatywatch.language.names.tables import PACKAGE
from treatywatch.model.data import load_yaml

_BEFORE, _AFTER = 2, 8
"""Years before and after the time in office in which a surname alone still tells the person in the news."""


class Holder(NamedTuple):
    """A listed person: spellings of the full name, the codes they spoke for, first and last year in office."""

    names: tuple[str, ...]
    codes: tuple[str, ...]
    first: int
    last: int

    def near(self, at: str | None) -> bool:
        """Whether the news of the day ``at`` would use the surname alone; always when the day is not known."""
        year = int(at[:4]) if at and at[:4].isdigit() else None
        return year is None or self.first - _BEFORE <= year <= self.last + _AFTER

    def in_office(self, at: str | None) -> bool:
        """Whether the day ``at`` lies in the years in office."""
        return bool(at and at[:4].isdigit() and self.first <= int(at[:4]) <= self.last)


@lru_cache(maxsize=1)
def holders() -> tuple[Holder, ...]:
    """Everyone in ``data/people.yaml``, with the spellings that newsrooms use."""
    found = []
    for code, rows in load_yaml(PACKAGE, "data/people.yaml")["people"].items():
        for name, first, *last in rows:
            spellings = tuple(dict.fromkeys(s for listed in name.split("|") for s in _spellings(listed)))
            found.append(Holder(spellings, (code,), first, last[0] if last else 9999))
    return tuple(found)


@lru_cache(maxsize=1)
def surnames() -> dict[str, tuple[Holder, ...]]:
    """Surname -> those who bear it, where the surname alone can tell a person; common words and names are left out."""
    never = set(load_yaml(PACKAGE, "data/people.yaml")["never_alone"])
    return {surname: rows for surname, rows in _bearers().items() if surname not in never}


@lru_cache(maxsize=1)
def administrations() -> dict[str, tuple[str, ...]]:
    """Surname -> codes, where all who bear it spoke for one state: whose "the Clinton Administration" was."""
    codes = {surname: {holder.codes for holder in rows} for surname, rows in _bearers().items()}
    return {surname: min(told) for surname, told in codes.items() if len(told) == 1}


@lru_cache(maxsize=1)
def _bearers() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        for surname in dict.fromkeys(surname_of(name, holder.codes) for name in holder.names):
            if len(surname) > 1:
                found.setdefault(surname, []).append(holder)
    return {surname: tuple(rows) for surname, rows in found.items()}


def surname_of(name: str, codes: tuple[str, ...]) -> str:
    """The word by which a text speaks of the person again; the first where that is the family name, "" for kings."""
    data = load_yaml(PACKAGE, "data/people.yaml")
    words = [word for word in name.split() if word not in data["after_surname"]] or name.split()
    if words[0] in data["titles"]:
        return ""
    if codes and codes[0] in data["family_first"] and len(words) > 1:
        return words[0]
    start = len(words) - 1
    while start > 1 and words[start - 1] in data["particles"]:
        start -= 1
    return " ".join(words[start:])


def _spellings(name: str) -> Iterator[str]:
    """``name`` in every listed spelling of its words, and with the hyphens of Korean given names."""
    groups = load_yaml(PACKAGE, "data/people.yaml")["spellings"]
    ways = [next(([word, *group] for group in groups if word in group), [word]) for word in name.split()]
    for words in product(*ways):
        yield " ".join(words)
        yield plain_letters(" ".join(words))
        if words[0] in {"Kim", "Choe", "Ri", "Moon", "Park", "Yoon", "Lee", "Kang", "Cho", "Chung"} and len(words) == 3:
            yield f"{words[0]} {words[1]}-{words[2].lower()}"
            yield f"{words[0]} {words[1]}-{words[2]}"


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Holder, ...]]:
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        for name in holder.names:
            found.setdefault(name, []).append(holder)
    return {name: tuple(rows) for name, rows in found.items()}


def holder_named(name: str, at: str | None) -> Holder | None:
    """The person called ``name`` in full, in the office held on ``at``: a premier who later led an organisation."""
    return _latest(_by_name().get(name, ()), at)


def holder_of(surname: str, at: str | None) -> Holder | None:
    """The one person who bore ``surname`` in office around ``at`` (an ISO date); None where nobody or several did."""
    near = tuple(holder for holder in surnames().get(surname, ()) if holder.near(at))
    current = tuple(holder for holder in near if holder.in_office(at)) or near
    return _latest(current, at) if len({holder.names[0] for holder in current}) == 1 else None


def _latest(rows: tuple[Holder, ...], at: str | None) -> Holder | None:
    return max(rows, key=lambda holder: (holder.in_office(at), holder.first), default=None)


def plain_letters(text: str) -> str:
    """``text`` without accents, as many newsrooms write it."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(_LETTERS)


_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})
