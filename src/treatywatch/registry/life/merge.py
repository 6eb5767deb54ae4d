"""Many reports into one life: which reports tell of the same step, and what they tell differently."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

import msgspec

from treatywatch.law.steps import step_law
from treatywatch.model import Mandate, Modality, Step, View, Word, bounds, contains
from treatywatch.registry.life.day import best_day, days_apart, other_days
from treatywatch.registry.life.organ import is_house, one_organ, same_organ
from treatywatch.registry.life.told import Told

# Done once in an agreement's life: two days for one of these are two claims, of which one is wrong.
_ONCE = frozenset({Step.SIGNED, Step.ADOPTED, Step.OPENED, Step.IN_FORCE})
_IN_ORDER = {kind: number for number, kind in enumerate(Step)}
T = TypeVar("T", bound=Hashable)

_CLOSE_DAYS = 3  # two days so near for one act of one party are one act told with two dates
_CLOSE_MONTHS = 45  # a month and a day so near likewise: the month is often that of the report
# Several organs do the same in turn: each does its own.
_BY_ORGAN = frozenset({Step.APPROVED, Step.REJECTED, Step.SUBMITTED})
# A parliament's vote for an exit is a step towards the state's own act, which alone has effect (Article 67).
_EXITS = frozenset({Step.DENOUNCED, Step.SUSPENDED})
# Done again and again: two days near each other are two acts.
_REPEATED = frozenset({Step.PROPOSED, Step.NEGOTIATED, Step.BREACHED})
_Beside = dict[str, frozenset[str]]


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
    kept: dict[tuple[Step, Modality, tuple[str, ...]], list[Told]] = defaultdict(list)
    for report in sorted(set(reports), key=_order):
        kept[report.kind, report.modality, _side(report)].append(report)
    beside = _beside(reports for (_, modality, _), reports in kept.items() if modality is Modality.ACTUAL)
    steps = [step for (kind, _, side), group in kept.items() for step in _steps(group, {} if side else beside[kind])]
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
        _IN_ORDER[step.kind],
        step.modality,
        step.parties,
        step.sources[0].ref,
        step.body or "",
    )


def _side(report: Told) -> tuple[str, ...]:
    return tuple(sorted(report.actors))


def _beside(groups: Iterable[list[Told]]) -> dict[Step, _Beside]:
    """The pages that tell that someone did something of a kind on an exact day, by kind and day."""
    found: dict[Step, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for report in (report for group in groups for report in group):
        if report.date and len(report.date) == 10:
            found[report.kind][report.date].add(report.witness)
    return defaultdict(dict, {kind: {d: frozenset(p) for d, p in days.items()} for kind, days in found.items()})


def _steps(group: list[Told], beside: _Beside) -> list[LifeStep]:
    """The steps that reports of one kind, modality and side tell: one for each day, the less exact with the more."""
    bins: list[list[Told]] = []
    for report in sorted(group, key=lambda r: (-len(r.date or ""), r.ref)):
        place = _bin(report, bins)
        if place is None:
            bins.append([report])
        else:
            bins[place].append(report)
    return [_step(reports, beside) for reports in _joined(bins)]


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


def _only_one_by_house(one: Told, other: Told) -> bool:
    """Whether one tells of parliament's vote for an exit and the other of the state's own act."""
    return one.kind in _EXITS and is_house(one.body) != is_house(other.body)


def _same_organ(report: Told, held: list[Told]) -> bool:
    if _only_one_by_house(report, held[0]):
        return False
    return report.kind not in _BY_ORGAN or one_organ(report.body, [one.body for one in held])


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
    if a is None or b is None or one[0].modality is not Modality.ACTUAL or one[0].kind in _REPEATED:
        return False
    kind, bodies = one[0].kind, [report.body for report in one]
    if _only_one_by_house(one[0], other[0]):
        return False
    if kind in _ONCE:
        return True
    if len(a) == len(b) == 10:
        named = all(same_organ(report.body, bodies) for report in other)
        return days_apart(a, b) <= _CLOSE_DAYS and (named or kind not in _BY_ORGAN)
    return days_apart(a, b) <= _CLOSE_MONTHS and step_law(kind).binds != "never"


def _step(reports: list[Told], beside: _Beside) -> LifeStep:
    first = reports[0]
    date = _held(reports, "date", best_day(reports, beside))
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


def _differ(reports: list[Told], date: str | None) -> tuple[str, ...]:
    return tuple(f"date {other} instead of {date}" for other in other_days(reports, date))


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
