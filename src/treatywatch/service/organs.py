"""Which power of a state a body named on a page is."""

import re
from functools import cache

import msgspec

from treatywatch.law.act import Organ
from treatywatch.model.data import load_data


class _Row(msgspec.Struct, frozen=True, rename={"not_": "not"}, forbid_unknown_fields=True):
    organ: Organ
    words: tuple[str, ...]
    not_: tuple[str, ...] = ()


class OrganFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rows in the order in which they decide, and names of bodies whose power must come out."""

    source: str
    rows: tuple[_Row, ...]
    examples: dict[str, Organ]
    unknown: tuple[str, ...]


@cache
def organ_file() -> OrganFile:
    """The table of words by which bodies are told apart."""
    table: OrganFile = load_data("treatywatch.service", "organs.yaml", OrganFile)
    return table


@cache
def _patterns() -> tuple[tuple[Organ, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple((row.organ, _any_of(row.words), _any_of(row.not_) if row.not_ else None) for row in organ_file().rows)


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def organ_of(body: str | None) -> Organ | None:
    """The power of state that ``body`` is; None when no body is named or its name does not tell."""
    if body is None:
        return None
    name = " ".join(body.casefold().split())
    for organ, words, but in _patterns():
        if words.search(name) and not (but and but.search(name)):
            return organ
    return None
