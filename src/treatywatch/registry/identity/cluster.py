"""Sightings into agreements: the telling ones found groups, the others join, groups that prove one are merged."""

from collections.abc import Iterable, Iterator
from math import log2

import msgspec

from treatywatch.registry.identity.compare import TELLING, Reason, compare, reason, total, weights
from treatywatch.registry.identity.connect import connected
from treatywatch.registry.identity.pool import Pool
from treatywatch.registry.identity.profile import Profile, joined, profile
from treatywatch.registry.identity.sighting import Ref, Sighting
from treatywatch.registry.identity.wording import weight

_DOUBTED = -2.5  # a reason that weighs so much against it: the only candidate is none
_DOUBTS = {"unshared_words": TELLING}
_MONTH = 31
_TELLING = 0.5  # less is "the treaty", whose only features are parties and time

Because = dict[Ref, tuple[Reason, ...]]


class Group(msgspec.Struct, frozen=True):
    """Sightings held to be one agreement; ``because`` gives the reasons for each member that joined."""

    profile: Profile
    because: Because


def groups(sightings: Iterable[Sighting]) -> tuple[Group, ...]:
    """The agreements that ``sightings`` speak of, in the order of their first members.

    A pure function of the set: the order in which sightings come changes nothing, and sightings of different connected
    components of blocks never influence one another.
    """
    every = tuple(sightings)
    found: list[Group] = [Group(profile([one]), {}) for one in every if one.unresolved]
    for component in components(one for one in every if not one.unresolved):
        found.extend(_resolve(component))
    return tuple(sorted(found, key=lambda group: group.profile.members[0].ref))


def components(sightings: Iterable[Sighting]) -> Iterator[list[Sighting]]:
    """Sightings that are connected through blocks, together; refs in order."""
    every = {one.ref: one for one in sightings}
    own = {ref: every[ref].blocks for ref in sorted(every)}
    for refs in connected((ref, block) for ref, shared in own.items() for block in shared):
        yield [every[ref] for ref in sorted(refs)]
    yield from ([every[ref]] for ref, shared in own.items() if not shared)


def _resolve(component: list[Sighting]) -> list[Group]:
    """The groups of one component: tellers first, then the vague, then those that stood alone once more."""
    pool: Pool = Pool()
    because: Because = {}
    ranked = sorted(component, key=lambda one: (-_telling(one), one.ref))
    telling = [one for one in ranked if _telling(one) >= _TELLING]
    _join(pool, telling, because)
    _merge(pool, because)
    _join(pool, ranked[len(telling) :], because)
    _merge(pool, because)
    alone = [one for one in ranked if pool.stands_alone(one)]
    if len(alone) < len(pool.profiles):
        for one in alone:
            pool.remove(one)
        _join(pool, alone, because)
    return [
        Group(held, {member.ref: because[member.ref] for member in held.members if member.ref in because})
        for held in pool.profiles.values()
    ]


def _telling(one: Sighting) -> float:
    """How much a sighting tells of which agreement it is, in rough steps, so that the tellers come first."""
    table = weights()
    names = [sum(weight(word, table.common_word, table.word) for word in set(part.content)) for part in one.wordings]
    best = min(max(names, default=0.0), 3.0)
    dated = one.born is not None and (one.born[1] - one.born[0]).days <= _MONTH
    return round(5 * (one.known is not None) + 2 * best + 0.2 * (one.born is not None) + dated, 1)


def _join(pool: Pool, sightings: list[Sighting], because: Because) -> None:
    for one in sightings:
        alone = profile([one])
        near = pool.near(one.block_names)
        chosen = _choose(alone, [(number, pool.profiles[number]) for number in near])
        if chosen is None:
            pool.add(alone)
        else:
            number, because[one.ref] = chosen
            pool.put(number, joined(pool.profiles[number], alone))


def _choose(alone: Profile, near: list[tuple[int, Profile]]) -> tuple[int, tuple[Reason, ...]] | None:
    """Which group a sighting joins, and why; None when none is good enough.

    Where two agreements fit equally well, it joins the group of those that are as vague as itself.
    """
    fitting = [(number, held, reasons) for number, held in near if total(reasons := compare(alone, held)) > 0]
    if len(fitting) == 1:
        number, held, reasons = fitting[0]
        told = {r.feature for r in reasons}
        if "same_parties" in told and not any(r.points <= _DOUBTS.get(r.feature, _DOUBTED) for r in reasons):
            sole = reason("sole_candidate", "no other agreement of these parties fits")
            fitting = [(number, held, (*reasons, sole))]
    scored = [(total(reasons) + _salience(held), held, number, reasons) for number, held, reasons in fitting]
    good = [each for each in scored if each[0] >= weights().threshold]
    ranked = sorted(good, key=lambda each: (-each[0], each[1].members[0].ref))
    clear = _clear(ranked)
    return (clear[0][2], clear[0][3]) if clear else None


def _clear(
    ranked: list[tuple[float, Profile, int, tuple[Reason, ...]]],
) -> list[tuple[float, Profile, int, tuple[Reason, ...]]]:
    """``ranked``, or its groups without telling names where two with such names fit about equally."""
    telling = [each for each in ranked if each[1].contents]
    if len(telling) < 2 or _named(telling[0][3]) or telling[0][0] - telling[1][0] >= weights().margin:
        return ranked
    return [each for each in ranked if not each[1].contents]


def _named(reasons: tuple[Reason, ...]) -> bool:
    told = {r.feature for r in reasons}
    return bool(told & {"same_known", "same_acronym"}) or {"shared_words", "same_parties"} <= told


def _salience(held: Profile) -> float:
    return weights().points["salience"] * log2(len(held.pages) + 1)


def _merge(pool: Pool, because: Because) -> None:
    """Merge the two groups that are most surely one, again and again, until no two are."""
    waiting = set(pool.profiles)
    scored: dict[tuple[int, int], tuple[float, tuple[Reason, ...]]] = {}
    while True:
        for number in sorted(waiting):
            for other in pool.near(pool.blocks_of(number)):
                if other != number:
                    pair = (min(number, other), max(number, other))
                    reasons = compare(pool.profiles[pair[0]], pool.profiles[pair[1]])
                    scored[pair] = (total(reasons), reasons)
        likely = {pair: score for pair, (score, _) in scored.items() if score >= weights().threshold}
        sure = [pair for pair in likely if _named(scored[pair][1]) or not _torn(pair, likely)]
        if not sure:
            return
        one, other = min(sure, key=lambda pair: (-scored[pair][0], *(pool.first(number) for number in pair)))
        for member in pool.profiles[other].members:
            because.setdefault(member.ref, scored[one, other][1])
        merged = joined(pool.profiles[one], pool.profiles[other])
        pool.drop(other)
        pool.put(one, merged)
        scored = {pair: kept for pair, kept in scored.items() if not {one, other} & set(pair)}
        waiting = {one}


def _torn(pair: tuple[int, int], likely: dict[tuple[int, int], float]) -> bool:
    """Whether one of two groups is about as likely to be a third, which is not likely to be the other."""
    for own, far in (pair, pair[::-1]):
        for third, score in likely.items():
            if third == pair or own not in third or score < likely[pair] - weights().margin:
                continue
            other = third[0] if third[1] == own else third[1]
            if (min(far, other), max(far, other)) not in likely:
                return True
    return False
