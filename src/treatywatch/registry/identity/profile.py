"""What a group of sightings tells together."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec

from treatywatch.registry.identity.sighting import Happening, Sighting, Window
from treatywatch.registry.identity.wording import is_nickname, topics


class Profile(msgspec.Struct, frozen=True):
    """The features of sightings held to be one agreement, each with the number of pages that show it."""

    members: tuple[Sighting, ...]
    pages: frozenset[str]
    known: Counter[str]
    acronyms: frozenset[str]
    contents: frozenset[frozenset[str]]
    places: frozenset[frozenset[str]]
    nicknamed: bool
    topics: frozenset[str]
    genera: Counter[str]
    sides: Counter[frozenset[str]]
    parties: frozenset[str]
    born: Counter[Window]
    published: Counter[date]
    happened: frozenset[Happening]
    rulings: frozenset[tuple[int, str, str]]

    @property
    def best_known(self) -> str | None:
        """The well-known agreement that most members name."""
        return max(self.known, key=lambda name: (self.known[name], name)) if self.known else None

    @property
    def genus(self) -> str:
        """The kind of paper that most members call it; empty where only talks are told of."""
        return max(self.genera, key=lambda name: (self.genera[name], name), default="")


def profile(members: Iterable[Sighting]) -> Profile:
    """The profile of ``members``, in whatever order they come."""
    group = sorted(members, key=lambda member: member.ref)
    found = _single(group[0])
    for member in group[1:]:
        found = joined(found, _single(member))
    return found


def joined(one: Profile, other: Profile) -> Profile:
    """The profile of both together."""
    sides = one.sides + other.sides
    return Profile(
        members=tuple(sorted((*one.members, *other.members), key=lambda member: member.ref)),
        pages=one.pages | other.pages,
        known=one.known + other.known,
        acronyms=one.acronyms | other.acronyms,
        contents=one.contents | other.contents,
        places=one.places | other.places,
        nicknamed=one.nicknamed and other.nicknamed,
        topics=one.topics | other.topics,
        genera=one.genera + other.genera,
        sides=sides,
        parties=_agreed(sides),
        born=one.born + other.born,
        published=one.published + other.published,
        happened=one.happened | other.happened,
        rulings=one.rulings | other.rulings,
    )


def _single(member: Sighting) -> Profile:
    contents = frozenset(frozenset(part.content) for part in member.wordings if part.content)
    sides = Counter([member.parties] if member.parties else [])
    return Profile(
        members=(member,),
        pages=frozenset({member.page}),
        known=Counter([member.known.name] if member.known else []),
        acronyms=frozenset(short for part in member.wordings for short in part.acronyms),
        contents=contents,
        nicknamed=is_nickname(member.name),
        places=frozenset(frozenset(part.content) for part in member.wordings if part.placed),
        topics=frozenset(topic for content in contents for topic in topics(content)),
        genera=Counter([member.genus] if member.genus != "open" else []),
        sides=sides,
        parties=_agreed(sides),
        born=Counter([member.born] if member.born else []),
        published=Counter([member.published] if member.published else []),
        happened=member.happened,
        rulings=member.rulings,
    )


def _agreed(sides: Counter[frozenset[str]]) -> frozenset[str]:
    """The parties that at least half of the pages name, or else the set that most of them give."""
    if not sides:
        return frozenset()
    uses = Counter[str]()
    for side, count in sides.items():
        for code in side:
            uses[code] += count
    half = frozenset(code for code, count in uses.items() if 2 * count >= sides.total())
    return half or max(sides, key=lambda side: (sides[side], sorted(side)))
