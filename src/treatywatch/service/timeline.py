"""What has happened to an agreement, and nothing else."""

from collections.abc import Iterator

from treatywatch.model import Modality
from treatywatch.registry import Line, Registry
from treatywatch.service.answers import Timeline
from treatywatch.service.conflicts import outweighed
from treatywatch.service.lookup import find_agreement
from treatywatch.service.moments import check_times
from treatywatch.service.said import related, statements
from treatywatch.service.shaping import entry


def timeline(
    registry: Registry,
    agreement: str,
    *,
    as_of: str | None = None,
    known_by: str | None = None,
    everything: bool = False,
) -> Timeline:
    """The steps reported as having happened to an agreement (named by key, name or words).

    ``as_of`` shows its life up to then, ``known_by`` what the registry had been told by then; ``everything`` adds how
    it bears on others and who says what of it. Raises NotFoundError or InputError as
    :func:`treatywatch.service.lookup.find_agreement`, and InputError for what is no date.
    """
    check_times(as_of, known_by)
    return _timeline(registry, find_agreement(registry, agreement), as_of, known_by, everything)


def timelines(
    registry: Registry, *, as_of: str | None = None, known_by: str | None = None, everything: bool = False
) -> Iterator[Timeline]:
    """The timelines of all agreements of which something is told, those that most documents speak of first."""
    check_times(as_of, known_by)
    found = (_timeline(registry, line, as_of, known_by, everything) for line in registry.lines())
    return (each for each in found if each.documents)


def _timeline(registry: Registry, line: Line, as_of: str | None, known_by: str | None, everything: bool) -> Timeline:
    steps = registry.steps(line.key, as_of=as_of, known_by=known_by)
    weaker = outweighed(steps, registry.origins(line.key))
    happened = [entry(step) for step in steps if step.modality is Modality.ACTUAL and step.fact not in weaker]
    return Timeline(
        key=line.key,
        name=line.name,
        parties=line.parties,
        documents=tuple(sorted({page.id for page, _ in registry.pages(line.key, known_by=known_by)})),
        entries=tuple(one for one in happened if one.date),
        undated=tuple(one for one in happened if not one.date),
        rejected=tuple(map(entry, registry.rejected(line.key, known_by=known_by))),
        outweighed=tuple(entry(step) for step in steps if step.fact in weaker),
        related=related(registry, line.key) if everything else (),
        statements=statements(registry, line.key) if everything else (),
    )
