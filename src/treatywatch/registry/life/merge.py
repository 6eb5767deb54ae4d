"""Many reports into one life: which reports tell of the same step, and what they tell differently."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

import msgspec

from treatywatch.language.names import find_names
from treatywatch.law.steps import step_law
from treatywatch.model import Mandate, Modality, Step, View, Word, bounds, contains, is_partial_date
from treatywatch.registry.life.told import Told

# Done once in an agreement's life: two days for one of these are two claims, of which one is wrong.
_ONCE = frozenset({Step.SIGNED, Step.ADOPTED, Step.OPENED, Step.IN_FORCE})
T = TypeVar("T", bound=Hashable)

_NEVER = 1_000_000
_CLOSE_DAYS = 3  # two days so near for one act of one party are one act told with two dates
_CLOSE_MONTHS = 45  # a month and a day so near likewise: the month is often that of the report
# Several organs do the same in turn: each does its own.
_BY_ORGAN = frozenset({Step.APPROVED, Step.REJECTED, Step.SUBMITTED})
_ANY_CHAMBER = frozenset({"parliament", "legislature", "congress", "lawmakers", "deputies", "mps"})


class LifeStep(msgspec.Struct, frozen=True):
    """One step of an agreement's life and every report of it.

    ``date`` is the most exact one that most pages give; ``differ`` says in words what pages tell otherwise.
    ``fulfilled`` marks a planned step that has since been reported as done. ``decided`` are people's words on it, and
    ``machine`` is what it would be without them.
    """

    kind: Step
    modality: Modality
    parties: tuple[str, ...]
    date: str | None
    place: str | None
    body: str | None
    mandate: Mandate | None
    sources: tuple[Told, ...]
    differ: tuple[str, ...] = ()
    fulfilled: bool = False
    decided: tuple[Word, ...] = ()
    machine: View | None = None


def life(reports: Iterable[Told]) -> tuple[LifeStep, ...]:
    """The steps that ``reports`` of one agreement tell, oldest first and undated last.

    A pure function of the set of reports: their order changes nothing.
    """
    kept: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for report in sorted(set(reports), key=_order):
        kept[report.kind, report.modality, _side(report)].append(report)
    steps = [step for group in kept.values() for step in _steps(group)]
    steps = _absorb(steps)
    done = [step for step in steps if step.modality is Modality.ACTUAL]
    marked = (msgspec.structs.replace(step, fulfilled=_fulfilled(step, done)) for step in steps)
    return tuple(sorted(marked, key=_when))


def _order(report: Told) -> tuple[object, ...]:
    return (report.ref, report.kind, report.modality, report.parties)


def _when(step: LifeStep) -> tuple[object, ...]:
    first = bounds(step.date)[0].isoformat() if step.date else "9999"
    return (
        first,
        step.date or "",
        list(Step).index(step.kind),
        step.modality,
        step.parties,
        step.sources[0].ref,
        step.body or "",
    )


def _side(report: Told) -> tuple[str, ...]:
    return tuple(sorted(report.actors))


def _steps(group: list[Told]) -> list[LifeStep]:
    """The steps that reports of one kind, modality and side tell: one for each day, the less exact with the more."""
    bins: list[list[Told]] = []
    for report in sorted(group, key=lambda r: (-len(r.date or ""), r.ref)):
        place = _bin(report, bins)
        if place is None:
            bins.append([report])
        else:
            bins[place].append(report)
    return [_step(reports) for reports in _joined(bins)]


def _bin(report: Told, bins: list[list[Told]]) -> int | None:
    """Which bin a report belongs to: of the same organ and the same day; else the likeliest of the others."""
    fitting = [
        number
        for number, held in enumerate(bins)
        if _same_organ(report, held) and _same_time(report.date, held[0].date)
    ]
    if report.date is None:
        return max(
            fitting, key=lambda number: (_before(report, bins[number]), len(bins[number]), -number), default=None
        )
    return max(fitting, key=lambda number: (_named(report, bins[number]), len(bins[number]), -number), default=None)


def _same_time(one: str | None, held: str | None) -> bool:
    """Whether a date, not more exact than the one held, may be the same time."""
    return one is None or held is None or contains(one, held)


def _before(report: Told, held: list[Told]) -> bool:
    """Whether what is held had happened when the page with the report appeared; true where that is not known."""
    date = held[0].date
    return report.published is None or date is None or bounds(date)[0].isoformat() <= report.published


def _named(report: Told, held: list[Told]) -> bool:
    return report.body is not None and any(one.body is not None for one in held)


def _same_organ(report: Told, held: list[Told]) -> bool:
    if report.kind not in _BY_ORGAN or report.body is None:
        return True
    named = [one.body for one in held if one.body is not None]
    return not named or any(_one_organ(report.body, body) for body in named)


def _one_organ(one: str, other: str) -> bool:
    """Whether two names may be of one organ: they share a word ("Senate of Chile", "Senate")."""
    a, b = _organ_words(one), _organ_words(other)
    return bool(a & b) or a <= _ANY_CHAMBER or b <= _ANY_CHAMBER


def _organ_words(body: str) -> frozenset[str]:
    rest = body
    for name in reversed(find_names(body)):
        if name.kind in {"state", "demonym", "organisation"}:
            rest = rest[: name.start] + " " + rest[name.end :]
    words = frozenset(rest.casefold().replace("'s", " ").split()) - {"of", "the", "and"}
    return words or frozenset(body.casefold().split())


def _joined(bins: list[list[Told]]) -> list[list[Told]]:
    """Bins whose days are claims about one act, together: all of a step done once, else those a few days apart."""
    joined: list[list[Told]] = []
    for held in sorted(bins, key=lambda b: (b[0].date or "9999", b[0].ref)):
        last = joined[-1] if joined else None
        if last is not None and _one_act(last, held):
            last.extend(held)
        else:
            joined.append(list(held))
    return joined


def _one_act(one: list[Told], other: list[Told]) -> bool:
    a, b = max((report.date for report in one if report.date), default=None), other[0].date
    if a is None or b is None or one[0].modality is not Modality.ACTUAL:
        return False
    if one[0].kind in _ONCE:
        return True
    law = step_law(one[0].kind)
    exact = len(a) == len(b) == 10
    near = (bounds(b)[0] - bounds(a)[1]).days <= (_CLOSE_DAYS if exact else _CLOSE_MONTHS)
    return near and law.binds != "never" and all(_same_organ(report, one) for report in other)


def _step(reports: list[Told]) -> LifeStep:
    first = reports[0]
    date = _held(reports, "date", _best_date(reports))
    here = [r for r in reports if r.date == date] + reports
    return LifeStep(
        kind=first.kind,
        modality=first.modality,
        parties=_held(reports, "parties", _most(r.parties for r in reports) or ()),
        date=date,
        place=_held(reports, "place", _most(r.place for r in here if r.place)),
        body=_held(reports, "body", _most(r.body for r in here if r.body)),
        mandate=next((r.mandate for r in reports if r.mandate), None),
        sources=tuple(sorted(reports, key=lambda r: r.ref)),
        differ=() if any("date" in r.held for r in reports) else _differ(reports, date),
    )


def _held(reports: list[Told], field: str, found: T) -> T:
    """What the latest person to decide on the field said, or else what was found."""
    spoken = [r for r in reports if field in r.held]
    if not spoken:
        return found
    held: T = getattr(max(spoken, key=lambda r: (r.decision, r.ref)), field)
    return held


def _best_date(reports: list[Told]) -> str | None:
    """The date most pages give, each page's word also counting for the more exact dates within it; then the exactest.

    A day on which a page appeared counts least: such a page more often tells the news than the day of the act. Of two
    days that are left, the one told soonest after it counts more.
    """
    dates = sorted({r.date for r in reports if r.date})
    if not dates:
        return None
    exactest = [d for d in dates if not any(d != e and contains(d, e) for e in dates)]
    return max(
        exactest,
        key=lambda d: (
            len({r.ref[0] for r in reports if r.date and contains(r.date, d)}),
            not any(r.published == d for r in reports if r.date == d),
            -min((_delay(r) for r in reports if r.date == d), default=_NEVER),
            [-ord(c) for c in d],
        ),
    )


def _delay(report: Told) -> int:
    """Days between the act and its report; a page of unknown date counts as latest."""
    if report.date is None or report.published is None or not is_partial_date(report.published):
        return _NEVER
    return abs((bounds(report.published)[0] - bounds(report.date)[0]).days)


def _differ(reports: list[Told], date: str | None) -> tuple[str, ...]:
    if date is None:
        return ()
    others = sorted({r.date for r in reports if r.date and not contains(r.date, date) and not contains(date, r.date)})
    return tuple(f"date {other} instead of {date}" for other in others)


def _most(values: Iterable[T]) -> T | None:
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], len(str(value)), str(value)), default=None)


def _absorb(steps: list[LifeStep]) -> list[LifeStep]:
    """Undated reports join a dated step of the same kind where its parties include theirs.

    A report that names no party joins where one side alone took the step; "115 states have signed" is nobody's own.
    """
    dated = [step for step in steps if step.date]
    kept: list[LifeStep] = list(dated)
    for step in (step for step in steps if not step.date):
        hosts = [n for n, host in enumerate(kept) if host.date and _hosts(host, step)]
        sides = {kept[n].sources[0].actors for n in hosts}
        if not hosts or (not step.sources[0].actors and len(sides) > 1):
            kept.append(step)
            continue
        number = max(hosts, key=lambda n: (len(kept[n].sources), -n))
        sources = tuple(sorted((*kept[number].sources, *step.sources), key=lambda r: r.ref))
        kept[number] = msgspec.structs.replace(kept[number], sources=sources)
    return kept


def _hosts(host: LifeStep, step: LifeStep) -> bool:
    if host.kind is not step.kind or host.modality is not step.modality:
        return False
    a, b = host.sources[0].actors, step.sources[0].actors
    return (not b or b < a) and (step.kind not in _BY_ORGAN or step.body is None)


def _fulfilled(step: LifeStep, done: list[LifeStep]) -> bool:
    """Whether a step that was to come has been reported as done: by the same side, and not long before."""
    if step.modality in {Modality.ACTUAL, Modality.NEGATED}:
        return False
    side = step.sources[0].actors
    announced = max((r.published for r in step.sources if r.published), default=None)
    for other in done:
        if other.kind is step.kind and (not side or side <= other.sources[0].actors):
            late = announced and other.date and bounds(other.date)[1].isoformat() < announced[:10]
            if not late or (step.date and other.date and _same_time(step.date[: len(other.date)], other.date)):
                return True
    return False
