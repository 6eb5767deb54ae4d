"""Counting deeds: how many, whose, of which kind, and of what weight."""

import math

from treatywatch.law.force.deed import Circle, Deed
from treatywatch.law.force.found import NEVER, Found, day_range
from treatywatch.law.force.rule import Acts, Deeds, Weight

_Days = tuple[int, int]

_SERVES = {Deeds.DEPOSIT: {Deeds.DEPOSIT}, Deeds.RATIFICATION: {Deeds.RATIFICATION, Deeds.DEPOSIT}}
"""Which deeds meet which wish: a deposit is a ratification towards the others, a ratification at home no deposit."""


def counted(rule: Acts, deeds: tuple[Deed, ...], circle: Circle) -> Found:
    """The days on which enough parties have acted, each counted once, by its earliest deed."""
    found = _days_of_parties(rule, deeds, circle)
    if rule.act in (Deeds.EXCHANGE, Deeds.OPENING):
        return _one_act(rule.act, found)
    needs = [_named(rule, found)] if rule.named else []
    needs += _numbers(rule, found, circle)
    needs += [_weighed(rule.weight, found)] if rule.weight else []
    because = _because(rule, found, max(one.last for one in needs))
    return Found(
        max(one.first for one in needs),
        max(one.last for one in needs),
        tuple(word for one in needs for word in one.missing),
        because,
    )


def _days_of_parties(rule: Acts, deeds: tuple[Deed, ...], circle: Circle) -> dict[str, _Days]:
    found: dict[str, _Days] = {}
    for deed in deeds:
        if not _counts(rule, deed):
            continue
        for party in _who(deed, rule, circle):
            first, last = day_range(deed.date)
            before = found.get(party, (NEVER, NEVER))
            found[party] = min(before[0], first), min(before[1], last)
    return found


def _counts(rule: Acts, deed: Deed) -> bool:
    if deed.act not in _SERVES.get(rule.act, {rule.act}):
        return False
    # An organisation is one of "all signatories"; whether it adds to a number is for the treaty to say.
    if deed.organisation and not rule.organisations and (rule.count is not None or rule.share is not None):
        return False
    return not rule.instruments or deed.instrument is None or deed.instrument in rule.instruments


def _who(deed: Deed, rule: Acts, circle: Circle) -> tuple[str, ...]:
    return (deed.party,) if deed.party != "*" else _pool(rule, circle) or ("*",)


def _pool(rule: Acts, circle: Circle) -> tuple[str, ...]:
    match rule.pool:
        case "named":
            return rule.named
        case "signatories":
            return circle.signatories or circle.parties
        case "members":
            return circle.members or circle.parties
    return circle.parties or circle.signatories


def _one_act(act: Deeds, found: dict[str, _Days]) -> Found:
    """An exchange is one act of both sides, an opening one for all: the first that is told of anyone is that of all."""
    if not found:
        return Found(NEVER, NEVER, (f"the {act}",))
    first, last = min(found.values())
    return Found(first, last, (), (f"{act} {Found.text(last) or 'on an unknown day'}",))


def _named(rule: Acts, found: dict[str, _Days]) -> Found:
    lacking = [party for party in rule.named if party not in found]
    if lacking:
        return Found(NEVER, NEVER, (f"{rule.act} by {', '.join(lacking)}",))
    return Found(max(found[one][0] for one in rule.named), max(found[one][1] for one in rule.named))


def _numbers(rule: Acts, found: dict[str, _Days], circle: Circle) -> list[Found]:
    others = {party: days for party, days in found.items() if not (rule.besides and party in rule.named)}
    everyone = tuple(party for party in _pool(rule, circle) if party not in rule.excepted)
    needed = _needed(rule, everyone)
    if needed is None:
        if rule.named:
            return []
        if not everyone:
            return [Found(NEVER, NEVER, (f"{rule.act} by all {rule.pool}, who are not known",))]
        return [_named(Acts(act=rule.act, named=everyone), found)]
    if needed == 0:
        return [] if rule.named or rule.weight else [Found(NEVER, NEVER, (f"how many {rule.act}s are needed",))]
    if len(others) < needed:
        return [Found(NEVER, NEVER, (f"{needed - len(others)} more {rule.act}{'s' * (needed - len(others) > 1)}",))]
    firsts = sorted(days[0] for days in others.values())
    lasts = sorted(days[1] for days in others.values())
    return [Found(firsts[needed - 1], lasts[needed - 1])]


def _needed(rule: Acts, everyone: tuple[str, ...]) -> int | None:
    if rule.share is None:
        return rule.count
    if not everyone:
        return rule.count if rule.count is not None and rule.lesser else 0
    # A share is met by the smallest whole number that reaches it: two thirds of ten is seven.
    part = math.ceil(round(rule.share * len(everyone), 6))
    if rule.count is None:
        return part
    return min(part, rule.count) if rule.lesser else max(part, rule.count)


def _weighed(weight: Weight, found: dict[str, _Days]) -> Found:
    if not weight.held:
        return Found(1, NEVER, (), (f"each party's share of {weight.of} is not known",))
    first, last = (_reached(weight, found, end) for end in (0, 1))
    have = sum(weight.held.get(party, 0.0) for party in found)
    missing = () if first < NEVER else (f"{weight.share - have:.1%} more of {weight.of}",)
    return Found(first, last, missing)


def _reached(weight: Weight, found: dict[str, _Days], end: int) -> int:
    total = 0.0
    for day, party in sorted((days[end], party) for party, days in found.items()):
        total += weight.held.get(party, 0.0)
        if total >= weight.share - 1e-9:
            return day
    return NEVER


def _because(rule: Acts, found: dict[str, _Days], last: int) -> tuple[str, ...]:
    vague = sorted(party for party, days in found.items() if days[0] != days[1])
    words = [f"the day of {rule.act} by {', '.join(vague)} is not fully known"] if vague else []
    if last < NEVER:
        deciding = sorted(party for party, days in found.items() if days[1] == last)
        words += [f"{rule.act} by {', '.join(deciding)} {Found.text(last)}"] if deciding else []
    if rule.weight and not rule.weight.held:
        words.append(f"each party's share of {rule.weight.of} is not known")
    return tuple(words)
