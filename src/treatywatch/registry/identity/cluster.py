"""Sightings into agreements: the telling ones found groups, the others join, groups that prove one are merged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import log2

import msgspec

from treatywatch.registry.identity.blocks import blocks
from treatywatch.registry.identity.compare import Reason, compare, reason, total, weights
from treatywatch.registry.identity.profile import Profile, profile
from treatywatch.registry.identity.sighting import Ref, Sighting
from treatywatch.registry.identity.wording import weight

_TELLING = 0.5  # less is "the treaty", whose only features are parties and time


class Group(msgspec.Struct, frozen=True):
    """Sightings held to be one agreement; ``because`` gives the reasons for each member that joined."""

    profile: Profile
    because: dict[Ref, tuple[Reason, ...]]


def groups(sightings: Iterable[Sighting]) -> tuple[Group, ...]:
    """The agreements that ``sightings`` speak of, in the order of their first members.

    A pure function of the set: the order in which sightings come changes nothing, and sightings of different connected
    components of blocks never influence one another.
    """
    every = tuple(sightings)
    found: list[Group] = []
    loose = [one for one in every if one.unresolved]
    for component in components(one for one in every if not one.unresolved):
        telling = [one for one in component if _telling(one) >= _TELLING]
        vague = [one for one in component if _telling(one) < _TELLING]
        found.extend(_settle(_merge(_join(vague, _merge(_join(telling, []))))))
    found.extend(Group(profile([one]), {}) for one in loose)
    return tuple(sorted(found, key=lambda group: group.profile.members[0].ref))


def components(sightings: Iterable[Sighting]) -> Iterator[list[Sighting]]:
    """Sightings that are connected through common blocks, together; refs in order."""
    by_block: dict[str, list[Sighting]] = defaultdict(list)
    every = sorted(sightings, key=lambda one: one.ref)
    own = {one.ref: blocks(one) for one in every}
    for one in every:
        for block in own[one.ref]:
            by_block[block].append(one)
    seen: set[Ref] = set()
    for first in every:
        if first.ref in seen:
            continue
        seen.add(first.ref)
        component = [first]
        for one in component:  # grows while it is walked
            for block in own[one.ref]:
                for near in by_block.pop(block, ()):
                    if near.ref not in seen:
                        seen.add(near.ref)
                        component.append(near)
        yield sorted(component, key=lambda one: one.ref)


def _join(sightings: list[Sighting], found: list[Group]) -> list[Group]:
    for one in sorted(sightings, key=lambda one: (-_telling(one), one.ref)):
        chosen = _choose(one, found)
        if chosen is None:
            found.append(Group(profile([one]), {}))
            continue
        place, reasons = chosen
        group = found[place]
        found[place] = Group(profile([*group.profile.members, one]), {**group.because, one.ref: reasons})
    return found


def _settle(found: list[Group]) -> list[Group]:
    """Give each page that stands alone a second choice, now that it is known which agreements are spoken of most."""
    alone = [group for group in found if len(group.profile.members) == 1]
    many = [group for group in found if len(group.profile.members) > 1]
    if not many:
        return found
    return _join([group.profile.members[0] for group in alone], many)


def _telling(one: Sighting) -> float:
    """How much a sighting tells of which agreement it is, in rough steps, so that the tellers come first."""
    table = weights()
    names = [sum(weight(word, table.common_word, table.word) for word in set(part.content)) for part in one.wordings]
    best = min(max(names, default=0.0), 3.0)
    return round(5 * (one.known is not None) + 2 * best + 0.2 * (one.born is not None), 1)


def _choose(one: Sighting, found: list[Group]) -> tuple[int, tuple[Reason, ...]] | None:
    """Which group a sighting joins, and why; None when none is good enough.

    Where two agreements fit equally well, it joins the group of those that are as vague as itself.
    """
    alone = profile([one])
    scored = [(place, compare(alone, group.profile)) for place, group in enumerate(found)]
    fitting = [(place, reasons) for place, reasons in scored if _fits(reasons)]
    if len(fitting) == 1:
        place, reasons = fitting[0]
        if "same_parties" in (told := {r.feature for r in reasons}) and "other_topic" not in told:
            fitting = [(place, (*reasons, reason("sole_candidate", "no other agreement of these parties fits")))]
    ranked = sorted(((_score(reasons, found[place]), -place, reasons) for place, reasons in fitting), reverse=True)
    if not ranked or ranked[0][0] < weights().threshold:
        return None
    telling = [rank for rank in ranked if found[-rank[1]].profile.contents]
    if len(telling) > 1 and telling[0][0] - telling[1][0] < weights().margin and not _named(telling[0][2]):
        ranked = [rank for rank in ranked if rank not in telling and rank[0] >= weights().threshold]
    return (-ranked[0][1], ranked[0][2]) if ranked else None


def _fits(reasons: tuple[Reason, ...]) -> bool:
    return total(reasons) > 0


def _named(reasons: tuple[Reason, ...]) -> bool:
    return any(r.feature in {"same_known", "same_acronym", "shared_words"} for r in reasons)


def _score(reasons: tuple[Reason, ...], group: Group) -> float:
    salience = weights().points["salience"] * log2(len(group.profile.pages) + 1)
    return total(reasons) + salience


def _merge(found: list[Group]) -> list[Group]:
    """Merge the two groups that are most surely one, again and again, until no two are."""
    while True:
        best: tuple[float, int, int, tuple[Reason, ...]] | None = None
        for i, one in enumerate(found):
            for j in range(i + 1, len(found)):
                reasons = compare(one.profile, found[j].profile)
                score = total(reasons)
                if score >= weights().threshold and (best is None or score > best[0]):
                    best = (score, i, j, reasons)
        if best is None:
            return found
        _, i, j, reasons = best
        found[i] = _merged(found[i], found[j], reasons)
        del found[j]


def _merged(one: Group, other: Group, reasons: tuple[Reason, ...]) -> Group:
    members = [*one.profile.members, *other.profile.members]
    joined = {member.ref: reasons for member in other.profile.members if member.ref not in other.because}
    return Group(profile(members), {**one.because, **other.because, **joined})
