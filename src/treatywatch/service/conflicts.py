"""Where sources disagree: on the day of a step, on who took it, or on which step it was."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec
from msgspec.structs import replace

from treatywatch.registry import Line, Registry, Rivalry, Source, TimelineStep, rivals
from treatywatch.service.answers import Entry, Quote
from treatywatch.service.lookup import find_agreement
from treatywatch.service.shaping import entry, origin_of, quote

About = Literal["date", "parties", "kind"]


class Side(msgspec.Struct, frozen=True):
    """What some sources say: a date, parties or a step, and where each says so. ``shown`` marks what timelines show.

    ``independent`` counts sources that are no copies of each other. ``why`` says why timelines show this side; empty
    for the others. ``fact`` is the id by which people decide on the side's step.
    """

    says: str
    shown: bool
    independent: int
    sources: tuple[Quote, ...]
    fact: str
    why: str = ""


class Conflict(msgspec.Struct, frozen=True):
    """One step of one agreement that sources tell differently ``about`` its date, parties or kind.

    ``entry`` is the step as shown. The sides with the most independent sources come first.
    """

    key: str
    name: str
    about: About
    entry: Entry
    sides: tuple[Side, ...]


def conflicts(registry: Registry, agreement: str | None = None) -> tuple[Conflict, ...]:
    """Every step on which sources differ, of one agreement (named by key, name or words) or of all.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    lines = registry.disputed() if agreement is None else (find_agreement(registry, agreement),)
    return tuple(conflict for line in lines for conflict in _conflicts(registry, line))


def outweighed(steps: tuple[TimelineStep, ...], origins: Mapping[str, str]) -> frozenset[str]:
    """The facts of steps that cannot have been beside another which more independent sources tell."""
    found = set()
    for _, pair in told_twice(steps):
        weaker, stronger = sorted(pair, key=lambda step: _independent(step.sources, origins))
        if _independent(weaker.sources, origins) < _independent(stronger.sources, origins):
            found.add(weaker.fact)
    return frozenset(found)


def told_twice(steps: tuple[TimelineStep, ...]) -> Iterator[tuple[Rivalry, tuple[TimelineStep, TimelineStep]]]:
    """Pairs of steps that are one act told in two ways."""
    for rivalry in rivals(steps, lambda step: {source.page.sha256 for source in step.sources}):
        yield rivalry, (steps[rivalry.one], steps[rivalry.other])


def _conflicts(registry: Registry, line: Line) -> Iterator[Conflict]:
    steps, origins = registry.steps(line.key), registry.origins(line.key)
    for step in steps:
        dates = _days(step, origins) if step.differ else ()
        if len(dates) > 1:
            yield Conflict(line.key, line.name, "date", entry(step), dates)
    for rivalry, pair in told_twice(steps):
        sides = _rivals(rivalry, pair, origins)
        first = max(pair, key=lambda step: (_independent(step.sources, origins), step.fact == sides[0].fact))
        yield Conflict(line.key, line.name, rivalry.about, entry(first), sides)


def _days(step: TimelineStep, origins: Mapping[str, str]) -> tuple[Side, ...]:
    dates = sorted({source.date for source in step.sources if source.date})
    told = {date: tuple(source for source in step.sources if source.date == date) for date in dates}
    sides = [_side(date, date == step.date, step.fact, told[date], origins) for date in dates]
    return _ordered(replace(side, why=_why_day(side, sides, step)) if side.shown else side for side in sides)


def _rivals(rivalry: Rivalry, pair: tuple[TimelineStep, TimelineStep], origins: Mapping[str, str]) -> tuple[Side, ...]:
    counts = [_independent(step.sources, origins) for step in pair]
    sides = [
        _side(_says(rivalry, step), count == max(counts), step.fact, step.sources, origins)
        for step, count in zip(pair, counts, strict=True)
    ]
    why = _MOST if min(counts) < max(counts) else "shown beside the other, for as many independent sources give each"
    return _ordered(replace(side, why=why) if side.shown else side for side in sides)


def _says(rivalry: Rivalry, step: TimelineStep) -> str:
    return step.kind.replace("_", " ") if rivalry.about == "kind" else ", ".join(step.parties)


def _ordered(sides: Iterator[Side]) -> tuple[Side, ...]:
    return tuple(sorted(sides, key=lambda side: (-side.independent, not side.shown, side.says)))


def _side(says: str, shown: bool, fact: str, sources: tuple[Source, ...], origins: Mapping[str, str]) -> Side:
    return Side(says, shown, _independent(sources, origins), tuple(map(quote, sources)), fact)


def _independent(sources: tuple[Source, ...], origins: Mapping[str, str]) -> int:
    return len({origin_of(source.page, origins) for source in sources})


_MOST = "shown because most independent sources give it"


def _why_day(shown: Side, sides: list[Side], step: TimelineStep) -> str:
    """Why timelines show this date: the order in which the registry weighs dates (``registry.life``)."""
    others = [side for side in sides if side.says != shown.says]
    if any(not word.here for word in step.decided):
        return "shown because people hold it so"
    if all(shown.independent > side.independent for side in others):
        return _MOST
    if all(len(shown.says) > len(side.says) for side in others):
        return "shown because it is the most exact"
    return "shown because its report is nearest to the day"
