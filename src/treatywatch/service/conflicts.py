"""Where sources disagree on the day of one step."""

import msgspec

from treatywatch.registry import Registry, Source, TimelineStep
from treatywatch.service.answers import Entry, Quote
from treatywatch.service.lookup import find_agreement
from treatywatch.service.shaping import entry, quote


class Side(msgspec.Struct, frozen=True):
    """What some sources say: a date, and where each says so. ``shown`` marks the one that timelines show.

    ``texts`` counts different texts: a page taken over word for word counts once. ``why`` says why timelines show this
    side; empty for the others.
    """

    date: str
    shown: bool
    texts: int
    sources: tuple[Quote, ...]
    why: str = ""


class Conflict(msgspec.Struct, frozen=True):
    """One step of one agreement that sources date differently; the sides with the most texts first."""

    key: str
    name: str
    entry: Entry
    sides: tuple[Side, ...]


def conflicts(registry: Registry, agreement: str | None = None) -> tuple[Conflict, ...]:
    """Every step on which sources differ, of one agreement (named by key, name or words) or of all.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    lines = registry.disputed() if agreement is None else (find_agreement(registry, agreement),)
    return tuple(
        Conflict(line.key, line.name, entry(step), _sides(step))
        for line in lines
        for step in registry.steps(line.key)
        if step.differ
    )


def _sides(step: TimelineStep) -> tuple[Side, ...]:
    dates = sorted({source.date for source in step.sources if source.date})
    sides = [_side(date, step, [source for source in step.sources if source.date == date]) for date in dates]
    sides = [msgspec.structs.replace(side, why=_why(side, sides, step)) if side.shown else side for side in sides]
    return tuple(sorted(sides, key=lambda side: (-side.texts, not side.shown, side.date)))


def _side(date: str, step: TimelineStep, sources: list[Source]) -> Side:
    texts = len({source.page.sha256 for source in sources})
    return Side(date, date == step.date, texts, tuple(quote(source) for source in sources))


def _why(shown: Side, sides: list[Side], step: TimelineStep) -> str:
    """Why timelines show this date: the order in which the registry weighs dates (``registry.life``)."""
    others = [side for side in sides if side is not shown]
    if step.decided:
        return "shown because people hold it so"
    if all(shown.texts > side.texts for side in others):
        return "shown because most texts give it"
    if all(len(shown.date) > len(side.date) for side in others):
        return "shown because it is the most exact"
    return "shown because its report is nearest to the day"
