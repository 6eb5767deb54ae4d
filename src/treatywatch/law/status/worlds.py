"""The ways in which acts without an exact day may have happened."""

from collections.abc import Sequence

from treatywatch.law.status.life import Dated
from treatywatch.law.status.placed import Placed
from treatywatch.model import Step

_ORDER = {step: number for number, step in enumerate(Step)}
_MOST_FLIPPED = 16


def worlds(mine: Sequence[Placed]) -> list[list[Dated]]:
    """The acts in order of time: once when all days are known, else in several ways that bound the others.

    All open days at their first, all at their last, and each alone at the other end. A status that holds in each of
    these is taken to hold; with very many open days only the first two are looked at.
    """
    vague = [one for one in mine if one.first != one.last]
    found = [_in_order([(one.first, one.act) for one in mine])]
    if vague:
        found.append(_in_order([(one.last, one.act) for one in mine]))
    if len(vague) > 1:
        for odd in vague[:_MOST_FLIPPED]:
            found.append(_in_order([(one.last if one is odd else one.first, one.act) for one in mine]))
            found.append(_in_order([(one.first if one is odd else one.last, one.act) for one in mine]))
    return found


def _in_order(dated: list[Dated]) -> list[Dated]:
    dated.sort(key=_key)
    return dated


def _key(dated: Dated) -> tuple[int, int, int, str]:
    day, act = dated
    return day, act.sequence, _ORDER[act.step], act.id
