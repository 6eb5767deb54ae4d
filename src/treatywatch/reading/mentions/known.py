"""Agreements recognised by their own names and acronyms, wherever they are spoken of."""

from collections.abc import Sequence
from functools import lru_cache

from treatywatch.language.agreements import known_agreements
from treatywatch.language.names import find_names
from treatywatch.language.phrases import PhraseIndex


@lru_cache(maxsize=1)
def _index() -> tuple[PhraseIndex, dict[str, str]]:
    keys = {name: a.name for a in known_agreements() for name in (a.name, *a.aliases) if not _is_organisation(name)}
    return PhraseIndex(tuple(keys)), keys


def _is_organisation(name: str) -> bool:
    """Whether an acronym is also what the organisation is called that the agreement made."""
    return any(found.kind == "organisation" and found.text == name for found in find_names(name))


def known_mentions(text: str) -> Sequence[tuple[int, int, str]]:
    """``(start, end, key)`` of every known agreement's name in the text, in order; the key is its full title."""
    index, keys = _index()
    return [(start, end, keys[phrase]) for start, end, phrase in index.find(text)]


@lru_cache(maxsize=1)
def known_parties() -> dict[str, tuple[str, ...]]:
    """The parties of the known agreements with few parties, by key; multilateral ones have none."""
    return {a.name: tuple(sorted(a.parties)) for a in known_agreements()}


def long_made(today: str | None) -> frozenset[str]:
    """Keys of the known agreements made before the year preceding ``today``; none when the day is unknown."""
    if today is None:
        return frozenset()
    return frozenset(a.name for a in known_agreements() if a.year is not None and int(a.year) < int(today[:4]) - 1)
