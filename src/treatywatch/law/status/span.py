"""When the agreement began and when it ended, with every way the acts leave open."""

from collections.abc import Sequence

from treatywatch.law.act import Act
from treatywatch.law.agreement import AgreementFacts
from treatywatch.law.entry import Entry
from treatywatch.law.states import continuator
from treatywatch.law.status.frame import NOT, Mark
from treatywatch.law.status.placed import Placed, told_once
from treatywatch.law.when import FIRST, NEVER, days
from treatywatch.model import Step

_BEGUN = frozenset({Step.SIGNED, Step.ADOPTED, Step.OPENED})
_PRESUPPOSE = frozenset(
    {Step.EXTENDED, Step.SUSPENDED, Step.RESUMED, Step.DENOUNCED, Step.WITHDRAWN, Step.TERMINATED, Step.SUPERSEDED}
)
_ENDS = {Step.TERMINATED: "terminated-reported", Step.SUPERSEDED: "superseded-all"}


def sides_of(facts: AgreementFacts) -> frozenset[str]:
    """The closed circle of states that made the agreement, continued states under their present name."""
    return frozenset(continuator(code) for code in facts.parties)


def is_collective(one: Placed, facts: AgreementFacts, sides: frozenset[str]) -> bool:
    """Whether the act is one of all parties together and not of those it names alone."""
    parties = one.act.parties
    if not parties or (sides and sides <= {continuator(code) for code in parties}):
        return True
    return not sides and len(parties) > 1 and facts.laterality != "multilateral"


def beginnings(facts: AgreementFacts, found: Sequence[Placed], entry: Entry | None) -> tuple[Mark, ...]:
    """The days on which the agreement may have entered into force: one when it is known, ``NOT`` among them when open.

    What is reported goes before what is computed, since acts may be missing from what is known; a computed day makes a
    vague report exact. ``entry`` is what the agreement's own rule gives, None when the clause is not known.
    """
    sides = sides_of(facts)
    told = [one for one in found if one.act.step is Step.IN_FORCE and not one.act.domestic]
    whole = [one for one in told if facts.bilateral or is_collective(one, facts, sides)]
    if whole:
        return _narrowed(_range(told_once(whole), "in-force-reported"), entry)
    if entry is not None and entry.first < NEVER:
        return _ends_of(entry.first, entry.last, "in-force-computed", entry.acts)
    if told:
        sharpest = min(told, key=lambda one: (one.last, one.first, one.act.id))
        return _ends_of(_floor(found), sharpest.last, "in-force-reported", (sharpest.act,))
    if entry is None and (presupposing := [one for one in found if _presupposes(one)]):
        first = min(presupposing, key=lambda one: (one.last, one.first, one.act.id))
        return (Mark(min(_floor(found), first.first), "in-force-reported", (first.act,)), NOT)
    return (NOT,)


def _presupposes(one: Placed) -> bool:
    return one.act.step in _PRESUPPOSE and one.act.takes_back is None and not one.act.domestic


def _floor(found: Sequence[Placed]) -> int:
    return min((one.first for one in found if one.act.step in _BEGUN), default=FIRST)


def _narrowed(marks: tuple[Mark, ...], entry: Entry | None) -> tuple[Mark, ...]:
    if len(marks) > 1 and entry is not None and marks[0].day <= entry.first == entry.last <= marks[-1].day:
        return (Mark(entry.first, "in-force-computed", (*marks[0].acts, *entry.acts)),)
    return marks


def _range(told: list[Placed], rule: str) -> tuple[Mark, ...]:
    told = sorted(told, key=lambda one: (one.first, one.last, one.act.id))
    return _ends_of(told[0].first, max(one.last for one in told), rule, tuple(one.act for one in told))


def _ends_of(first: int, last: int, rule: str, acts: tuple[Act, ...]) -> tuple[Mark, ...]:
    if first == last:
        return (Mark(first, rule, acts),)
    return (Mark(min(first, last), rule, acts), Mark(last, rule, acts))


def endings(facts: AgreementFacts, found: Sequence[Placed]) -> tuple[Mark, ...]:
    """The days on which the agreement may have ended by an act of all its parties or by its term; ``NOT`` when none."""
    sides = sides_of(facts)
    told = [one for one in found if one.act.step in _ENDS and not one.act.domestic and one.act.takes_back is None]
    whole = told_once([one for one in told if is_collective(one, facts, sides)])
    if whole:
        first = min(whole, key=lambda one: (one.first, one.last, one.act.id))
        return _range(whole, _ENDS[first.act.step])
    return _expiry(facts, found)


def _expiry(facts: AgreementFacts, found: Sequence[Placed]) -> tuple[Mark, ...]:
    if facts.ends is None:
        return (NOT,)
    extended = [one for one in found if one.act.step is Step.EXTENDED and not one.act.domestic]
    standing = [one for one in extended if one.act.takes_back is None]
    early = _end_of_term(facts.ends, sorted(((one.first, one.act.id, one.act) for one in standing), key=_day_and_id))
    late = _end_of_term(facts.ends, sorted(((one.last, one.act.id, one.act) for one in standing), key=_day_and_id))
    return tuple({mark.day: mark for mark in (*early, *late)}.values())


def _end_of_term(ends: str, extended: Sequence[tuple[int, str, Act]]) -> tuple[Mark, ...]:
    """The day after the term's last, each extension made in time moving it; ``NOT`` when one names no new end."""
    first, last = days(ends)
    for day, _, act in extended:
        if day <= last:
            if act.effective is None:
                return (NOT,)
            first, last = days(act.effective)
    return _ends_of(min(first + 1, NEVER), min(last + 1, NEVER), "expired", ())


def _day_and_id(dated: tuple[int, str, Act]) -> tuple[int, str]:
    return dated[0], dated[1]
