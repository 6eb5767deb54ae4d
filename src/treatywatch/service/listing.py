"""All agreements, one line each."""

from treatywatch.registry import Registry
from treatywatch.service.answers import Summary
from treatywatch.service.shaping import summary


def listing(
    registry: Registry, *, passing: bool = False, limit: int | None = None, offset: int = 0
) -> tuple[Summary, ...]:
    """The agreements, those that most documents speak of first.

    ``passing`` includes agreements that are only mentioned, and unnamed sets; ``limit`` and ``offset`` give a page.
    """
    return tuple(summary(line) for line in registry.lines(passing=passing, limit=limit, offset=offset))
