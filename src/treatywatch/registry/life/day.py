"""Of the days that pages give for one act: which one is shown, and which are told otherwise."""

from collections.abc import Iterable, Sequence

from treatywatch.model import bounds, contains, is_partial_date
from treatywatch.registry.life.told import Told

_NEVER = 1_000_000
_NOBODY: frozenset[str] = frozenset()


def best_day(reports: Sequence[Told], beside: dict[str, frozenset[str]]) -> str | None:
    """The day that most independent pages give, a month counting for each day told within it; then the exactest.

    ``beside`` are the pages that tell by the way that something of the kind was done on a day (a state's own signature
    tells the day on which all signed). A day on which a page appeared counts less: such a page more often tells the
    news than the day of the act. Of two days that are left, the one told soonest after it counts more.
    """
    dates = sorted({r.date for r in reports if r.date})
    if len(dates) == 1:
        return dates[0]
    exactest = [d for d in dates if not any(d != e and contains(d, e) for e in dates)]
    return max(
        exactest,
        key=lambda d: (
            len(beside.get(d, _NOBODY).union(r.witness for r in reports if r.date and contains(r.date, d))),
            len(d),
            not any(r.published == d for r in reports if r.date == d),
            -min((_delay(r) for r in reports if r.date == d), default=_NEVER),
            [-ord(c) for c in d],
        ),
        default=None,
    )


def other_days(reports: Iterable[Told], shown: str | None) -> tuple[str, ...]:
    """The days that ``reports`` give and that cannot be the one shown, earliest first."""
    if shown is None:
        return ()
    days = {r.date for r in reports if r.date}
    return tuple(sorted(d for d in days if not contains(d, shown) and not contains(shown, d)))


def days_apart(one: str, other: str) -> int:
    """Days from the end of the one to the beginning of the other; negative where these come the other way round."""
    return (bounds(other)[0] - bounds(one)[1]).days


def _delay(report: Told) -> int:
    """Days between the act and its report; a page of unknown date counts as latest."""
    if report.date is None or report.published is None or not is_partial_date(report.published):
        return _NEVER
    return abs((bounds(report.published)[0] - bounds(report.date)[0]).days)
