"""Dates that are none, that have not come, or that differ for one act."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from treatywatch.law.act import Act
from treatywatch.law.check.finding import Asked, Finding, finding
from treatywatch.law.when import NEVER, days
from treatywatch.model import Step, is_partial_date

_ONCE = frozenset(
    {
        Step.INITIALLED,
        Step.ADOPTED,
        Step.OPENED,
        Step.SIGNED,
        Step.RATIFIED,
        Step.DEPOSITED,
        Step.EXCHANGED,
        Step.IN_FORCE,
        Step.TERMINATED,
        Step.SUPERSEDED,
    }
)
_BETWEEN = frozenset({Step.WITHDRAWN, Step.DENOUNCED, Step.TERMINATED})


def no_date(asked: Asked) -> Iterator[Finding]:
    """Acts of which a clock shows what is no partial date."""
    for act in asked.acts:
        if any(clock is not None and not is_partial_date(clock) for clock in (act.done, act.effective, act.known)):
            yield finding("no-date", act)


def in_the_future(asked: Asked) -> Iterator[Finding]:
    """Acts told as done for a day after today, or after the day they were learned."""
    today = asked.today.toordinal()
    for act in asked.done():
        learned = days(act.known)[1] if act.known is not None else NEVER
        if act.done is not None and days(act.done)[0] > min(today, learned):
            yield finding("in-the-future", act)


def two_dates(asked: Asked) -> Iterator[Finding]:
    """Pairs of reports of one act that no day can satisfy, where the act is done once only."""
    told = defaultdict(list)
    for act in asked.done():
        if act.step in _ONCE and act.done is not None and act.takes_back is None and act.succeeds is None:
            told[act.step, act.parties, act.organ].append(act)
    for reports in told.values():
        for one, other in combinations(sorted(reports, key=_when), 2):
            if days(one.done)[1] < days(other.done)[0] and not _left_between(asked, one, other):
                yield finding("two-dates", one, other)


def _when(act: Act) -> tuple[tuple[int, int], str]:
    return days(act.done), act.id


def _left_between(asked: Asked, one: Act, other: Act) -> bool:
    start, end = days(one.done)[0], days(other.done)[1]
    return any(
        act.step in _BETWEEN and set(act.parties) & set(one.parties) and start <= days(act.done)[1] <= end
        for act in asked.done()
    )
