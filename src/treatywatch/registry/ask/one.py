"""All about one agreement: names, members, steps, relations, statements, documents."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, Text, and_, bindparam, func, or_, select

from treatywatch.model import Mandate, Modality, Reread, Step, View, Word, from_json
from treatywatch.registry.ask.values import Member, Page, Source, TimelineStep
from treatywatch.registry.derive.chunks import chunks
from treatywatch.registry.derive.then import end_of
from treatywatch.registry.identity.compare import Reason
from treatywatch.registry.store import derived
from treatywatch.registry.store.tables import assertions, documents, readings, sightings

PAGE: tuple[Any, ...] = (
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
"""The columns of a :class:`Page`, as :func:`source_of` takes them."""


class _Told(NamedTuple):
    """A place that tells of a step, and the mandate that it gives, as JSON."""

    source: Source
    mandate: str | None


# Statements are made once: making one takes longer than the database needs to answer it.
_KEY = bindparam("key", type_=Text())


def names(connection: Connection, key: str) -> tuple[tuple[str, int], ...]:
    """All names of the agreement with the number of pages that use each, most used first."""
    return tuple((row.name, row.uses) for row in connection.execute(_names(), {"key": key}))


@cache
def _names() -> Select[Any]:
    table = derived.names
    return select(table).where(table.c.agreement == _KEY).order_by(table.c.number)


def members(connection: Connection, key: str) -> tuple[Member, ...]:
    """The pages' agreements that are held to be this one."""
    rows = connection.execute(_members(), {"key": key})
    return tuple(Member(_page(row), row.name, from_json(row.because, tuple[Reason, ...])) for row in rows)


@cache
def _members() -> Select[Any]:
    return (
        paged(select(sightings.c.name, derived.members.c.because, *PAGE), derived.members)
        .join(sightings, same_place(derived.members, sightings))
        .where(derived.members.c.agreement == _KEY)
        .order_by(documents.c.digest, sightings.c.sighting)
    )


def steps(connection: Connection, key: str) -> tuple[TimelineStep, ...]:
    """The steps of the agreement's life, oldest first and undated last, of every modality."""
    return tuple(step for _, step in _numbered(connection, key, False))


def rejected(connection: Connection, key: str) -> tuple[TimelineStep, ...]:
    """The steps that pages tell and people rejected, oldest first and undated last."""
    return tuple(step for _, step in _numbered(connection, key, True))


def steps_numbered(connection: Connection, key: str, numbers: Sequence[int]) -> tuple[tuple[int, TimelineStep], ...]:
    """Those of the steps of the agreement's life that have these numbers, each with its number."""
    return tuple(each for part in chunks(numbers) for each in _numbered(connection, key, False, part))


def _numbered(
    connection: Connection, key: str, rejected: bool, only: Sequence[int] | None = None
) -> list[tuple[int, TimelineStep]]:
    """The steps that people rejected, or the others, with their numbers; those with the numbers ``only`` if given."""
    wanted = _steps_of(rejected) if only is None else _steps_of(rejected).where(derived.steps.c.step.in_(only))
    rows = connection.execute(wanted, {"key": key}).all()
    told = _told(connection, key, only) if rows else {}
    return [(row.step, _step(row, told[row.step])) for row in rows]


@cache
def _steps_of(rejected: bool) -> Select[Any]:
    table = derived.steps
    return select(table).where(table.c.agreement == _KEY, table.c.rejected.is_(rejected)).order_by(table.c.step)


def _told(connection: Connection, key: str, only: Sequence[int] | None) -> dict[int, list[_Told]]:
    wanted = _sources() if only is None else _sources().where(derived.step_sources.c.step.in_(only))
    told: dict[int, list[_Told]] = defaultdict(list)
    pages: dict[int, Page] = {}  # of which each tells several things
    for row in connection.execute(wanted, {"key": key}):
        page = pages.get(row.reading) or pages.setdefault(row.reading, _page(row))
        told[row.step].append(_Told(_told_source(row, page), row.mandate))
    return told


@cache
def _sources() -> Select[Any]:
    link = derived.step_sources
    return (
        paged(select(link.c.step, link.c.fact, link.c.reread, link.c.day, assertions, *PAGE), link)
        .join(assertions, and_(assertions.c.reading == link.c.reading, assertions.c.assertion == link.c.assertion))
        .where(link.c.agreement == _KEY)
        .order_by(link.c.step, documents.c.published, documents.c.id, assertions.c.assertion)
    )


def pages(connection: Connection, key: str, known_by: str | None) -> tuple[tuple[Page, int], ...]:
    """The documents behind the agreement, oldest first, with how many assertions about it each holds.

    Only those recorded by ``known_by``, unless it is None.
    """
    by = end_of(known_by) if known_by else "A"
    return tuple((_page(row), row.said) for row in connection.execute(_pages(), {"key": key, "by": by}))


@cache
def _pages() -> Select[Any]:
    members = derived.members
    about = or_(assertions.c.sighting == members.c.sighting, assertions.c.target == members.c.sighting)
    return (
        paged(select(func.count(assertions.c.assertion.distinct()).label("said"), *PAGE), members)
        .outerjoin(assertions, and_(assertions.c.reading == members.c.reading, about))
        .where(members.c.agreement == _KEY, readings.c.recorded <= bindparam("by"))
        .group_by(*PAGE)
        .order_by(documents.c.published, documents.c.id, documents.c.digest)
    )


def origins(connection: Connection, key: str) -> dict[str, str]:
    """For each text behind the agreement, by hash, the page that stands for all copies of its story."""
    return {row.sha256: row.origin for row in connection.execute(_origins(), {"key": key})}


@cache
def _origins() -> Select[Any]:
    members = derived.members
    wanted = paged(select(documents.c.sha256, members.c.origin), members).where(members.c.agreement == _KEY)
    return wanted.order_by(documents.c.digest)


def paged(wanted: Select[Any], link: Any) -> Select[Any]:
    """``wanted`` from ``link``, joined with the pages that its readings are of."""
    joined = link.join(readings, readings.c.reading == link.c.reading)
    return wanted.select_from(joined.join(documents, documents.c.document == readings.c.document))


def same_place(one: Any, other: Any) -> Any:
    """Whether rows of two tables are of the same sighting."""
    return and_(one.c.reading == other.c.reading, one.c.sighting == other.c.sighting)


def _step(row: Row[Any], told: list[_Told]) -> TimelineStep:
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
        sources=tuple(said.source for said in told),
        decided=from_json(row.decided, tuple[Word, ...]) if row.decided else (),
        machine=from_json(row.machine, View) if row.machine else None,
    )


def _told_source(row: Row[Any], page: Page) -> Source:
    reread = from_json(row.reread, Reread) if row.reread else None
    return _source(row, page, reread.now.date if reread else row.day or row.date, row.fact, reread)


def source_of(row: Row[Any]) -> Source:
    """The place that a row of ``assertions``, joined with its page, holds."""
    return _source(row, _page(row), row.date)


def _source(
    row: Row[Any], page: Page, date: str | None, fact: str | None = None, reread: Reread | None = None
) -> Source:
    return Source(
        page=page,
        quote=row.quote,
        start=row.start,
        stop=row.stop,
        attributed_to=row.attributed_to,
        reading=row.reading,
        assertion=row.assertion,
        date=date,
        fact=fact,
        reread=reread,
        yearless=row.yearless,
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
