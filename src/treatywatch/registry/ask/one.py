"""All about one agreement: names, members, steps, relations, statements, documents."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, true

from treatywatch.model import Mandate, Modality, RelationType, Reread, Step, View, Word, from_json
from treatywatch.registry.ask.values import Bearing, Member, Page, Source, TimelineStep, Utterance
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.load import Place, among
from treatywatch.registry.derive.then import end_of, known_then, steps_then
from treatywatch.registry.derive.write import Life, placed, reread_of
from treatywatch.registry.identity.compare import Reason
from treatywatch.registry.life.merge import LifeStep
from treatywatch.registry.life.told import Told
from treatywatch.registry.store import derived
from treatywatch.registry.store.tables import assertions, documents, readings, sightings

_PAGE = (
    documents.c.id.label("page_id"),
    documents.c.sha256,
    documents.c.url,
    documents.c.publisher,
    documents.c.published,
    documents.c.title,
    documents.c.path,
    readings.c.recorded,
    readings.c.reader,
    documents.c.digest,
)


def names(connection: Connection, key: str) -> tuple[tuple[str, int], ...]:
    """All names of the agreement with the number of pages that use each, most used first."""
    table = derived.names
    rows = connection.execute(select(table).where(table.c.agreement == key).order_by(table.c.number))
    return tuple((row.name, row.uses) for row in rows)


def members(connection: Connection, key: str) -> tuple[Member, ...]:
    """The pages' agreements that are held to be this one."""
    wanted = (
        _paged(select(sightings.c.name, derived.members.c.because, *_PAGE), derived.members)
        .join(sightings, _same(derived.members, sightings))
        .where(derived.members.c.agreement == key)
        .order_by(documents.c.digest, sightings.c.sighting)
    )
    return tuple(
        Member(_page(row), row.name, from_json(row.because, tuple[Reason, ...])) for row in connection.execute(wanted)
    )


def steps(connection: Connection, key: str) -> tuple[TimelineStep, ...]:
    """The steps of the agreement's life, oldest first and undated last, of every modality."""
    return _steps(connection, key, derived.steps.c.rejected.is_(False))


def rejected(connection: Connection, key: str) -> tuple[TimelineStep, ...]:
    """The steps that pages tell and people rejected, oldest first and undated last."""
    return _steps(connection, key, derived.steps.c.rejected.is_(True))


def _steps(connection: Connection, key: str, which: ColumnElement[bool]) -> tuple[TimelineStep, ...]:
    return tuple(step for _, step in _numbered(connection, key, which, true()))


def steps_numbered(connection: Connection, key: str, numbers: Sequence[int]) -> tuple[tuple[int, TimelineStep], ...]:
    """Those of the steps of the agreement's life that have these numbers, each with its number."""
    found: list[tuple[int, TimelineStep]] = []
    for part in chunks(numbers):
        which = derived.steps.c.rejected.is_(False) & derived.steps.c.step.in_(part)
        found.extend(_numbered(connection, key, which, derived.step_sources.c.step.in_(part)))
    return tuple(found)


def _numbered(
    connection: Connection, key: str, which: ColumnElement[bool], behind: ColumnElement[bool]
) -> list[tuple[int, TimelineStep]]:
    """The steps ``which`` hold, with their numbers; ``behind`` are the sources that are those of such steps."""
    table = derived.steps
    rows = connection.execute(select(table).where(table.c.agreement == key, which).order_by(table.c.step)).all()
    told = _told(connection, key, behind) if rows else {}
    return [(row.step, _step(row, told[row.step])) for row in rows]


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
    return tuple(_lived(step, [_reported(sources[places[r.ref]], r) for r in _reports(step)]) for step in lived)


def _reports(step: LifeStep) -> list[Told]:
    """One report for each place that tells of the step."""
    return list(
        {report.ref: report for report in sorted(step.sources, key=lambda r: (r.ref, r.fact), reverse=True)}.values()
    )


def _reported(source: Source, report: Told) -> Source:
    reread = reread_of(report)
    date = report.date if reread else source.date
    return msgspec.structs.replace(source, fact=report.fact, reread=reread, date=date)


def _sources_at(connection: Connection, places: list[Place]) -> dict[Place, Source]:
    found: dict[Place, Source] = {}
    for part in chunks(places):
        wanted = _paged(select(assertions, *_PAGE), assertions)
        for row in connection.execute(wanted.where(among(assertions.c.reading, assertions.c.assertion, part))):
            found[row.reading, row.assertion] = _source(row)
    return found


def _lived(step: LifeStep, sources: list[Source]) -> TimelineStep:
    return TimelineStep(
        kind=step.kind,
        modality=step.modality,
        parties=step.parties,
        date=step.date,
        place=step.place,
        body=step.body,
        fulfilled=step.fulfilled,
        mandate=step.mandate,
        differ=step.differ,
        sources=tuple(sorted(sources, key=lambda one: (one.page.published or "", one.page.id, one.assertion))),
        decided=step.decided,
        machine=step.machine,
    )


