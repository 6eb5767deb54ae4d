"""What reading alone gives of a timeline: every dated report of every page, the same of two pages once."""

from collections.abc import Iterator

from treatywatch.model import Modality
from treatywatch.registry import Registry


def unmerged(registry: Registry) -> Iterator[dict[str, object]]:
    """For each agreement what its pages tell as having happened, each day of each step as told, nothing weighed.

    In the form of the scorer's timelines. The registry's own timelines are to be better than these: there, days that
    differ are one step, the less exact day is taken for the more exact one, and days told without their year have it.
    """
    for line in registry.lines():
        told = {
            (step.kind.value, step.parties, source.date)
            for step in registry.steps(line.key)
            if step.modality is Modality.ACTUAL
            for source in step.sources
            if source.date and not source.yearless
        }
        yield {
            "key": line.key,
            "name": line.name,
            "parties": line.parties,
            "documents": sorted({page.id for page, _ in registry.pages(line.key)}),
            "timeline": [{"kind": kind, "parties": side, "date": day} for kind, side, day in sorted(told)],
        }
