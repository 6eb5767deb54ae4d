"""All that a picture of an agreement's life shows."""

import msgspec

from treatywatch.model import contains
from treatywatch.registry import Registry, TimelineStep
from treatywatch.service.answers import Dossier
from treatywatch.service.dossier import dossier


class Portrait(msgspec.Struct, frozen=True):
    """A dossier at a time, and the ``rivals``: the other dates that sources give a step, by the step's fact."""

    dossier: Dossier
    rivals: dict[str, tuple[str, ...]]
    as_of: str | None = None
    known_by: str | None = None


def portrait(registry: Registry, agreement: str, *, as_of: str | None = None, known_by: str | None = None) -> Portrait:
    """What a picture of an agreement shows; arguments and errors as :func:`treatywatch.service.dossier.dossier`."""
    found = dossier(registry, agreement, as_of=as_of, known_by=known_by)
    steps = registry.steps(found.key, as_of=as_of, known_by=known_by)
    return Portrait(found, {step.fact: _rivals(step) for step in steps if step.differ}, as_of, known_by)


def _rivals(step: TimelineStep) -> tuple[str, ...]:
    """The dates that contradict the one shown: one that is only less exact does not."""
    shown = step.date
    given = {source.date for source in step.sources if source.date}
    return tuple(sorted(date for date in given if shown and not (contains(shown, date) or contains(date, shown))))
