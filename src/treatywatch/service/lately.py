"""What the registry has learned lately, the latest first, a page at a time: quick on a registry of any size."""

from datetime import date

import msgspec

from treatywatch.registry import Learned, Registry
from treatywatch.service.answers import Entry, Summary
from treatywatch.service.search import Query, find_agreements
from treatywatch.service.shaping import entry


class Lately(msgspec.Struct, frozen=True):
    """What was learned of one agreement.

    ``new`` marks one of which nothing was known; ``steps`` are those told for the first time, ``conflicts`` those told
    since on which sources differ now.
    """

    agreement: Summary
    new: bool
    steps: tuple[Entry, ...]
    conflicts: tuple[Entry, ...]


class LatelyPage(msgspec.Struct, frozen=True):
    """One page of ``pages`` of what was learned of ``total`` agreements since the end of the day ``since``."""

    since: str
    total: int
    page: int
    pages: int
    news: tuple[Lately, ...]


def lately(registry: Registry, since: str, today: date, *, limit: int = 20, page: int = 1) -> LatelyPage:
    """What was learned since the end of the day ``since`` (YYYY-MM-DD), the latest first.

    :func:`treatywatch.service.difference.difference` tells besides what it did to each agreement's stage, which takes
    longer. Raises InputError as :func:`treatywatch.service.search.find_agreements`.
    """
    query = Query(changed_since=since, sort="changed", limit=limit, page=page)
    found = find_agreements(registry, query, today=today)
    told = registry.learned([one.key for one in found.agreements], since)
    return LatelyPage(
        since=since,
        total=found.total,
        page=found.page,
        pages=found.pages,
        news=tuple(_lately(one, told[one.key]) for one in found.agreements),
    )


def last_learned(registry: Registry, today: date) -> str | None:
    """The day (YYYY-MM-DD) on which the registry last recorded a page on an agreement; None when it has none."""
    found = find_agreements(registry, Query(sort="changed", limit=1), today=today).agreements
    return found[0].changed[:10] if found else None


def _lately(agreement: Summary, told: Learned) -> Lately:
    return Lately(agreement, told.new, tuple(map(entry, told.steps)), tuple(map(entry, told.conflicts)))
