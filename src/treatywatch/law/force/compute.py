"""From a rule and the deeds done to the day of entry into force, or to what is missing for it."""

from collections.abc import Sequence
from datetime import date

import msgspec

from treatywatch.law.calendar import days_after, first_of_month_after, months_after, years_after
from treatywatch.law.force.count import counted
from treatywatch.law.force.deed import Circle, Deed
from treatywatch.law.force.found import NEVER, Found
from treatywatch.law.force.rule import (
    Acts,
    After,
    Agreed,
    AllOf,
    AnyOf,
    Delay,
    Fixed,
    ForceRule,
    Late,
    OnCondition,
    Rule,
)


class Force(msgspec.Struct, frozen=True):
    """The day of entry into force, or why there is none.

    ``date`` is ``YYYY-MM-DD``, or None when the rule is not met or the dates are not known well enough; then
    ``earliest`` and ``latest`` bound it as far as known, ``missing`` says what the rule still needs, and ``because``
    names the deeds and rules that decided, or the dates that are not known.
    """

    date: str | None
    missing: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None


def entry_into_force(rule: ForceRule, deeds: Sequence[Deed], circle: Circle | None = None) -> Force:
    """The day on which the agreement enters into force by its rule on these deeds, in any order. Never raises.

    A deed after the day that decided changes nothing. ``circle`` names those of whom "all" or a share must act.
    """
    return _force(_found(rule.entry, tuple(deeds), circle or Circle()))


def provisional_application(rule: ForceRule, deeds: Sequence[Deed], circle: Circle | None = None) -> Force | None:
    """The day from which the agreement is applied provisionally; None when its rule knows no such thing."""
    return _force(_found(rule.provisional, tuple(deeds), circle or Circle())) if rule.provisional else None


def entry_for(rule: ForceRule, deeds: Sequence[Deed], consent: str | None, circle: Circle | None = None) -> Force:
    """The day on which the agreement enters into force for one party that consented on the partial date ``consent``.

    ``deeds`` are those of all parties, this one's among them. None for ``consent`` means a day not known.
    """
    all_deeds, around = tuple(deeds), circle or Circle()
    entry = _found(rule.entry, all_deeds, around)
    own = Found.on(consent, f"consent {consent or 'on an unknown day'}")
    turn = entry if rule.late and rule.late.than == "entry" else _found(_trigger(rule.entry), all_deeds, around)
    late = _later_of(entry, _delayed(own, (rule.late or Late(Delay())).delay))
    if own.last <= turn.first:
        return _force(entry)
    if own.first > turn.last:
        return _force(late)
    return _force(Found(entry.first, max(entry.last, late.last), entry.missing, late.because))


def _trigger(rule: Rule) -> Rule:
    """What a later party is later than: the rule without its delay."""
    match rule:
        case After(what=what):
            return _trigger(what)
        case AllOf(rules=rules):
            return AllOf(tuple(_trigger(one) for one in rules if not isinstance(one, Fixed)) or rules)
        case OnCondition(condition=condition):
            return _trigger(condition)
    return rule


def _found(rule: Rule, deeds: tuple[Deed, ...], circle: Circle) -> Found:
    match rule:
        case Fixed(date=day):
            return Found.on(day, f"fixed date {day}")
        case Acts():
            return counted(rule, deeds, circle)
        case After(what=what, delay=delay):
            return _delayed(_found(what, deeds, circle), delay)
        case AllOf(rules=rules):
            return _latest([_found(one, deeds, circle) for one in rules])
        case AnyOf(rules=rules):
            return _earliest([_found(one, deeds, circle) for one in rules])
        case OnCondition():
            return _conditional(rule, deeds, circle)
        case Agreed():
            return Found(NEVER, NEVER, ("a day agreed by the parties",))


def _conditional(rule: OnCondition, deeds: tuple[Deed, ...], circle: Circle) -> Found:
    condition = _found(rule.condition, deeds, circle)
    day = Found.on(rule.date, f"fixed date {rule.date}")
    limit = Found.on(rule.by or rule.date, "").last
    met = Found(day.first, day.last, (), (*day.because, *condition.because))
    if condition.last <= limit:
        return met
    missing = condition.missing or (f"the condition met by {rule.by or rule.date}",)
    failed = Found(NEVER, NEVER, missing, condition.because)
    other = _found(rule.otherwise, deeds, circle) if rule.otherwise else failed
    if condition.first > limit:
        return other
    return Found(min(met.first, other.first), max(met.last, other.last), (), condition.because)


def _latest(found: list[Found]) -> Found:
    result = found[0]
    for one in found[1:]:
        result = _later_of(result, one)
    return result


def _later_of(one: Found, other: Found) -> Found:
    because = (
        one.because
        if one.first > other.last
        else other.because
        if other.first > one.last
        else (*one.because, *other.because)
    )
    return Found(max(one.first, other.first), max(one.last, other.last), (*one.missing, *other.missing), because)


def _earliest(found: list[Found]) -> Found:
    first, last = min(one.first for one in found), min(one.last for one in found)
    deciding = [one for one in found if one.first <= last]
    missing = () if first < NEVER else (" or ".join("; ".join(one.missing) for one in found),)
    return Found(first, last, missing, tuple(word for one in deciding for word in one.because))


def _delayed(found: Found, delay: Delay) -> Found:
    return Found(_moved(found.first, delay), _moved(found.last, delay), found.missing, found.because)


def _moved(day: int, delay: Delay) -> int:
    if day >= NEVER:
        return NEVER
    moved = years_after(date.fromordinal(day), delay.years)
    moved = days_after(months_after(moved, delay.months), delay.days)
    return (first_of_month_after(moved, delay.first_of_month) if delay.first_of_month else moved).toordinal()


def _force(found: Found) -> Force:
    exact = found.first == found.last < NEVER
    return Force(
        date=found.text(found.first) if exact else None,
        missing=tuple(dict.fromkeys(found.missing)),
        because=tuple(dict.fromkeys(found.because)),
        earliest=found.text(found.first),
        latest=found.text(found.last),
    )
