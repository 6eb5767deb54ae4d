"""What is new since a day: agreements, steps, conflicts, changed status."""

from datetime import date

import msgspec

from treatywatch.registry import Line, Registry, TimelineStep
from treatywatch.service.answers import Entry, Summary
from treatywatch.service.dossier import dossier
from treatywatch.service.moments import check_times
from treatywatch.service.shaping import entry, summary
from treatywatch.service.status import stage_of


class News(msgspec.Struct, frozen=True):
    """What the registry has learned of one agreement since then.

    ``new`` marks an agreement that was not known then; ``steps`` are those not told then, or told with another date;
    ``conflicts`` those on which sources differ now and did not then. ``was`` and ``stage`` are the agreement's stage
    today by what the registry held then and by what it holds now; ``was`` is None for a new agreement.
    """

    agreement: Summary
    new: bool
    steps: tuple[Entry, ...]
    conflicts: tuple[Entry, ...]
    was: str | None
    stage: str


def difference(registry: Registry, since: str, today: date) -> tuple[News, ...]:
    """What is new since the end of the day ``since`` (YYYY-MM-DD), one value for each agreement with news, by key.

    ``today`` is the day that stages are computed for. Raises InputError when ``since`` is no day.
    """
    check_times(None, since)
    found = (_news(registry, line, since, today) for line in registry.touched(since))
    return tuple(news for news in found if news.new or news.steps or news.conflicts or news.was != news.stage)


def _news(registry: Registry, line: Line, since: str, today: date) -> News:
    then = registry.steps(line.key, known_by=since)
    now = registry.steps(line.key)
    told = {_what(step) for step in then}
    disputed = {_what(step)[:3] for step in then if step.differ}
    new = not registry.pages(line.key, known_by=since)
    found = dossier(registry, line.key)
    return News(
        agreement=summary(line),
        new=new,
        steps=tuple(entry(step) for step in now if _what(step) not in told),
        conflicts=tuple(entry(step) for step in now if step.differ and _what(step)[:3] not in disputed),
        was=None if new else stage_of(found, then, today),
        stage=stage_of(found, now, today),
    )


def _what(step: TimelineStep) -> tuple[object, ...]:
    return (step.kind, step.modality, step.parties, step.date, step.body)
