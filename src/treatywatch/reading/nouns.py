"""What kind of body or thing a noun names: a chamber, a government, a bill … (``data/actors.yaml``)."""

import calendar
import re
from functools import lru_cache

from treatywatch.model.data import load_yaml

MONTHS = frozenset(month.lower() for month in calendar.month_name if month) | {"sept."}
WEEKDAYS = frozenset(day.lower() for day in calendar.day_name)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    data = load_yaml("treatywatch.reading", "data/actors.yaml")
    classes = {word: name for name, words in data["classes"].items() for word in words}
    return classes, frozenset(data["measures"]), frozenset(data["carriers"].split()), frozenset(data["instruments"])


def acts_as_party() -> frozenset[str]:
    """Codes of the organisations whose organs act for a party; those of the others are conferences of states."""
    return frozenset(load_yaml("treatywatch.reading", "data/actors.yaml")["parties"])


@lru_cache(maxsize=1)
def depositaries() -> frozenset[str]:
    """Codes of the organisations that keep the agreements of others: no pronoun that acts goes back to them."""
    return frozenset(load_yaml("treatywatch.reading", "data/actors.yaml")["depositaries"])


def is_measure(lemma: str) -> bool:
    """Whether the noun is a domestic act: bill, law, decree, resolution."""
    return lemma in _tables()[1]


def is_carrier(word: str) -> bool:
    """Whether what is done to "X of the treaty" is done to the treaty ("its participation in", "the text of")."""
    return word in _tables()[2]


def is_instrument(lemma: str) -> bool:
    """Whether the noun may be an instrument of ratification or a diplomatic note."""
    return lemma in _tables()[3]


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    return frozenset(load_yaml("treatywatch.reading", "data/actors.yaml")["telling"])


def is_telling(lemma: str) -> bool:
    """Whether what a verb is done to is whom something is made known to ("notify Chile of it")."""
    return lemma in _telling()


@lru_cache(maxsize=10_000)
def class_of_words(label: str) -> str:
    """The class that the words of a name tell, or ""."""
    classes = _tables()[0]
    lowered = label.lower()
    if lowered in classes:
        return classes[lowered]
    for phrase, kind in classes.items():
        if " " in phrase and phrase in lowered:
            return kind
    hits = [(found.start(), classes[found[0]]) for found in re.finditer(r"[\w']+", lowered) if found[0] in classes]
    for name in ("committee", "court"):
        if any(kind == name for _, kind in hits):
            return name
    return hits[0][1] if hits else ""
