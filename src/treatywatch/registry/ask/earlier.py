"""The steps of one agreement as they were at a time, as known at a time."""

import msgspec
from sqlalchemy import Connection, select

from treatywatch.model import alike
from treatywatch.registry.ask.pages import PAGE, paged, source_of
from treatywatch.registry.ask.values import Source, TimelineStep
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.lives import Life, placed, reports, reread_of
from treatywatch.registry.derive.load import Place, among
from treatywatch.registry.derive.then import known_then, steps_then
from treatywatch.registry.life.merge import LifeStep
from treatywatch.registry.life.told import Told
from treatywatch.registry.store.tables import assertions


def steps_at(
    connection: Connection, key: str, as_of: str | None, known_by: str | None, decided_by: str | None = None
) -> tuple[TimelineStep, ...]:
    """The steps as they were at the end of ``as_of``, as known by ``known_by``; each None means now.

    ``decided_by`` counts people's decisions up to another time than ``known_by``.
    """
    found = known_then(connection, key, known_by, decided_by)
    return () if found is None else _shown(connection, found, steps_then(found, as_of))


def rejected_at(connection: Connection, key: str, known_by: str | None) -> tuple[TimelineStep, ...]:
    """The steps that people had rejected by ``known_by``, as they were told by then."""
    found = known_then(connection, key, known_by)
    return () if found is None else _shown(connection, found, found.rejected)


def _shown(connection: Connection, found: Life, lived: tuple[LifeStep, ...]) -> tuple[TimelineStep, ...]:
    places = placed(found.members)
    wanted = {places[report.ref] for step in lived for report in step.sources}
    sources = _sources_at(connection, sorted(wanted))
    return tuple(_lived(step, [_reported(sources[places[r.ref]], r) for r in reports(step)]) for step in lived)


def _reported(source: Source, report: Told) -> Source:
    reread = reread_of(report)
    date = report.date if reread else report.completed or source.date
    return msgspec.structs.replace(source, fact=report.fact, reread=reread, date=date)


def _sources_at(connection: Connection, places: list[Place]) -> dict[Place, Source]:
    found: dict[Place, Source] = {}
    for part in chunks(places):
        wanted = paged(select(assertions, *PAGE), assertions)
        for row in connection.execute(wanted.where(among(assertions.c.reading, assertions.c.assertion, part))):
            found[row.reading, row.assertion] = source_of(row)
    return found


def _lived(step: LifeStep, sources: list[Source]) -> TimelineStep:
    ordered = sorted(sources, key=lambda one: (one.page.published or "", one.page.id, one.assertion))
    return alike(TimelineStep, step, sources=tuple(ordered))
