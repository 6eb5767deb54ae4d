"""The people listed by name: who spoke for which state or organisation, and when."""

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
    found: dict[str, list[Holder]] = {}
    for holder in holders():
        for surname in dict.fromkeys(surname_of(name, holder.codes) for name in holder.names):
            if surname not in never and len(surname) > 1:
                found.setdefault(surname, []).append(holder)
    return {surname: tuple(rows) for surname, rows in found.items()}


def surname_of(name: str, codes: tuple[str, ...]) -> str:
    """The word by which a text speaks of the person again; the first one where the family name stands first."""
    data = load_yaml(PACKAGE, "data/people.yaml")
    words = [word for word in name.split() if word not in data["after_surname"]] or name.split()
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
        if words[0] in {"Kim", "Choe", "Ri", "Moon", "Park", "Yoon", "Lee", "Kang", "Cho", "Chung"} and len(words) == 3:
            yield f"{words[0]} {words[1]}-{words[2].lower()}"
            yield f"{words[0]} {words[1]}-{words[2]}"