def _told(connection: Connection, key: str, which: ColumnElement[bool]) -> dict[int, list[Row[Any]]]:
    link = derived.step_sources
    wanted = (
        _paged(select(link.c.step, link.c.fact, link.c.reread, assertions, *_PAGE), link)
        .join(assertions, and_(assertions.c.reading == link.c.reading, assertions.c.assertion == link.c.assertion))
        .where(link.c.agreement == key, which)
        .order_by(link.c.step, documents.c.published, documents.c.id, assertions.c.assertion)
    )
    told: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(wanted):
        told[row.step].append(row)
    return told


def relations(connection: Connection, key: str) -> tuple[Bearing, ...]:
    """How the agreement bears on others, and others on it."""
    return (*_bearings(connection, key, outward=True), *_bearings(connection, key, outward=False))


def _bearings(connection: Connection, key: str, outward: bool) -> list[Bearing]:
    own, far = derived.members.alias("own"), derived.members.alias("far")
    here, there = (assertions.c.sighting, assertions.c.target)[:: 1 if outward else -1]
    wanted = (
        _paged(
            select(assertions, far.c.agreement.label("other"), derived.agreements.c.name.label("other_name"), *_PAGE),
            own,
        )
        .join(assertions, and_(assertions.c.reading == own.c.reading, here == own.c.sighting))
        .join(far, and_(far.c.reading == assertions.c.reading, far.c.sighting == there))
        .join(derived.agreements, derived.agreements.c.agreement == far.c.agreement)
        .where(own.c.agreement == key, assertions.c.type == "relation")
        .order_by(far.c.agreement, assertions.c.kind, documents.c.digest, assertions.c.assertion)
    )
    return [
        Bearing(RelationType(row.kind), outward, row.other, row.other_name, Modality(row.modality), _source(row))
        for row in connection.execute(wanted)
        if row.other != key
    ]


def statements(connection: Connection, key: str) -> tuple[Utterance, ...]:
    """Who says what about the agreement, in the order of publication."""
    wanted = (
        _paged(select(assertions, *_PAGE), derived.members)
        .join(assertions, _same(derived.members, assertions))
        .where(derived.members.c.agreement == key, assertions.c.type == "statement")
        .order_by(documents.c.published, documents.c.id, assertions.c.start)
    )
    return tuple(
        Utterance(row.speaker, row.office, bool(row.direct), _source(row)) for row in connection.execute(wanted)
    )


def pages(connection: Connection, key: str, known_by: str | None) -> tuple[tuple[Page, int], ...]:
    """The documents behind the agreement, oldest first, with how many assertions about it each holds.

    Only those recorded by ``known_by``, unless it is None.
    """
    recorded = readings.c.recorded <= (end_of(known_by) if known_by else "A")
    about = or_(assertions.c.sighting == derived.members.c.sighting, assertions.c.target == derived.members.c.sighting)
    wanted = (
        _paged(select(func.count(assertions.c.assertion.distinct()).label("said"), *_PAGE), derived.members)
        .outerjoin(assertions, and_(assertions.c.reading == derived.members.c.reading, about))
        .where(derived.members.c.agreement == key, recorded)
        .group_by(*_PAGE)
        .order_by(documents.c.published, documents.c.id, documents.c.digest)
    )
    return tuple((_page(row), row.said) for row in connection.execute(wanted))


def _paged(wanted: Select[Any], link: Any) -> Select[Any]:
    """``wanted`` from ``link``, joined with the pages that its readings are of."""
    joined = link.join(readings, readings.c.reading == link.c.reading)
    return wanted.select_from(joined.join(documents, documents.c.document == readings.c.document))


def _same(one: Any, other: Any) -> Any:
    return and_(one.c.reading == other.c.reading, one.c.sighting == other.c.sighting)


def _step(row: Row[Any], told: list[Row[Any]]) -> TimelineStep:
    mandate = next((said.mandate for said in told if said.mandate), None)
    return TimelineStep(
        kind=Step(row.kind),
        modality=Modality(row.modality),
        parties=from_json(row.parties, tuple[str, ...]),
        date=row.date,
        place=row.place,
        body=row.body,
        fulfilled=bool(row.fulfilled),
        mandate=from_json(mandate, Mandate) if mandate else None,
        differ=from_json(row.differ, tuple[str, ...]),
        sources=tuple(_told_source(said) for said in told),
        decided=from_json(row.decided, tuple[Word, ...]) if row.decided else (),
        machine=from_json(row.machine, View) if row.machine else None,
    )


def _told_source(row: Row[Any]) -> Source:
    reread = from_json(row.reread, Reread) if row.reread else None
    date = reread.now.date if reread else row.date
    return msgspec.structs.replace(_source(row), fact=row.fact, reread=reread, date=date)


def _source(row: Row[Any]) -> Source:
    return Source(
        page=_page(row),
        quote=row.quote,
        start=row.start,
        stop=row.stop,
        attributed_to=row.attributed_to,
        reading=row.reading,
        assertion=row.assertion,
        date=row.date,
    )


def _page(row: Row[Any]) -> Page:
    return Page(
        id=row.page_id,
        sha256=row.sha256,
        url=row.url,
        publisher=row.publisher,
        published=row.published,
        title=row.title,
        recorded=row.recorded,
        path=row.path,
        reader=row.reader,
    )
