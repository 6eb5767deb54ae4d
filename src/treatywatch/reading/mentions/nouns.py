"""The nouns and other words that names of agreements are made of (``data/nouns.yaml``)."""

from functools import lru_cache
from typing import NamedTuple

from treatywatch.model.data import load_yaml


class Nouns(NamedTuple):
    """The table of nouns, ready for look-up."""

    forms: dict[str, dict[str, str]]
    only_after: dict[str, frozenset[str]]
    never_before: dict[str, frozenset[str]]
    never_after: dict[str, frozenset[str]]
    colourless: frozenset[str]
    soft: frozenset[str]
    fresh: frozenset[str]
    prior: frozenset[str]
    aged: frozenset[str]
    reworked: frozenset[str]
    leading: frozenset[str]
    made: frozenset[str]
    signing: frozenset[str]
    makes: frozenset[str]
    hands: frozenset[str]
    ranks: frozenset[str]
    talks: frozenset[str]
    of_talks: frozenset[str]
    on: frozenset[str]
    acronyms: frozenset[str]
    additions: frozenset[str]
    setting_beside: frozenset[str]
    asides: frozenset[str]
    places: frozenset[str]
    binding: frozenset[str]
    capital: frozenset[str]
    contracting: frozenset[str]
    rules_of_conduct: frozenset[str]
    not_agreements: tuple[str, ...]


@lru_cache(maxsize=1)
def nouns() -> Nouns:
    """The nouns that name agreements (``data/nouns.yaml``)."""
    data = load_yaml("treatywatch.reading.mentions", "data/nouns.yaml")
    return Nouns(
        forms=data["forms"],
        only_after={noun: frozenset(words) for noun, words in data["only_after"].items()},
        never_before={noun: frozenset(sides["before"]) for noun, sides in data["never"].items()},
        never_after={noun: frozenset(sides["after"]) for noun, sides in data["never"].items()},
        colourless=frozenset(data["colourless"].split()),
        soft=frozenset(data["soft"].split()),
        fresh=frozenset(data["fresh"]),
        prior=frozenset(data["prior"]),
        aged=frozenset(data["aged"]),
        reworked=frozenset(data["reworked"]),
        leading=frozenset(data["leading"]),
        made=frozenset(data["made"]),
        signing=frozenset(data["signing"]),
        makes=frozenset(data["makes"]),
        hands=frozenset(data["hands"]),
        ranks=frozenset(data["ranks"]),
        talks=frozenset(data["talks"]),
        of_talks=frozenset(data["of_talks"]),
        on=frozenset(data["on"]),
        acronyms=frozenset(data["acronyms"]),
        additions=frozenset(data["additions"]),
        setting_beside=frozenset(data["setting_beside"]),
        asides=frozenset(data["asides"]),
        places=frozenset(data["places"]),
        binding=frozenset(data["binding"]),
        capital=frozenset(data["capital"]),
        contracting=frozenset(data["contracting"]),
        rules_of_conduct=frozenset(data["rules_of_conduct"]),
        not_agreements=tuple(data["not_agreements"]),
    )
