"""What has happened to an agreement, and nothing else."""

from collections.abc import Iterator

from treatywatch.model import Modality
from treatywatch.registry import Line, Registry
from treatywatch.service.answers import Timeline
from treatywatch.service.lookup import find_agreement
from treatywatch.service.shaping import entry


def timeline(registry: Registry, agreement: str) -> Timeline:
    """The steps reported as having happened to an agreement (named by key, name or words).

    Raises NotFoundError or InputError as :func:`treatywatch.service.lookup.find_agreement`.
    """
    return _timeline(registry, find_agreement(registry, agreement))


def timelines(registry: Registry) -> Iterator[Timeline]:
    """The timelines of all agreements of which something is told, those that most documents speak of first."""
    for line in registry.lines():
        yield _timeline(registry, line)


def _timeline(registry: Registry, line: Line) -> Timeline:
    happened = [entry(step) for step in registry.steps(line.key) if step.modality is Modality.ACTUAL]
    return Timeline(
        key=line.key,
        name=line.name,
        parties=line.parties,
        documents=tuple(sorted({page.id for page, _ in registry.pages(line.key)})),
        entries=tuple(one for one in happened if one.date),
        undated=tuple(one for one in happened if not one.date),
    )
