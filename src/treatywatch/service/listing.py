"""All agreements, one line each."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from treatywatch.model import Modality
from treatywatch.registry import Line, Registry
from treatywatch.service.answers import Summary
from treatywatch.service.moments import check_times
from treatywatch.service.shaping import summary


def listing(
    registry: Registry,
    *,
    passing: bool = False,
    limit: int | None = None,
    offset: int = 0,
    as_of: str | None = None,
    known_by: str | None = None,
) -> tuple[Summary, ...]:
    """The agreements, those that most documents speak of first.

    ``passing`` includes agreements that are only mentioned, and unnamed sets; ``limit`` and ``offset`` give a page.
    ``as_of`` shows each up to then, ``known_by`` what the registry had been told by then, which leaves out agreements
    not yet known. Raises InputError for what is no date.
    """
    check_times(as_of, known_by)
    if as_of is None and known_by is None:
        return tuple(summary(line) for line in registry.lines(passing=passing, limit=limit, offset=offset))
    end = None if limit is None else offset + limit
    return tuple(islice(as_they_were(registry, registry.lines(passing=passing), as_of, known_by), offset, end))


def as_they_were(
    registry: Registry, lines: tuple[Line, ...], as_of: str | None, known_by: str | None
) -> Iterator[Summary]:
    """The agreements as at a time and as known at a time, without those not known then."""
    for line in lines:
        documents = registry.pages(line.key, known_by=known_by)
        if not documents:
            continue
        steps = registry.steps(line.key, as_of=as_of, known_by=known_by)
        happened = [step for step in steps if step.modality is Modality.ACTUAL]
        last = next((step for step in reversed(happened) if step.date), happened[-1] if happened else None)
        yield msgspec.structs.replace(
            summary(line),
            last=(last.kind, last.date) if last else None,
            documents=len(documents),
            conflicts=sum(bool(step.differ) for step in steps),
            stage=None,
        )
