"""Statements side by side: who says what about an agreement."""

from collections.abc import Iterable

import msgspec

from treatywatch.service.answers import Said


class Speaker(msgspec.Struct, frozen=True):
    """One who speaks, with the offices that pages give, and all that is said, the oldest first."""

    name: str
    offices: tuple[str, ...]
    statements: tuple[Said, ...]


def speakers(statements: Iterable[Said]) -> list[Speaker]:
    """The speakers in the order in which they are first heard; a name is one speaker, in any capitals."""
    found: dict[str, list[Said]] = {}
    for said in statements:
        found.setdefault(said.speaker.casefold(), []).append(said)
    return [_speaker(told) for told in found.values()]


def _speaker(told: list[Said]) -> Speaker:
    offices = dict.fromkeys(said.office for said in told if said.office)
    return Speaker(told[0].speaker, tuple(offices), tuple(told))
