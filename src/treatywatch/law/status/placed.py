"""Acts set in time: what counts as known, who it is for, and one act told twice taken as one."""

from collections.abc import Iterable, Sequence

import msgspec

from treatywatch.law.act import Act
from treatywatch.law.states import continuator
from treatywatch.law.steps import all_steps
from treatywatch.law.when import FIRST, days, place
from treatywatch.model import Modality, Step


class Placed(msgspec.Struct, frozen=True, gc=False):
    """An act and the first and last day on which it may have happened."""

    first: int
    last: int
    act: Act

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.first == self.last


_TALKS = frozenset({Step.PROPOSED, Step.NEGOTIATED, Step.AUTHORISED, Step.INITIALLED})
_JOINING = frozenset({Step.SIGNED, Step.RATIFIED, Step.ACCEDED, Step.DEPOSITED})
_OPENING = frozenset({Step.OPENED})
_BEGINNINGS = frozenset({Step.SIGNED, Step.ADOPTED, Step.OPENED})
_ACTUAL = Modality.ACTUAL


def placed(acts: Iterable[Act], known_by: str | None) -> list[Placed]:
    """The acts that are reported as done and were known on ``known_by`` (all when None), each with its days.

    An act whose day is open did not come before the agreement was first signed or adopted; the talks came not after.
    """
    limit = days(known_by)[1]
    found = []
    for act in acts:
        if act.modality is not _ACTUAL or (act.known is not None and days(act.known)[1] > limit):
            continue
        first, last = place(act)
        found.append(Placed(first, last, act))
    found.sort(key=lambda one: one.act.id)
    return _told_once_by_the_same(_not_before_the_beginning(found))


def _told_once_by_the_same(found: list[Placed]) -> list[Placed]:
    if all(one.first == one.last for one in found):
        return found
    groups: dict[tuple[Step, tuple[str, ...]], list[Placed]] = {}
    for one in found:
        groups.setdefault((one.act.step, one.act.parties), []).append(one)
    kept = {id(one) for group in groups.values() for one in told_once(group)}
    return [one for one in found if id(one) in kept]


def _not_before_the_beginning(found: list[Placed]) -> list[Placed]:
    if all(one.first == one.last for one in found):
        return found
    start = _earliest(found, _BEGINNINGS)
    opening = max(start, _earliest(found, _OPENING))
    return [one if one.first == one.last else _within(one, start, opening) for one in found]


def _earliest(found: list[Placed], steps: frozenset[Step]) -> int:
    return min((one.first for one in found if one.act.step in steps and one.first > FIRST), default=FIRST)


def _within(one: Placed, start: int, opening: int) -> Placed:
    """An act of open date, on the side of the first signature, adoption or opening on which its step belongs."""
    if one.act.step in _TALKS:
        return Placed(one.first, start, one.act) if one.first < start < one.last else one
    floor = opening if one.act.step in _JOINING else start
    if one.first < floor < one.last and (one.act.step in _JOINING or all_steps()[one.act.step].requires):
        return Placed(floor, one.last, one.act)
    return one


def by_party(found: Sequence[Placed]) -> dict[str, list[Placed]]:
    """The acts of each state, a state that ended standing under the one that continues it."""
    parties: dict[str, list[Placed]] = {}
    for one in found:
        for code in one.act.parties:
            mine = parties.setdefault(continuator(code), [])
            if not mine or mine[-1] is not one:
                mine.append(one)
    return {code: told_once(mine) for code, mine in parties.items()}


def told_once(mine: list[Placed]) -> list[Placed]:
    """``mine`` without the vague tellings of what another telling dates more exactly."""
    vague = [one for one in mine if one.first != one.last]
    if not vague:
        return mine
    dropped = {id(one) for one in vague if any(_tells_the_same(one, other) for other in mine)}
    return [one for one in mine if id(one) not in dropped]


def _tells_the_same(vague: Placed, sharp: Placed) -> bool:
    inside = vague.first <= sharp.first and sharp.last <= vague.last
    narrower = (sharp.first, sharp.last) != (vague.first, vague.last) or sharp.act.id < vague.act.id
    return inside and narrower and _same_kind(vague.act, sharp.act)


def _same_kind(one: Act, other: Act) -> bool:
    if (one.step, one.takes_back, one.succeeds) != (other.step, other.takes_back, other.succeeds):
        return False
    if one.body is not None and other.body is not None and one.body != other.body and one.domestic:
        return False
    return one.organ is other.organ or (not one.domestic and not other.domestic)
