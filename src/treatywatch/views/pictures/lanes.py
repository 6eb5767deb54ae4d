"""Whose steps they are: one lane for the agreement as a whole, for each state and organisation, and for each organ."""

from collections.abc import Iterable

import msgspec

from treatywatch.language.names.tables import state_name
from treatywatch.service.answers import Entry
from treatywatch.views.present.plain import plain

WHOLE = "Nobody is named"


class Lane(msgspec.Struct, frozen=True):
    """Who acts, in words, and the steps, dated ones first and oldest first."""

    name: str
    entries: tuple[Entry, ...]


def lanes(entries: Iterable[Entry]) -> list[Lane]:
    """The lanes: steps of nobody in particular first, then states and organisations by name, each before its organs."""
    found: dict[tuple[str, str], tuple[str, list[Entry]]] = {}
    for entry in entries:
        for party in entry.parties or ("",):
            name, body = plain(state_name(party)) if party else "", plain(entry.body or "")
            key = (name.casefold(), body.casefold())
            found.setdefault(key, (_words(name, body), []))[1].append(entry)
    return [Lane(name, tuple(sorted(told, key=_when))) for _, (name, told) in sorted(found.items())]


def _words(name: str, body: str) -> str:
    if name and body:
        return f"{name} · {body}"
    return name or body or WHOLE


def _when(entry: Entry) -> tuple[bool, str, str, str, str]:
    return (entry.date is None, entry.date or "", entry.kind, entry.modality, entry.fact)
