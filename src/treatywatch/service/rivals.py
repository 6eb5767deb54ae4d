"""Steps that are told side by side and cannot both have been: signed on a day, says one page; initialled, another."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

import msgspec

from treatywatch.model import Modality, Step, contains
from treatywatch.model.data import load_data
from treatywatch.registry import TimelineStep


class _Rivals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    one: Step
    other: Step
    article: str


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: str
    rivals: tuple[_Rivals, ...]


@cache
def _pairs() -> frozenset[frozenset[Step]]:
    table: _Table = load_data("treatywatch.service", "rival_kinds.yaml", _Table)
    return frozenset(frozenset((each.one, each.other)) for each in table.rivals)


def rivals(steps: Sequence[TimelineStep]) -> Iterator[tuple[TimelineStep, TimelineStep]]:
    """Pairs of steps of one side about one day that pages tell apart from each other, and no person has settled.

    A page that tells of both means both.
    """
    dated = [step for step in steps if step.date and step.modality is Modality.ACTUAL]
    for one, other in combinations(dated, 2):
        if frozenset((one.kind, other.kind)) in _pairs() and _of_one_act(one, other) and not _settled(one, other):
            yield one, other


def _of_one_act(one: TimelineStep, other: TimelineStep) -> bool:
    if one.parties != other.parties or one.date is None or other.date is None:
        return False
    pages = [{source.page.sha256 for source in step.sources} for step in (one, other)]
    return not pages[0] & pages[1] and (contains(one.date, other.date) or contains(other.date, one.date))


def _settled(one: TimelineStep, other: TimelineStep) -> bool:
    return any(not word.here for word in one.decided) and any(not word.here for word in other.decided)
