"""What became known of an agreement when, and from which page."""

import msgspec

from treatywatch.registry import Registry, Source, TimelineStep
from treatywatch.service.answers import Entry, Quote
from treatywatch.service.lookup import find_agreement
from treatywatch.service.shaping import entry, quote


class Learned(msgspec.Struct, frozen=True):
    """One page's word on one step, at the moment the registry ``recorded`` it (ISO 8601, UTC).

    ``first`` marks the first word on that step; later ones corroborate it, or differ as ``entry.differ`` says.
    """

    recorded: str
    first: bool
    entry: Entry
    source: Quote


def history(registry: Registry, agreement: str) -> tuple[Learned, ...]:
    """Every report of a step of an agreement (named by key, name or words), in the order the registry learned of it.

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    steps = registry.steps(find_agreement(registry, agreement).key)
    learned = [one for step in steps for one in _learned(step)]
    return tuple(sorted(learned, key=lambda one: one.recorded))


def _learned(step: TimelineStep) -> list[Learned]:
    shown = entry(step)
    sources: list[Source] = sorted(step.sources, key=lambda source: (source.page.recorded, source.page.id))
    return [Learned(source.page.recorded, number == 0, shown, quote(source)) for number, source in enumerate(sources)]
