"""What a group of sightings tells together."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from treatywatch.registry.identity.sighting import Happening, Sighting, Window
from treatywatch.registry.identity.wording import topics


class Profile(msgspec.Struct, frozen=True):
    """The features of sightings held to be one agreement, each with the number of pages that show it."""

    members: tuple[Sighting, ...]
    pages: frozenset[str]
    known: Counter[str]
    acronyms: frozenset[str]
    contents: frozenset[frozenset[str]]
    topics: frozenset[str]
    genera: Counter[str]
    parties: frozenset[str]
    born: Counter[Window]
    happened: frozenset[Happening]

    @property
    def best_known(self) -> str | None:
        """The well-known agreement that most members name."""
        return max(self.known, key=lambda name: (self.known[name], name)) if self.known else None

    @property
    def genus(self) -> str:
        """The kind of paper that most members call it."""
        return max(self.genera, key=lambda name: (self.genera[name], name))


def profile(members: Iterable[Sighting]) -> Profile:
    """The profile of ``members``, in whatever order they come."""
    group = tuple(sorted(members, key=lambda member: member.ref))
    contents = frozenset(frozenset(part.content) for member in group for part in member.wordings if part.content)
    return Profile(
        members=group,
        pages=frozenset(member.page for member in group),
        known=Counter(member.known.name for member in group if member.known),
        acronyms=frozenset(short for member in group for part in member.wordings for short in part.acronyms),
        contents=contents,
        topics=frozenset(topic for content in contents for topic in topics(content)),
        genera=Counter(member.genus for member in group),
        parties=_agreed(member.parties for member in group if member.parties),
        born=Counter(member.born for member in group if member.born),
        happened=frozenset(happening for member in group for happening in member.happened),
    )


def _agreed(sides: Iterable[frozenset[str]]) -> frozenset[str]:
    """The parties that at least half of the pages name, or else the set that most of them give."""
    named = list(sides)
    uses = Counter(code for side in named for code in side)
    half = frozenset(code for code, count in uses.items() if 2 * count >= len(named))
    if half or not named:
        return half
    counted = Counter(named)
    return max(counted, key=lambda side: (counted[side], sorted(side)))
